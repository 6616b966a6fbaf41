import ArgumentParser
import Foundation
import NewsroomBrowser
import NewsroomIndex
import NewsroomModel

/// `newsroom export`: what `x` writes in the browser.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a list, or one record, to a file that is not there yet.",
    discussion: """
      The ending of the name says the form: .csv for rows; .json and .jsonl for the records as they stand in the data, people, \
      organisations and events as Popolo; .md and .txt for reading.
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "The file.")
  var file: String

  @Argument(help: "Which list, or a record such as person:ji-lili.")
  var what = "articles"

  @Argument(help: "A query, as in the browser.")
  var query: [String] = []

  func run() throws {
    try reportingFailures {
      let content = try content()
      let directory = try options.openDirectory()
      let catalogue = try UpToDateCatalogue.open(options)
      let job = ExportJob(catalogue: catalogue, directory: directory, order: ExportOrder(content, path: file))
      Output.print(try job.run(isCancelled: { false }, progress: { _ in }))
    }
  }

  private func content() throws -> ExportOrder.Content {
    if let list = ListName(rawValue: what)?.kind {
      return .list(ListRequest(list, query: query.joined(separator: " "), sort: .usual(for: list)))
    }
    guard let address = RecordAddress(what) else { throw Failure.unknownAddress(what) }
    return .record(address)
  }
}
