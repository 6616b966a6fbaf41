import NewsroomModel
import TerminalCells
import TerminalText
import Testing

@testable import NewsroomBrowser

@Suite("Tables in a page")
struct TableLayoutTests {
  private func layout(_ html: String, columns: Int) -> RecordLayout {
    var page = RecordPage(address: RecordAddress(.organisation, "o"), title: "T")
    page.text = Article.Body(format: .html, value: html).blocks
    return RecordLayout.reader(page, columns: columns, theme: .mono, highlights: [])
  }

  private func lines(_ layout: RecordLayout) -> [String] {
    layout.main.lines.dropFirst(2).map { $0.prefix.text.string + $0.text.text.string }
  }

  @Test("A line break within a cell begins a line of the cell, and the columns stay below one another")
  func aLineBreakWithinACellBeginsALineOfTheCellAndTheColumnsStayBelowOne() {
    let html = "<table><tr><td>First line<br>Second line</td><td>b</td></tr><tr><td>x</td><td>y<br>z</td></tr></table>"
    #expect(
      lines(layout(html, columns: 60)) == ["First line  │ b", "Second line │ ", "x           │ y", "            │ z"])
    #expect(lines(layout(html, columns: 14)) == ["First line", "Second line", "b", "", "x", "y", "z"])
  }

  @Test("Every link of a table is one stop, and has a place", arguments: [20, 60])
  func everyLinkOfATableIsOneStopAndHasAPlace(columns: Int) {
    let html = """
      <table><tr><th>Kind of <a href=u:a>a</a></th><th><a href=u:b>b</a> of all</th></tr>
      <tr><td><a href=u:c>c</a></td><td>a cell</td></tr><tr><td><a href=u:a>d</a></td></tr></table>
      """
    let layout = layout(html, columns: columns)
    #expect(layout.stops.map(\.label).joined() == (columns == 60 ? "abcd" : "acbd"))
    #expect(layout.stops.allSatisfy { $0.lines.count == 1 })
    #expect(layout.stops.map(\.number) == (columns == 60 ? [1, 2, 3, 1] : [1, 3, 2, 1]))
  }

  @Test("A table of a header alone is shown where it is too wide, too")
  func aTableOfAHeaderAloneIsShownWhereItIsTooWideToo() {
    let html = "<table><tr><th>A long heading</th><th><a href=u:b>Another</a> one</th></tr></table>"
    #expect(lines(layout(html, columns: 18)) == ["A long heading", "[1]Another one"])
  }
}
