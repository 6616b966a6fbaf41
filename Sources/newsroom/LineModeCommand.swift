import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel

/// Runs a plain session on standard input and output; works through a pipe.
enum LineModeCommand {
  static func run(_ newsroom: LineModeNewsroom) throws {
    var session = LineModeSession(source: newsroom)
    let isPiped = isatty(STDIN_FILENO) == 0
    try Output.print(session.begin().text)
    while true {
      if !isPiped { try Output.prompt("> ") }
      guard let line = readLine() else {
        // Ctrl-D leaves the cursor behind the prompt, where the shell would put its own.
        if !isPiped { try Output.print("") }
        return
      }
      let reply = try session.take(line)
      if reply.isOver { return }
      try Output.print(reply.text)
    }
  }
}

/// What a plain session asks: the catalogue, the file of stars, and files to be written.
struct LineModeNewsroom: LineModeSource {
  let catalogue: Catalogue
  let directory: DataDirectory

  func page(_ request: ListRequest, range: Range<Int>) throws -> ListPage {
    try catalogue.recoveringFromCorruption { try $0.page(request, range: range, highlight: true) }
  }

  func count(_ request: ListRequest) throws -> Int { try catalogue.recoveringFromCorruption { try $0.count(request) } }

  func record(_ address: RecordAddress) throws -> RecordPage? {
    try catalogue.recoveringFromCorruption { try $0.record(address) }
  }

  var stars: Set<RecordAddress> { get throws { (try? StarsFile()?.read()) ?? [] } }

  func keepStar(_ address: RecordAddress, isOn: Bool) throws -> String? {
    guard let file = StarsFile() else { return StateFolder.absence(processEnvironment) }
    do {
      catalogue.setStars(try file.keep(address, title: record(address)?.title ?? address.id, isOn: isOn))
      return nil
    } catch let failure as CLIError {
      return failure.message
    }
  }

  func export(_ order: ExportRequest) throws -> String {
    TerminationSignal.watch()
    defer { TerminationSignal.unwatch() }
    do {
      let file = try ExportFile(order.path, directory: directory)
      let format = try ExportFormat(path: order.path)
      let job = ExportTask(catalogue: catalogue, directory: directory, content: order.content, format: format)
      let outcome = try file.write { try job.run($0, isCancelled: { TerminationSignal.hasCome }) { _ in } }
      return outcome.message(file.path)
    } catch is CancellationError {
      TerminationSignal.end()
      throw CancellationError()
    } catch let failure as CLIError {
      return failure.message
    }
  }
}
