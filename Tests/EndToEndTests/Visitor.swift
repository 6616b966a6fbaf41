import Foundation
import NewsroomTestSupport
import TerminalCells

/// Somebody at a real terminal with the sample data, who reads the focused row by where the hardware cursor stands.
struct Visitor {
  let terminal: TmuxSession
  /// Where the catalogue lies while the visit lasts, unless the test has a place for it.
  private let cache: TemporaryFolder?

  /// - Parameter data: the data directory; its catalogue is built beforehand, unless `arguments` say where it lies.
  /// - Parameter prefix: words before the program, such as a shell that sets a limit.
  init(
    data: String = sampleData, size: Size = Size(columns: 120, rows: 40), arguments: [String] = [],
    environment: [String: String] = [:], prefix: [String] = []
  ) throws {
    let program = BuiltProducts.program("newsroom").path()
    cache = arguments.contains("--cache") ? nil : try Visitor.catalogue(of: data)
    let place = ["--data", data] + (cache.map { ["--cache", $0.path(".")] } ?? [])
    terminal = try TmuxSession(prefix + [program] + place + arguments, size: size, environment: environment)
  }

  /// The sample data of this checkout.
  static let sampleData = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../data")
    .standardizedFileURL.path()

  /// A folder with the catalogue of `data`, built before the browser opens it: while files are still being read the lists
  /// change, and keys that a test presses go to other rows than it means.
  static func catalogue(of data: String = sampleData) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let program = BuiltProducts.program("newsroom").path()
    let list = [program, "list", "articles", "--limit", "1", "--data", data, "--cache", folder.path(".")]
    let outcome = try Command.run(list, environment: DataFolder.environment)
    guard outcome.status == 0 else { throw DeadlinePassed(what: "a catalogue of \(data): \(outcome.errors)") }
    return folder
  }

  /// Waits until the sample is there: the figures of the tabs come after rows and preview.
  func seeSample() throws { try terminal.waitFor("5 Events 153") }

  func press(_ keys: String...) throws { try keys.forEach { try terminal.send($0) } }

  func type(_ text: String) throws { try terminal.type(text) }

  @discardableResult
  func see(_ text: String) throws -> String { try terminal.waitFor(text) }

  /// Types a query and goes into the list.
  func filter(_ query: String, showing summary: String) throws {
    try press("/")
    try type(query)
    try see(summary)
    try press("Enter")
    try see("j/k move")
  }

  /// The row of the screen with the hardware cursor.
  func focusedRow() throws -> String {
    let rows = try terminal.screen().split(separator: "\n", omittingEmptySubsequences: false)
    let row = try terminal.cursor().row
    return rows.indices.contains(row) ? String(rows[row]) : ""
  }

  /// Presses `key` until the focused row holds `text`.
  func go(to text: String, with key: String = "j") throws {
    // The cursor may still be on its way, and a key too many would carry it past the row.
    try? Deadline.wait(0.5, for: "the row") { try focusedRow().contains(text) }
    for _ in 0..<60 {
      if try focusedRow().contains(text) { return }
      let before = try (terminal.cursor(), terminal.screen())
      try terminal.send(key)
      try terminal.waitUntil("an answer to \(key), on the way to '\(text)'") { _ in
        try (terminal.cursor(), terminal.screen()) != before
      }
    }
    throw DeadlinePassed(what: "the row '\(text)'; the screen was\n\(try terminal.screen())")
  }

  /// Goes to the row with `text` and opens it.
  func open(_ text: String, showing next: String) throws {
    try go(to: text)
    try press("Enter")
    try see(next)
  }

  /// Waits until the program has ended, and gives its exit status.
  func end() throws -> Int32 { try terminal.waitForExit() }
}
