import TerminalCells
import TerminalText

/// What drawing costs, without a terminal: `TerminalProbe --benchmark`, in a release build.
enum Benchmark {
  private static let texts: [(name: String, row: String)] = [
    ("ASCII", "2024-06-07  UNESCO-ICHEI delegation visits the UNESCO International Bureau of Education in Geneva  "),
    ("Chinese", "联合国教科文组织高等教育创新中心代表团访问国际教育局 "),
    ("French", "La délégation a visité le Bureau international d’éducation à Genève "),
    ("Arabic", "قام وفد من المركز الدولي للابتكار في التعليم العالي بزيارة المكتب الدولي للتربية "),
    ("emoji", "👨‍👩‍👧 🇨🇭 1️⃣ ❤️ 👍🏽 🙂 "),
  ]

  static func run() {
    for (name, row) in texts {
      let untrusted = String(String(repeating: row, count: 12).prefix(200))
      report("\(name): 200x60 through the gate, truncated and drawn") { drawScreen(untrusted) }
      report("  gate") { for _ in 0..<60 { _ = SafeText(untrusted).count } }
      let text = SafeText(untrusted)
      report("  truncated") { for _ in 0..<60 { _ = text.truncated(toWidth: 199).count } }
      var grid = CellGrid(size: Size(columns: 200, rows: 60))
      report("  written") { for row in 0..<60 { grid.write(text, at: Point(column: 0, row: row)) } }
      let article = SafeText(multiline: String(repeating: row, count: 10_000 / row.utf8.count))
      report("\(name): 10 kB set into lines of 80") { _ = article.lines(width: 80).count }
    }
    report("make a 200x60 grid") { _ = CellGrid(size: Size(columns: 200, rows: 60)).cells.count }
    let grid = CellGrid(size: Size(columns: 200, rows: 60))
    report("compare two equal 200x60 grids") { _ = grid.cells == copy(of: grid).cells }
  }

  private static func copy(of grid: CellGrid) -> CellGrid {
    var copy = grid
    copy[0, 0] = Cell()
    return copy
  }

  private static func drawScreen(_ untrusted: String) {
    var grid = CellGrid(size: Size(columns: 200, rows: 60))
    for row in 0..<60 {
      grid.write(SafeText(untrusted).truncated(toWidth: 199), at: Point(column: 0, row: row))
    }
  }

  private static func report(_ name: String, _ body: () -> Void) {
    body()
    let times = (0..<50).map { _ in ContinuousClock().measure(body) }.sorted()
    print("\(name): median \(times[25])")
  }
}
