import Foundation
import NewsroomTestSupport
import Testing

@Suite("Marks, stars and files", .serialized)
struct StarAndMarkTests {
  @Test("Marked rows go to a file, a name that is taken is asked for again, and a star is there in the next run")
  func markedRowsGoToAFileANameThatIsTakenIsAskedForAgainAndAStarIsThereInThe() throws {
    let folder = try TemporaryFolder()
    let environment = ["XDG_STATE_HOME": folder.path("state"), "XDG_CACHE_HOME": folder.path("cache")]
    let visitor = try Visitor(environment: environment)
    try visitor.seeSample()
    try visitor.press("3")
    try visitor.see("Abdul Haris")
    try visitor.press("m", "m")
    try visitor.see("2 marked")
    try visitor.press("*")
    try visitor.see("★")
    let file = folder.path("two.json")
    try "taken".write(toFile: file, atomically: true, encoding: .utf8)
    try visitor.press("x")
    try visitor.see("Export 2 marked to: people.csv")
    try visitor.press("C-u")
    try visitor.type(file)
    try visitor.press("Enter")
    try visitor.see("is there already")
    try visitor.press("C-w")
    try visitor.type(folder.path("2.json"))
    try visitor.press("Enter")
    try visitor.see("Wrote 2 records to")
    let written = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: folder.path("2.json"))))
    #expect((written as? [String: [Any]])?["persons"]?.count == 2)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "taken")
    try visitor.press("Q")
    #expect(try visitor.end() == 0)
    let stars = try String(contentsOfFile: folder.path("state/newsroom/stars.json"), encoding: .utf8)
    #expect(stars.contains("\"address\" : \"person:"))
    let second = try Visitor(environment: environment)
    try second.seeSample()
    try second.press("3")
    try second.see("★")
    try second.press("/")
    try second.type("is:starred")
    try second.see("1 of 273")
  }

  @Test("Of marked records that are deleted the rest is written, and no file where none is left")
  func ofMarkedRecordsThatAreDeletedTheRestIsWrittenAndNoFileWhereNoneIsLeft() throws {
    let data = try DataFolder()
    for name in ["a", "b"] { try data.write(#"{"id": "\#(name)", "name": "000 \#(name)"}"#, to: "people/\(name).json") }
    let visitor = try data.visitor()
    try visitor.press("3")
    try visitor.see("000 b")
    try visitor.press("m", "m")
    try visitor.see("2 marked")
    try data.delete("people/a.json")
    try visitor.terminal.waitUntil("the list without it") { !$0.contains("000 a") }
    try visitor.press("x", "C-u")
    try visitor.type(data.beside("rest.csv"))
    try visitor.press("Enter")
    // The sentence may go over two rows.
    try visitor.terminal.waitUntil("what is not in the file") {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("1 could not be read any more and is not in it.")
    }
    try data.delete("people/b.json")
    try visitor.terminal.waitUntil("the list without either") { !$0.contains("000 b") }
    try visitor.press("x", "C-u")
    try visitor.type(data.beside("none.csv"))
    try visitor.press("Enter")
    try visitor.see("There is no file.")
    #expect(!FileManager.default.fileExists(atPath: data.beside("none.csv")))
  }
}
