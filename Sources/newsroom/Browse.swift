import ArgumentParser
import Foundation
import NcursesTerminal
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel
import TerminalCells

/// `newsroom` itself: the browser.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse", abstract: "Open the browser (the default).")

  @OptionGroup var options: DataOptions

  @Option(
    help: "The colours: standard, dark, light, high-contrast, mono, ascii.",
    completion: .list(Theme.all.map(\.name)))
  var theme: String?

  @Option(
    help: "Whether newsroom orders right-to-left text itself: off, on, auto.",
    completion: .list(Configuration.bidiModes))
  var bidi: String?

  @Flag(inversion: .prefixedNo, help: "Whether the mouse is used; text is then selected with Shift.")
  var mouse: Bool?

  @Flag(inversion: .prefixedNo, help: "Begin where you left off; or keep nothing of where you leave off.")
  var restore: Bool?

  @Flag(help: "Read and answer lines instead of drawing screens: for screen readers, braille and pipes.")
  var plain = false

  func run() throws {
    try reportingFailures {
      let options = try SampleData.offered(instead: options)
      if plain {
        let directory = try options.openDirectory()
        let catalogue = try CatalogueLoader.open(options, of: directory)
        return try LineModeCommand.run(LineModeNewsroom(catalogue: catalogue, directory: directory))
      }
      var configuration = Configuration()
      try configuration.take(theme: theme, bidi: bidi, mouse: mouse)
      configuration.restore = restore ?? configuration.restore
      let directory = try options.openDirectory()
      // Before the catalogue is touched: without a terminal nothing else matters.
      let terminal = try BrowserTerminal.open(configuration)
      // Names of months may have letters that this terminal cannot show.
      if terminal.locale == .ascii { configuration.dates = "iso" }
      let catalogue = try options.openCatalogue(of: directory, configuration)
      var loop = try BrowserLoop(
        terminal: terminal, directory: directory, catalogue: catalogue, configuration: configuration)
      let status = loop.run()
      loop.finish()
      if status != 0 { throw ExitCode(status) }
    }
  }
}
