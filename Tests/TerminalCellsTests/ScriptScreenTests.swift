import NewsroomTestSupport
import TerminalCells
import Testing

@Suite("A screen of many scripts")
struct ScriptScreenTests {
  @Test(
    "shows each in its own order and its own width",
    arguments: [Size(columns: 40, rows: 24), Size(columns: 80, rows: 14)])
  func showsEachInItsOwnOrderAndItsOwnWidth(size: Size) {
    expectScreen(
      ScriptScreen.grid(size: size), cursor: ScriptScreen.cursor, named: "scripts-\(size.columns)x\(size.rows)")
  }
}
