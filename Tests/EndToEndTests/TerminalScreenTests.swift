import Foundation
import NewsroomTestSupport
import TerminalCells
import TerminalText
import Testing

/// What stands on a real terminal is what was drawn, cell by cell.
@Suite("The screen in tmux")
struct TerminalScreenTests {
  private let probe = BuiltProducts.program("TerminalProbe").path()

  private static let texts = [
    "plain ASCII", "é e\u{301} o\u{308}\u{301}", "中文字，全角", "ｆｕｌｌ ﾊﾝｶｸ", "각 \u{1100}\u{1161}\u{11A8}", "हिन्दी क्षेत्र", "ที่นี่ กำ",
    "العَرَبِيَّة (IBE) 2024",
    "שלום abc", "می‌خواهم", "👨‍👩‍👧 family", "🇨🇭 flag", "1️⃣ keycap", "❤️ heart", "👍🏽 tone", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 tags", "a\u{FFF7}b\u{FFF9}c",
    "中\u{308}x", "±§①",
    "soft\u{AD}hyphen", "\u{1B}[31mred\u{07}", "\u{202E}override", "─│┌┐▸●✓…“”", "ஔ தமிழ்", "ខ្មែរ", "བོད་", "🙂🙃",
  ]

  @Test("shows every text as it was drawn, and the column after it in its place")
  func showsEveryTextAsItWasDrawnAndTheColumnAfterItInItsPlace() throws {
    let size = Size(columns: 60, rows: TerminalScreenTests.texts.count + 1)
    let session = try TmuxSession([probe] + TerminalScreenTests.texts, size: size)
    let screen = try session.waitFor("ready").split(separator: "\n", omittingEmptySubsequences: false)
    var grid = CellGrid(size: size)
    for (row, text) in TerminalScreenTests.texts.enumerated() {
      let width = grid.write(SafeText(text), at: Point(column: 0, row: row))
      grid.write("|\(width)", at: Point(column: width, row: row))
      grid.write("#", at: Point(column: 59, row: row))
    }
    for (row, expected) in ScreenDump(grid).rows.dropLast().enumerated() {
      #expect(Array(screen[row].unicodeScalars) == Array(expected.unicodeScalars), "\(TerminalScreenTests.texts[row])")
    }
  }

  @Test("gives every text the width that it was measured at")
  func givesEveryTextTheWidthThatItWasMeasuredAt() throws {
    let folder = try TemporaryFolder()
    for (number, text) in TerminalScreenTests.texts.enumerated() {
      let units = SafeText(text).units.flatMap { unit in (0..<5).compactMap { Unicode.Scalar(unit.lanes[$0]) } }
      let drawn = String(String.UnicodeScalarView(units.filter { $0.value != 0 }))
      try "\u{1B}[2J\u{1B}[2;1H#\(number).\u{1B}[1;1H\(drawn)".write(
        toFile: folder.path("\(number)"), atomically: true, encoding: .utf8)
    }
    let script = "i=0; while [ $i -lt \(TerminalScreenTests.texts.count) ]; do cat $0/$i; read line; i=$((i + 1)); done"
    let session = try TmuxSession(["sh", "-c", "stty -echo; " + script, folder.url.path()])
    for (number, text) in TerminalScreenTests.texts.enumerated() {
      try session.waitFor("#\(number).")
      #expect(try session.cursor() == Point(column: SafeText(text).width, row: 0), "\(text)")
      try session.send("Enter")
    }
  }

  @Test("survives a storm of sizes, the smallest among them")
  func survivesAStormOfSizesTheSmallestAmongThem() throws {
    let terminal = try PseudoTerminal([probe, "中文 text"])
    try terminal.waitFor("ready")
    for step in 0..<200 {
      terminal.resize(to: Size(columns: 1 + step * 37 % 200, rows: 1 + step * 17 % 60))
      terminal.drain()
    }
    terminal.resize(to: Size(columns: 1, rows: 1))
    terminal.drain()
    terminal.resize(to: Size(columns: 77, rows: 11))
    try terminal.waitFor("77x11")
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test(
    "runs on terminals of every kind",
    arguments: [
      "xterm", "xterm-256color", "tmux-256color", "screen", "screen-256color", "linux", "vt100", "vt220", "rxvt",
      "xterm-mono",
    ])
  func runsOnTerminalsOfEveryKind(name: String) throws {
    let session = try TmuxSession([probe, "plain text"], environment: ["TERM": name])
    let screen = try session.waitFor("ready")
    #expect(screen.hasPrefix("plain text|10"))
    try session.send("Up")
    try session.waitFor("Key.up")
    try session.send("q")
    #expect(try session.waitForExit() == 0)
  }

  @Test("shows ASCII where the locale knows no more, column for column")
  func showsASCIIWhereTheLocaleKnowsNoMoreColumnForColumn() throws {
    let session = try TmuxSession([probe, "Café “UNESCO” … ─│ 中文 x"], environment: ["LANG": "C"])
    let screen = try session.waitFor("ready")
    #expect(screen.hasPrefix("Cafe \"UNESCO\" ~ -| ???? x|25"))
  }

  @Test(
    "says in one sentence why there is no terminal",
    arguments: [
      (["TERM": ""], "TERM is not set"), (["TERM": "nonsense"], "Unknown terminal 'nonsense'"),
      (["TERM": "dumb"], "'dumb' cannot place text"),
    ])
  func saysInOneSentenceWhyThereIsNoTerminal(environment: [String: String], message: String) throws {
    let terminal = try PseudoTerminal([probe], environment: environment)
    #expect(try terminal.waitForExit() == 64)
    #expect(terminal.output.contains(message) && !terminal.output.contains("\u{1B}"))
  }

  @Test("says so when standard output is no terminal")
  func saysSoWhenStandardOutputIsNoTerminal() throws {
    let outcome = try Command.run([probe], environment: ["TERM": "xterm"])
    #expect(outcome.status == 64 && outcome.output.contains("Standard output is not a terminal"))
  }

  @Test("takes a paste in one piece, and mouse events once it has asked for them")
  func takesAPasteInOnePieceAndMouseEventsOnceItHasAskedForThem() throws {
    let session = try TmuxSession([probe, "text"])
    try session.waitFor("ready")
    try session.paste("one\ntwo")
    try session.waitFor("pasted(\"one")
    #expect(try session.ask("#{mouse_any_flag}") == "0")
    try session.send("m")
    try Deadline.wait(for: "the mouse") { try session.ask("#{mouse_any_flag}") == "1" }
  }

  @Test("uses no processor while nothing happens")
  func usesNoProcessorWhileNothingHappens() throws {
    let terminal = try PseudoTerminal([probe, "text"])
    try terminal.waitFor("ready")
    let before = try processorTime(terminal.program.process)
    _ = poll(nil, 0, 300)
    #expect(try processorTime(terminal.program.process) == before)
  }

  /// User and system time in clock ticks, from the process table.
  private func processorTime(_ process: Int32) throws -> [Substring] {
    let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return Array(stat.split(separator: " ")[13...14])
  }
}
