import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("The box for names")
struct PaletteScreenTests {
  @Test("A title is cut for what stands beside it, never for blank columns")
  func aTitleIsCutForWhatStandsBesideItNeverForBlankColumns() {
    let title = "Delegation of the Institute for Information Technologies to the University of Engineering"
    let row = ListRow(address: RecordAddress(.delegation, "d"), title: title, detail: "UNESCO IITE")
    for columns in [120, 200] {
      var robot = Robot(columns: columns, rows: 50)
      robot.press(.control("p"), "d")
      robot.give(.namesFound("d", [row]))
      let line = robot.screen[3]
      #expect(line.contains("delegation · UNESCO IITE"), "\(columns)")
      #expect(line.contains(title) == (columns == 200), "\(columns)")
      let blank = line.ranges(of: "   ").filter { line[..<$0.lowerBound].contains("Delegation") }
      #expect(columns == 200 || blank.isEmpty, "\(columns)")
    }
  }
}
