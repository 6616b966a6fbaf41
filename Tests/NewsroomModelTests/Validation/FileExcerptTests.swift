import Foundation
import NewsroomTestSupport
import NewsroomModel
import Testing

@Suite("The lines around a problem")
struct FileExcerptTests {
  private let folder: TemporaryDirectory
  private let directory: DataDirectory

  init() throws {
    folder = try TemporaryDirectory()
    try folder.write("{}", to: "newsroom.json")
    directory = try DataDirectory(path: folder.path)
  }

  private func read(_ path: String, line: Int, offset: Int?) -> FileExcerpt? {
    directory.excerpt(around: Diagnostic(code: .notJSON, path: path, line: line, offset: offset, message: ""))
  }

  /// What stands at the mark.
  private func marked(_ excerpt: FileExcerpt?) -> String? {
    guard let excerpt, let line = excerpt.markedLine else { return nil }
    return String(decoding: excerpt.lines[line].text.utf8.dropFirst(excerpt.markOffset), as: UTF8.self)
  }

  @Test("Every byte of a file is found in its line, with the lines around it")
  func everyByteOfAFileIsFoundInItsLineWithTheLinesAroundIt() throws {
    let text = "one\r\ntwo é\n\n四\nfive"
    try folder.write(text, to: "articles/a.json")
    let lines = ["one", "two é", "", "四", "five"]
    var line = 1
    for (offset, byte) in text.utf8.enumerated() {
      let excerpt = try #require(read("articles/a.json", line: line, offset: offset))
      #expect(excerpt.lines.map(\.text) == lines, "byte \(offset)")
      #expect(excerpt.lines.map(\.number) == [1, 2, 3, 4, 5])
      #expect(excerpt.markedLine == line - 1)
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
    let end = try #require(read("articles/a.json", line: 5, offset: text.utf8.count))
    #expect(end.markedLine == 4 && end.markOffset == 4)
  }

  @Test("Every problem of broken data is marked in the line that its message names")
  func everyProblemOfBrokenDataIsMarkedInTheLineThatItsMessageNames() throws {
    let broken = try DataDirectory(path: Places.fixtures + "/broken")
    for problem in broken.check() where problem.line != nil {
      let excerpt = try #require(broken.excerpt(around: problem))
      let line = excerpt.lines[try #require(excerpt.markedLine)]
      #expect(line.number == problem.line)
      let before = String(decoding: line.text.utf8.prefix(excerpt.markOffset), as: UTF8.self)
      #expect(before.count + 1 == problem.column, "\(problem)")
    }
  }

  @Test("A place in a file of gigabytes is read by its offset, within milliseconds")
  func aPlaceInAFileOfGigabytesIsReadByItsOffsetWithinMilliseconds() throws {
    try folder.write("", to: "articles/huge.jsonl")
    let file = try #require(FileHandle(forWritingAtPath: folder.path + "/articles/huge.jsonl"))
    let place = 6 << 30
    try file.seek(toOffset: UInt64(place))
    try file.write(contentsOf: Data("\nbefore\n{\"uri\": HERE}\nafter\n".utf8))
    try file.truncate(atOffset: UInt64(place + (1 << 30)))
    var excerpt: FileExcerpt?
    let seconds = Growth.seconds { excerpt = read("articles/huge.jsonl", line: 1_000_000, offset: place + 16) }
    #expect(seconds < 0.5)
    #expect(marked(excerpt) == "HERE}")
    #expect(excerpt?.lines.prefix(3).map(\.number) == [999_999, 1_000_000, 1_000_001])
    #expect(excerpt?.lines.first?.text == "before")
  }

  @Test("Of a line of megabytes there is as much as one can look at")
  func ofALineOfMegabytesThereIsAsMuchAsOneCanLookAt() throws {
    let filler = String(repeating: "é", count: 300_000)
    try folder.write(filler + "HERE" + filler, to: "articles/long.json")
    let excerpt = try #require(read("articles/long.json", line: 1, offset: filler.utf8.count))
    #expect(marked(excerpt)?.hasPrefix("HEREé") == true)
    #expect(excerpt.lines.count == 1)
    #expect(excerpt.lines[0].isCutAtStart && excerpt.lines[0].isCutAtEnd)
    #expect(excerpt.lines[0].text.utf8.count < 5_000)
    #expect(!excerpt.lines[0].text.contains("\u{FFFD}"))
  }

  @Test("A place beyond the end, a missing file and a link out of the directory are no crash and no leak")
  func aPlaceBeyondTheEndAMissingFileAndALinkOutOfTheDirectoryAreNoCrashAndNo() throws {
    try folder.write("short", to: "articles/a.json")
    #expect(read("articles/a.json", line: 9, offset: 9_999)?.lines.last?.text == "short")
    #expect(read("articles/none.json", line: 1, offset: 0) == nil)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/articles/out.json", withDestinationPath: "/etc/passwd")
    #expect(read("articles/out.json", line: 1, offset: 0) == nil)
    #expect(read("../../../etc/passwd", line: 1, offset: 0) == nil)
    let whole = read("articles/a.json", line: 1, offset: nil)
    #expect(whole?.markedLine == nil && whole?.lines.map(\.text) == ["short"])
  }
}
