import NewsroomTestSupport
import TerminalCells
import Testing

@Suite("A program in tmux")
struct TmuxSessionTests {
  @Test("is seen, typed to, resized, and its end is noticed")
  func isSeenTypedToResizedAndItsEndIsNoticed() throws {
    let session = try TmuxSession(["sh", "-c", "echo ready; read line; stty size; read line; exit 3"])
    try session.waitFor("ready")
    #expect(try session.cursor() == Point(column: 0, row: 1))
    try session.resize(to: Size(columns: 44, rows: 12))
    try session.send("x", "Enter")
    try session.waitFor("12 44")
    try session.type("bye")
    try session.waitFor("bye")
    try session.send("Enter")
    #expect(try session.waitForExit() == 3)
  }
}
