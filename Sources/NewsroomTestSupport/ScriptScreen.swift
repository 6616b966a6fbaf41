package import TerminalCells
import TerminalText

/// One screen with the scripts of the users' world: recorded for a reviewer, and shown by the probe in a real terminal.
package enum ScriptScreen {
  private static let headlines = [
    "UNESCO-ICHEI delegation visits the UNESCO International Bureau of Education", "联合国教科文组织高等教育创新中心代表团访问国际教育局",
    "국제교육국 방문",
    "قام وفد المركز الدولي بزيارة المكتب (IBE) في 6 يونيو 2024", "המשלחת ביקרה ב-IBE, 6 ביוני",
    "Делегация посетила Бюро", "คณะผู้แทนเยี่ยมชมสำนักงาน",
    "शिक्षा प्रतिनिधिमंडल का दौरा", "👨‍👩‍👧 🇨🇭 1️⃣ ❤️ 👍🏽 mixed 中文 العربية", "a\u{1B}[31m\u{202E}hostile\u{7}",
  ]

  package static let cursor = Point(column: 0, row: 3)

  package static func grid(size: Size) -> CellGrid {
    var grid = CellGrid(size: size)
    let half = size.columns / 2
    for (row, headline) in headlines.enumerated() {
      let text = SafeText(headline)
      grid.write(
        text.truncated(toWidth: half - 2), at: Point(column: 0, row: row), style: Style(row % 2 == 0 ? .bold : []))
      grid.write("│", at: Point(column: half - 1, row: row), style: Style(.dim))
      let styled = StyledText(text, style: Style(foreground: .palette(4)), link: row)
      let lines = styled.lines(width: half)
      if let line = lines.first { grid.draw(line, at: Point(column: half, row: row), width: half) }
    }
    return grid
  }
}
