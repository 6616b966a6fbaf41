import Testing

@testable import NewsroomModel

@Suite("Containers of records")
struct ContainerTests {
  private func read(_ text: String, as name: String) throws -> (ids: [String], lines: [Int], problems: [Diagnostic]) {
    let directory = try TemporaryDirectory()
    try directory.write(text, to: name)
    let data = try DataDirectory(path: directory.path)
    let file = try #require(data.files().first)
    var found: [LocatedRecord] = []
    let problems = data.read(file) { found.append($0) }
    for located in found {
      #expect(data.record(located.record.address.kind, at: located.location) == located.record)
    }
    return (found.map(\.record.address.description), found.map(\.location.line), problems)
  }

  @Test("A record without an id takes the name of its file")
  func aRecordWithoutAnIdTakesTheNameOfItsFile() throws {
    #expect(try read(#"{"name": "A"}"#, as: "people/sub/ann-lee.json").ids == ["person:ann-lee"])
    #expect(try read(#"{"name": "A"}"#, as: "people/ann.lee.json").ids == ["person:ann.lee"])
  }

  @Test("An array of any length gives its records with their lines")
  func anArrayOfAnyLengthGivesItsRecordsWithTheirLines() throws {
    let result = try read(
      "[\n {\"id\": \"a\", \"name\": \"A\"},\n\n {\"id\": \"b\", \"name\": \"B\"}]", as: "people.json")
    #expect(result.ids == ["person:a", "person:b"])
    #expect(result.lines == [2, 4])
    #expect(try read("[]", as: "people.json").problems == [])
  }

  private static let collection =
    #"{"persons": [{"id": "a", "name": "A"}], "memberships": [{"person_id": "a", "organization_id": "o", "role": "MP"}]}"#
  private static let feed =
    #"{"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "language": "fr", "items": [{"id": "i", "title": "I"}]}"#

  @Test(
    "Records of a collection or a feed are read again with what it says of them, wherever that stands",
    arguments: ["all.json", "all.jsonl", "one.json", "people/all.json", "articles/all.jsonl"])
  func recordsOfACollectionOrAFeedAreReadAgainWithWhatItSaysOfThemWhereverThat(name: String) throws {
    let text =
      name.hasSuffix("l")
      ? Self.collection + "\n" + Self.feed
      : name == "one.json" ? Self.feed : "[\(Self.collection),\n\(Self.feed)]"
    #expect(try read(text, as: name).ids == (name == "one.json" ? [] : ["person:a"]) + ["article:i"])
  }

