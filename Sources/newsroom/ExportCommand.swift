import ArgumentParser
import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel

/// `newsroom export`: what `x` writes in the browser.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a list, or one record, to a file that is not there yet.",
    discussion: """
      The ending of the name says the form: .csv for rows; .json and .jsonl for the records as they stand in the data, people, \
      organisations and events as Popolo; .md and .txt for reading. The file gets its name when it is whole. \
      Exit status: 64 when something of the query is not understood, and then nothing is written without --ignore-errors.
      """)

  @OptionGroup var options: DataOptions
  @OptionGroup var errors: QueryErrorOptions

  @Option(help: "The form, whatever the name's ending.")
  var format: ExportFormat?

  @Argument(help: "The file; - is standard output, with --format.", completion: .file())
  var file: String

  @Argument(help: "Which list, or a record such as person:ji-lili.", completion: .list(ListName.allValueStrings))
  var what = "articles"

  @Argument(help: "A query, as in the browser.")
  var query: [String] = []

  func run() throws {
    try reportingFailures {
      let directory = try options.openDirectory()
      let target = file == "-" ? nil : try ExportFile(file, directory: directory)
      let format = try chosenFormat()
      let catalogue = try CatalogueLoader.open(options, of: directory)
      let content = try content(of: catalogue)
      try reportQueryProblems(of: content, catalogue)
      let job = ExportTask(catalogue: catalogue, directory: directory, content: content, format: format)
      TerminationSignal.watch()
      do {
        if let target {
          try Output.print(target.write { try run(job, $0) }.message(target.path))
        } else {
          Output.printError(try run(job, printed(format)).message("standard output"))
        }
      } catch is CancellationError {
        Output.printError(target == nil ? "Stopped." : "Stopped; there is no file.")
        TerminationSignal.end()
      }
    }
  }

  private func run(_ job: ExportTask, _ write: (Data) throws -> Void) throws -> ExportTask.Outcome {
    let showsProgress = isatty(STDERR_FILENO) == 1
    defer { if showsProgress { Output.clearProgress() } }
    return try job.run(write, isCancelled: { TerminationSignal.hasCome }) { stage in
      if showsProgress { Output.showProgress("Writing \(stage.done) of \(stage.total)") }
    }
  }

  /// Writes to standard output. JSON of anybody's goes to a terminal with its control characters escaped.
  private func printed(_ format: ExportFormat) -> (Data) throws -> Void {
    let isEscaped = isatty(STDOUT_FILENO) == 1 && (format == .json || format == .jsonl)
    return { data in
      let data = isEscaped ? Data(JSONEscaping.escaped(String(decoding: data, as: UTF8.self)).utf8) : data
      try Output.write(data)
    }
  }

  private func content(of catalogue: Catalogue) throws -> ExportRequest.Content {
    if let list = ListName(rawValue: what)?.kind {
      return .list(ListRequest(list, query: query.joined(separator: " "), sort: .usual(for: list)))
    }
    do {
      return .record(try catalogue.recoveringFromCorruption { try $0.address(typed: what) })
    } catch let failure as CLIError where failure == .unknownAddress(what) {
      let lists = ListName.allCases.map(\.rawValue).joined(separator: ", ")
      throw CLIError("'\(what)' is neither a list (\(lists)) nor an address such as person:bi-xiaohan.", code: .usage)
    }
  }

  private func chosenFormat() throws -> ExportFormat {
    if let format { return format }
    guard file != "-" else {
      throw CLIError("Say the form: --format csv, json, jsonl, md or txt.", code: .usage)
    }
    return try ExportFormat(path: file)
  }

  /// What of a query is not understood is left out, which nobody would see in the file: so there is none.
  private func reportQueryProblems(of content: ExportRequest.Content, _ catalogue: Catalogue) throws {
    guard case .list(let request) = content else { return }
    let page = try catalogue.recoveringFromCorruption { try $0.page(request, range: 0..<1) }
    try errors.check(page, undone: "Nothing was written")
  }
}

extension ExportFormat: ExpressibleByArgument {}
