import Foundation
import NewsroomTestSupport

/// A data directory of a test's own: a copy of the fixture of one visit, with a folder for its catalogue.
final class DataFolder {
  private let folder: TemporaryFolder
  let path: String
  let cache: String

  init() throws {
    folder = try TemporaryFolder()
    (path, cache) = (folder.path("data"), folder.path("cache"))
    try FileManager.default.copyItem(atPath: Self.fixture, toPath: path)
  }

  private static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fixtures/one-visit").standardizedFileURL.path()

  /// The article of the fixture.
  static let visit = "articles/2024/ichei-942.json"

  /// A path beside the data directory.
  func beside(_ name: String) -> String { folder.path(name) }

  /// The text of an article.
  static func article(_ id: String, _ headline: String, body: String = "Text.", date: String = "2025-01-01") -> String {
    """
    {"uri": "urn:\(id)", "versionCreated": "\(date)", "headlines": [{"value": "\(headline)"}],
     "bodies": [{"contentType": "text/plain", "value": "\(body)"}]}
    """
  }

  /// Writes a file in place, as an editor does that truncates and writes.
  func write(_ text: String, to file: String) throws {
    let url = URL(filePath: path).appending(path: file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Changes a part of a file, renaming the new text over the old.
  func replace(_ old: String, with new: String, in file: String) throws {
    let url = URL(filePath: path).appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    try Data(text.replacing(old, with: new).utf8).write(to: url, options: .atomic)
  }

  func delete(_ file: String) throws { try FileManager.default.removeItem(atPath: path + "/" + file) }

  /// The browser on this directory.
  func visitor(environment: [String: String] = [:], prefix: [String] = []) throws -> Visitor {
    try Visitor(data: path, arguments: ["--cache", cache], environment: environment, prefix: prefix)
  }

  /// Runs a subcommand on this directory.
  func newsroom(_ arguments: String...) throws -> Command.Outcome {
    try Command.run(command(arguments), environment: Self.environment, directory: "/")
  }

  /// A subcommand with its options.
  func command(_ arguments: [String]) -> [String] {
    let program = [BuiltProducts.program("newsroom").path()]
    let place = ["--data", path] + (arguments.first == "check" ? [] : ["--cache", cache])
    return program + arguments + place
  }

  static let environment = ["HOME": "/nowhere", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm"]
}