  @Test("A feed that is written anew is read again as it says now")
  func aFeedThatIsWrittenAnewIsReadAgainAsItSaysNow() throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.feed, to: "feed.json")
    let data = try DataDirectory(path: directory.path)
    var place: RecordLocation?
    _ = data.read(try #require(data.files().first)) { place = $0.location }
    let location = try #require(place)
    func language() -> String? {
      if case .article(let article) = data.record(.article, at: location) { article.language } else { nil }
    }
    #expect(language() == "fr")
    try directory.write(Self.feed.replacing("fr", with: "es"), to: "feed.json")
    #expect(language() == "es")
  }

  @Test("Several records on one line are said to belong on lines of their own")
  func severalRecordsOnOneLineAreSaidToBelongOnLinesOfTheirOwn() throws {
    let problems = try read("{\"id\": \"a\"}\r{\"id\": \"b\"}", as: "people.jsonl").problems
    #expect(problems.map(\.hint) == ["write each record on a line of its own"])
  }

  @Test("What is no record in a feed or a collection is said, and hides no other")
  func whatIsNoRecordInAFeedOrACollectionIsSaidAndHidesNoOther() throws {
    let feed = try read(Self.feed.replacing("[{", with: "[\"x\", null, {"), as: "feed.json")
    #expect(feed.ids == ["article:i"])
    #expect(feed.problems.filter { $0.code == .notARecord }.map(\.pointer) == ["/items/0", "/items/1"])
    let collection = try read(#"{"persons": [7, {"id": "a", "name": "A"}], "organizations": []}"#, as: "all.json")
    #expect(collection.ids == ["person:a"])
    #expect(collection.problems.filter { $0.code == .notARecord }.map(\.pointer) == ["/persons/0"])
  }

  @Test("Lines longer than any buffer are read, empty ones counted, a missing last line break forgiven")
  func linesLongerThanAnyBufferAreReadEmptyOnesCountedAMissingLastLineBreak() throws {
    let long = String(repeating: "x", count: 3 << 20)
    let text =
      "{\"id\": \"a\", \"name\": \"\(long)\"}\r\n\n  \n{\"id\": \"b\", \"name\": \"B\"}\n{\"id\": \"c\", \"name\": \"C\"}"
    let result = try read(text, as: "people.jsonl")
    #expect(result.ids == ["person:a", "person:b", "person:c"])
    #expect(result.lines == [1, 4, 5])
    #expect(result.problems == [])
  }

  @Test("Lines are found wherever the buffer ends")
  func linesAreFoundWhereverTheBufferEnds() throws {
    for padding in stride(from: (1 << 20) - 40, to: (1 << 20) + 3, by: 1) {
      let text =
        "{\"id\": \"a\", \"name\": \"\(String(repeating: "y", count: padding - 23))\"}\n{\"id\": \"b\", \"name\": \"B\"}\n"
      let directory = try TemporaryDirectory()
      try directory.write(text, to: "people.jsonl")
      let data = try DataDirectory(path: directory.path)
      var ids: [String] = []
      let problems = data.read(try #require(data.files().first)) { ids.append($0.record.address.id) }
      #expect(ids == ["a", "b"] && problems == [], "padding \(padding)")
    }
  }

  @Test("A line that is too long is refused, the others are read")
  func aLineThatIsTooLongIsRefusedTheOthersAreRead() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      "{\"id\": \"a\"}\n\(String(repeating: "x", count: 5000))\n{\"id\": \"c\"}\n", to: "people.jsonl")
    var reader = LineReader(try OpenFile(directory.path + "/people.jsonl"), lineLimit: 1000)
    var lines: [(Int, Int, Bool)] = []
    while reader.advance() { lines.append((reader.lineNumber, reader.lineOffset, reader.lineIsTooLong)) }
    #expect(lines.map { $0.0 } == [1, 2, 3])
    #expect(lines.map { $0.2 } == [false, true, false])
    #expect(lines.last?.1 == 12 + 5001)
  }

  @Test("A feed and a collection may stand at the top of the directory")
  func aFeedAndACollectionMayStandAtTheTopOfTheDirectory() throws {
    #expect(
      try read(
        #"{"persons": [{"id": "a", "name": "A"}], "memberships": [{"person_id": "a", "role": "Clerk"}]}"#, as: "x.json"
      ).ids
        == ["person:a"])
    #expect(
      try read(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "x"}]}"#,
        as: "feed.json"
      ).ids == ["article:1"])
    #expect(try read(#"{"uri": "u", "bodies": [{"value": "x"}]}"#, as: "item.json").ids == ["article:u"])
  }

  @Test("A person without name and id is no collection, whatever it has")
  func aPersonWithoutNameAndIdIsNoCollectionWhateverItHas() throws {
    #expect(try read(#"{"memberships": [{"role": "Clerk"}]}"#, as: "people/a.json").ids == ["person:a"])
  }

  @Test("An item that announces an event is an event too")
  func anItemThatAnnouncesAnEventIsAnEventToo() throws {
    let text =
      #"{"uri": "u", "type": "event", "title": "Launch", "eventDetails": {"dates": {"startDate": "2024-06-06T09:00:00Z"}}}"#
    #expect(try read(text, as: "articles/u.json").ids == ["article:u", "event:u"])
  }
}
