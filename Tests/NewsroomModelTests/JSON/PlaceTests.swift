import Foundation
import NewsroomTestSupport
import Testing

@testable import NewsroomModel

@Suite("Places in JSON texts")
struct PlaceTests {
  @Test("Lines and columns are counted in characters, in any order")
  func linesAndColumnsAreCountedInCharactersInAnyOrder() {
    let text = Array("{\"é高👩‍🏫\": 1,\r\n\t\"b\": 2,\n\n}".utf8)
    text.withUnsafeBytes { bytes in
      var places = LineColumnIndex(bytes)
      let offsets = bytes.indices.filter {
        [UInt8(ascii: "1"), UInt8(ascii: "2"), UInt8(ascii: "}")].contains(bytes[$0])
      }
      let expected = [[1, 9], [2, 7], [4, 1]]
      #expect(offsets.map { [places.place(of: $0).line, places.place(of: $0).column] } == expected)
      #expect(
        offsets.reversed().map { [places.place(of: $0).line, places.place(of: $0).column] } == expected.reversed())
      #expect(offsets.map { places.line(of: $0) } == [1, 2, 4])
    }
  }

  @Test("Every value's pointer leads to it")
  func everyValuesPointerLeadsToIt() throws {
    let text = Array(#"{"a": [1, {"b/c": [[], "x"]}, 2], "d~": {"": null}}"#.utf8)
    try text.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      try scanner.scanText()
      scanner.nodes.withUnsafeBufferPointer { nodes in
        let tape = JSONTape(bytes: bytes, nodes: nodes, hasControls: false)
        var pointer = JSONPointer(in: tape)
        let pointers = nodes.indices.filter { nodes[$0].kind != .key }.map { pointer.pointer(to: $0) }
        #expect(
          pointers == [
            "", "/a", "/a/0", "/a/1", "/a/1/b~1c", "/a/1/b~1c/0", "/a/1/b~1c/1", "/a/2", "/d~0", "/d~0/",
          ])
      }
    }
  }

  @Test("Pointers into a long array or object are the same in any order", arguments: ["[", "{"])
  func pointersIntoALongArrayOrObjectAreTheSameInAnyOrder(bracket: String) throws {
    let members = (0..<200).map { bracket == "[" ? "[\($0)]" : "\"k\($0)\": [\($0)]" }
    let text = Array((bracket + members.joined(separator: ",") + (bracket == "[" ? "]" : "}")).utf8)
    try text.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      try scanner.scanText()
      scanner.nodes.withUnsafeBufferPointer { nodes in
        let tape = JSONTape(bytes: bytes, nodes: nodes, hasControls: false)
        var pointer = JSONPointer(in: tape)
        var random = SeededGenerator(seed: 7)
        for index in Array(nodes.indices.filter { nodes[$0].kind != .key }).shuffled(using: &random) {
          var fresh = JSONPointer(in: tape)
          #expect(pointer.pointer(to: index) == fresh.pointer(to: index))
        }
        #expect(pointer.pointer(to: nodes.count - 1) == (bracket == "[" ? "/199/0" : "/k199/0"))
      }
    }
  }

  @Test("Places in long texts and long lines are the same in any order", arguments: ["\n", " "])
  func placesInLongTextsAndLongLinesAreTheSameInAnyOrder(space: String) {
    let text = Array(String(repeating: "[\"é👩‍🏫e\u{301}\",\(space)1]\(space)", count: 2_000).utf8)
    text.withUnsafeBytes { bytes in
      var places = LineColumnIndex(bytes)
      let ones = bytes.indices.filter { bytes[$0] == UInt8(ascii: "1") }
      var random = SeededGenerator(seed: 7)
      for (count, offset) in Array(ones.enumerated()).shuffled(using: &random) {
        let expected = space == "\n" ? [count * 2 + 2, 1] : [1, count * 11 + 9]
        #expect([places.place(of: offset).line, places.place(of: offset).column] == expected)
        #expect(places.line(of: offset) == expected[0])
      }
    }
  }

  @Test(
    "Strings are decoded as Foundation decodes them",
    arguments: [
      #""plain""#, #""\"\\\/\b\f\n\r\t""#, #""\u00e9\u9ad8\ud83d\ude00""#, #""高 \u0041 é""#, #""""#, #""\u0000x""#,
    ])
  func stringsAreDecodedAsFoundationDecodesThem(_ json: String) throws {
    let expected = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) as? String
    #expect(try decoded(json) == expected)
  }

  @Test(
    "Half a surrogate pair is a replacement character",
    arguments: [
      (#""\ud800""#, "\u{FFFD}"), (#""\ud800x""#, "\u{FFFD}x"), (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}"),
      (#""\ud800\u0041""#, "\u{FFFD}A"),
    ])
  func halfASurrogatePairIsAReplacementCharacter(_ json: String, _ expected: String) throws {
    #expect(try decoded(json) == expected)
  }

  private func decoded(_ json: String) throws -> String {
    try Array(json.utf8).withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      try scanner.scanText()
      return scanner.nodes.withUnsafeBufferPointer {
        JSONText.decode(JSONTape(bytes: bytes, nodes: $0, hasControls: false).root)
      }
    }
  }

  @Test("UTF-8 is well-formed where the library says so")
  func utf8IsWellFormedWhereTheLibrarySaysSo() {
    var random = SeededGenerator(seed: 5)
    let alphabet: [UInt8] = [
      0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let check = bytes.withUnsafeBytes { UTF8Check($0) }
      #expect((check.faultOffset == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      if let offset = check.faultOffset { #expect(String(validating: bytes[..<offset], as: UTF8.self) != nil) }
    }
  }
}
