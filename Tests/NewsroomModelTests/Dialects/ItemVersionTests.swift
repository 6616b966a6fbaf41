import Testing

@testable import NewsroomModel

@Suite("Several versions of one item")
struct ItemVersionTests {
  private func item(_ version: Int, _ hour: String, status: String = "usable") -> String {
    #"{"uri": "urn:f", "version": "\#(version)", "versionCreated": "2024-05-06T\#(hour):00:00Z", "pubStatus": "\#(status)", "headlines": [{"value": "V\#(version)"}], "bodies": [{"value": "x"}]}"#
  }

  @Test(
    "The latest counts, in whatever order they are read, and none is an error", arguments: [["a", "b"], ["b", "a"]])
  func theLatestCountsInWhateverOrderTheyAreReadAndNoneIsAnError(names: [String]) throws {
    let directory = try TemporaryDirectory()
    try directory.write(item(1, "10"), to: "articles/\(names[0]).json")
    try directory.write(item(2, "12"), to: "articles/\(names[1]).json")
    let data = try DataDirectory(path: directory.path)
    #expect(data.load().articles.map(\.title) == ["V2"])
    #expect(data.check() == [])
  }

  @Test("A kill notice withdraws the story")
  func aKillNoticeWithdrawsTheStory() throws {
    let directory = try TemporaryDirectory()
    try directory.write(item(1, "10"), to: "articles/a.json")
    try directory.write(item(2, "10", status: "canceled"), to: "articles/b.json")
    let articles = try DataDirectory(path: directory.path).load().articles
    #expect(articles.map(\.status) == [.canceled])
  }

  @Test("A feed that is saved twice is no error; a copy that differs without a date is a note")
  func aFeedThatIsSavedTwiceIsNoErrorACopyThatDiffersWithoutADateIsANote() throws {
    let directory = try TemporaryDirectory()
    func feed(_ text: String) -> String { #"{"items": [{"id": "urn:1", "content_text": "\#(text)"}]}"# }
    for name in ["a", "b"] { try directory.write(feed("x"), to: "articles/\(name).json") }
    let data = try DataDirectory(path: directory.path)
    #expect(data.check().filter { $0.code != .dialect } == [])
    try directory.write(feed("y"), to: "articles/b.json")
    #expect(data.check().filter { $0.code != .dialect }.map(\.severity) == [.note])
  }
}
