import Foundation
import NewsroomTestSupport
import TerminalCells
import Testing

/// A terminal behind a line of 9,600 baud, which takes 960 bytes a second.
@Suite("A slow terminal", .serialized)
struct SlowTerminalTests {
  private static let bytesPerSecond = 960

  /// Articles told apart by a number.
  private func data() throws -> DataFolder {
    let data = try DataFolder()
    let lines = (0..<60).map { index in
      let date = "2024-\(10 + index / 28)-\(String(format: "%02d", 1 + index % 28))"
      return DataFolder.article("\(index)", "Item \(index) of many", date: date).replacing("\n", with: "")
    }
    try data.write("[\(lines.joined(separator: ","))]", to: "articles/many.json")
    return data
  }

  @Test("Fifty keys typed at once are not queued up as screens, and where they led is shown")
  func fiftyKeysTypedAtOnceAreNotQueuedUpAsScreensAndWhereTheyLedIsShown() throws {
    let data = try data()
    let terminal = try PseudoTerminal(data.command([]), environment: ["XDG_STATE_HOME": data.beside("state")])
    try terminal.waitFor("Articles")
    try settle(terminal)
    terminal.send("\u{0C}")
    try terminal.waitFor("Item 59 of many")
    try settle(terminal)
    let start = terminal.output.utf8.count
    terminal.send("j")
    try settle(terminal)
    let one = terminal.output.utf8.count - start
    terminal.send(String(repeating: "j", count: 50))
    let written = try readSlowly(terminal)
    // A screen or two, not one for each key, nor even a tenth of what those would be.
    #expect(written > one && written < 6_000, "\(written) bytes, one key: \(one)")
    // 51 rows down from the newest, which is 59; all of that page is drawn, so that what is written can be read.
    let before = terminal.output.endIndex
    terminal.send("\r\u{0C}")
    try Deadline.wait(for: "the page of the 51st row") {
      terminal.drain()
      return terminal.output[before...].contains("Item 8 of many")
    }
    try settle(terminal)
    let page = terminal.output[before...]
    #expect(!page.contains("Item 9 of many"))
    terminal.send("Q")
    #expect(try terminal.waitForExit() == 0)
  }

  /// Reads until nothing has come for a while.
  private func settle(_ terminal: PseudoTerminal) throws {
    var (count, quiet) = (-1, 0)
    try Deadline.wait(for: "silence") {
      terminal.drain()
      quiet = terminal.output.utf8.count == count ? quiet + 1 : 0
      count = terminal.output.utf8.count
      _ = poll(nil, 0, 100)
      return quiet > 8
    }
  }

  /// Reads as the line does until nothing has come for two seconds.
  /// - Returns: the bytes that came.
  private func readSlowly(_ terminal: PseudoTerminal) throws -> Int {
    var (total, quiet) = (0, 0)
    try Deadline.wait(60, for: "the end of what is written") {
      let count = terminal.drain(atMost: Self.bytesPerSecond / 10)
      (total, quiet) = (total + count, count == 0 ? quiet + 1 : 0)
      _ = poll(nil, 0, 100)
      return quiet > 20
    }
    return total
  }
}
