import Testing

@testable import NewsroomModel

/// Each problem that a file alone shows, as `newsroom check` prints it.
@Suite("What a file says is wrong with it")
struct ProblemTests {
  static let people: [(String, [String])] = [
    (#"{"id": "a", "name": "A"}"#, []),
    (
      "{\n  \"id\": \"a\",\n  \"name\": \"A\",\n}",
      ["4:1: error NR103: expected another element after the comma, found \"}\"; remove the comma"]
    ),
    (#"{"id": "a" "name": "A"}"#, [#"1:12: error NR103: expected "," or "}", found a string"#]),
    ("{\"id\": \"é高👩‍🏫\", x}", [#"1:15: error NR103: expected a name in quotation marks, found "x""#]),
    ("", ["1:1: error NR103: the text is empty"]),
    (
      "\u{FEFF}{\"name\": \"A\"}",
      ["1:1: warning NR104: the file begins with a byte order mark; save it as UTF-8 without one"]
    ),
    ("42", ["1:1: error NR110: a file must contain an object or an array of objects, found the number 42"]),
    (
      #"[{"id": "a", "name": "A"}, "b"]"#,
      [#"1:28: error NR110 /1: expected a record (an object), found the string "b""#]
    ),
    (
      #"{"id": "a", "name": "A", "name": "B"}"#,
      [#"1:26: warning NR106 /name: "name" appears twice in this object, first at 1:13; the last one is used"#]
    ),
    (#"[{"name": "A"}]"#, [#"1:2: error NR201 /0: a person needs a key "id""#]),
    (#"{"id": "a"}"#, [#"1:1: error NR201: a person needs a key "name""#]),
    (
      #"{"id": 7, "name": "A"}"#,
      ["1:8: warning NR202 /id: the id must be a string, found the number 7; put it in quotation marks"]
    ),
    (#"{"name": ["A"]}"#, [#"1:10: error NR202 /name: "name" must be a string, found an array"#]),
    (
      #"{"name": "A", "sort_name": null}"#,
      [
        #"1:28: warning NR202 /sort_name: "sort_name" must be a string, found null; omit the key when the value is unknown"#
      ]
    ),
    (
      #"{"name": "A", "memberships": {"role": "Chief"}}"#,
      [#"1:30: warning NR202 /memberships: "memberships" must be an array, found an object; put it in brackets: [ ]"#]
    ),
    (
      #"{"name": "A", "nane": "B", "_note": 1}"#,
      [#"1:15: warning NR205 /nane: unknown key "nane" in a person; did you mean "name"?"#]
    ),
    (
      #"{"name": "A", "memberships": [{"organisation_id": "x"}]}"#,
      [
        #"1:32: warning NR205 /memberships/0/organisation_id: unknown key "organisation_id" in a membership; did you mean "organization_id"?"#
      ]
    ),
    (
      #"{"name": "A", "memberships": [{"attested": ["2024-02-31"]}]}"#,
      [#"1:45: error NR401 /memberships/0/attested/0: the date "2024-02-31" does not exist"#]
    ),
    (
      #"{"name": "A", "birth_date": "June 2024"}"#,
      [
        #"1:29: error NR401 /birth_date: "June 2024" is not a valid date; use YYYY-MM-DD, YYYY-MM or YYYY, or a time such as 2024-06-07T10:30:00+02:00"#
      ]
    ),
    (
      #"{"name": "A", "memberships": [{"start_date": "2024", "end_date": "2023-06"}]}"#,
      ["1:66: warning NR402 /memberships/0/end_date: the end, 2023-06, is before the start, 2024"]
    ),
    (
      #"{"name": "A", "memberships": [{"organization_id": "", "role": "R"}]}"#,
      [
        "1:51: warning NR202 /memberships/0/organization_id: the reference is empty; omit the key when the value is unknown"
      ]
    ),
    (#"{"name": "A\u0007B"}"#, ["1:1: note NR502: removed 1 control character"]),
    (#"{"name": "A", "a/b~c": 1}"#, [#"1:15: warning NR205 /a~1b~0c: unknown key "a/b~c" in a person"#]),
  ]

  @Test("Each problem has its place and says what to do", arguments: people)
  func eachProblemHasItsPlaceAndSaysWhatToDo(_ text: String, _ expected: [String]) {
    let problems = TextOfFile(text, path: "people/x.json").problems.map {
      $0.description.dropFirst("people/x.json:".count)
    }
    #expect(problems == expected.map { $0[...] })
  }

  @Test(
    "A reference that is empty is said, and one without which nothing is left is an error",
    arguments: [
      (
        RecordKind.delegation, #"{"name": "D", "members": [{"person_id": "", "role": "Head"}]}"#,
        "error NR201 /members/0/person_id: the required value is empty"
      ),
      (
        .delegation, #"{"name": "D", "on_behalf_of_ids": [""]}"#,
        "warning NR202 /on_behalf_of_ids/0: the reference is empty; omit the key when the value is unknown"
      ),
      (
        .event, #"{"name": "E", "organizers": [{"organization_id": " "}]}"#,
        "error NR201 /organizers/0/organization_id: the required value is empty"
      ),
    ])
  func aReferenceThatIsEmptyIsSaidAndOneWithoutWhichNothingIsLeftIsAnError(
    kind: RecordKind, text: String, expected: String
  ) {
    let file = TextOfFile(text, path: "x.json", kind: kind)
    #expect(file.problems.map { $0.description.drop { $0 != " " }.dropFirst() } == [expected[...]])
    #expect(file.records.map(\.isPartial) == [true])
  }

  @Test(
    "A country is a code of ISO 3166-1",
    arguments: [("CN", true), ("ch", true), ("China", false), ("XX", false), ("UK", false)])
  func aCountryIsACodeOfISO31661(text: String, isKnown: Bool) {
    let file = TextOfFile(
      #"{"id": "o", "name": "O", "country": "\#(text)"}"#, path: "organisations/o.json", kind: .organisation)
    let expected = "\"\(text)\" is not a country code; use an ISO 3166-1 code of two letters, such as CN"
    #expect(
      file.problems.map(\.description)
        == (isKnown ? [] : ["organisations/o.json:1:37: warning NR204 /country: \(expected)"]))
  }

  @Test("A file's name that makes a key makes one without control characters, and that is said")
  func aFilesNameThatMakesAKeyMakesOneWithoutControlCharactersAndThatIsSaid() {
    let file = TextOfFile(#"{"name": "A"}"#, path: "people/a\n\u{1B}[31mb.json")
    #expect(file.records.map(\.record.address.id) == ["a[31mb"])
    #expect(file.problems.map(\.code) == [.wrongType])
    #expect(TextOfFile(#"{"id": "x", "name": "A"}"#, path: "people/a\nb.json").problems == [])
  }

  static let articles: [(String, [String])] = [
    (
      #"{"uri": "u", "bodies": [{"value": "<p>x</p>"}], "type": "txt"}"#,
      [
        "1:57: warning NR204 /type: \"txt\" is not one of text, audio, video, picture, graphic, composite, component, event, planning; did you mean \"text\"?"
      ]
    ),
    (#"{"uri": "u"}"#, ["1:1: warning NR501: the article has no text"]),
    (
      #"{"uri": "u", "bodies": [{"contentType": "text/html", "value": "<script>x</script>"}]}"#,
      ["1:24: warning NR501 /bodies: the article has no text after its HTML is read"]
    ),
    (
      #"{"uri": "u", "bodies": [{"contentType": "text/html", "value": "<p title='1 > 0'>&nbsp;&#8203;<hr></p>"}]}"#,
      ["1:24: warning NR501 /bodies: the article has no text after its HTML is read"]
    ),
    (#"{"uri": "u", "bodies": [{"contentType": "text/html", "value": "<svg>x</svg>&eacute;"}]}"#, []),
    (
      #"{"id": "u", "date_published": "2024"}"#,
      ["1:1: warning NR501: the article has no text", "note NR601: read 1 record written as JSON Feed"]
    ),
    (
      #"{"id": "u", "content_html": "&nbsp;"}"#,
      [
        "1:29: warning NR501 /content_html: the article has no text after its HTML is read",
        "note NR601: read 1 record written as JSON Feed",
      ]
    ),
    (
      #"{"uri": "u", "bodies": [{"value": "x"}], "versionCreated": "2024-02-31"}"#,
      [#"1:60: warning NR401 /versionCreated: the date "2024-02-31" does not exist"#]
    ),
    (
      #"{"uri": "u", "type": "picture", "people": [{"code": "x"}]}"#,
      [#"1:45: warning NR205 /people/0/code: unknown key "code" in a mention; did you mean "literal"?"#]
    ),
    (
      #"{"uri": "u", "headline": "H", "body_text": "x", "pubstatus": "usable"}"#,
      ["note NR601: read 1 record written as ninjs 1.x or 2.x"]
    ),
  ]

  @Test("Problems of articles", arguments: articles)
  func problemsOfArticles(_ text: String, _ expected: [String]) {
    let problems = TextOfFile(text, path: "articles/x.json", kind: .article).problems
    #expect(
      problems.map { $0.description.drop { $0 != ":" }.dropFirst().drop { $0 == " " } } == expected.map { $0[...] })
  }

  @Test("Bytes that are not UTF-8 are counted from the beginning of the file")
  func bytesThatAreNotUTF8AreCountedFromTheBeginningOfTheFile() {
    let bytes = Array("{\"id\": \"a\",\n \"name\": \"".utf8) + [0xE9, 0x22, 0x7D]
    let file = TextOfFile(bytes: bytes, path: "people/x.json", kind: .person)
    #expect(
      file.problems.map(\.description) == [
        "people/x.json:2:11: error NR102: byte 22 is not UTF-8; save the file as UTF-8"
      ])
    #expect(file.records == [])
  }

  @Test("A text nested too deeply is refused, and its place named")
  func aTextNestedTooDeeplyIsRefusedAndItsPlaceNamed() {
    let file = TextOfFile(String(repeating: "[", count: 200), path: "people/x.json")
    #expect(file.problems.map(\.code) == [.tooLarge])
    #expect(file.problems.first?.column == 129)
  }

  @Test("A record read in part says so and keeps what is good")
  func aRecordReadInPartSaysSoAndKeepsWhatIsGood() {
    let file = TextOfFile(#"[{"id": "a", "name": 1, "given_name": "B"}, {"id": "c", "name": "C"}]"#)
    #expect(file.records.map(\.isPartial) == [true, false])
    guard case .person(let person)? = file.records.first?.record else { return #expect(Bool(false)) }
    #expect(person.name == "B" && person.givenName == "B")
  }

  @Test(
    "A suggestion is near, or there is none",
    arguments: [("nmae", "name"), ("zebra", nil), ("organisation", "organization_id")])
  func aSuggestionIsNearOrThereIsNone(_ word: String, _ expected: String?) {
    #expect(SpellingSuggestion.nearest(to: word, in: ["name", "note", "organization_id"]) == expected)
  }
}
