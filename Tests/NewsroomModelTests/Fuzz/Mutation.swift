import Foundation
import NewsroomTestSupport

/// Spoils JSON texts: their bytes, their structure, the types of their values.
struct Mutation {
  var random: SeededGenerator

  private static let tokens = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "-", "1e999", "0x", "\u{0}", "\u{FEFF}",
    "\u{2028}",
    "高", "\"id\":", "\"uri\":1,", "\r\n", "<p>", "</",
  ]

  /// A text of which some bytes are changed.
  mutating func bytes(of text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...4, using: &random) where !text.isEmpty {
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: text[place] = UInt8.random(in: 0...255, using: &random)
      case 1: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...20, using: &random)))
      case 2: text.insert(contentsOf: Self.tokens.randomElement(using: &random)?.utf8 ?? "".utf8, at: place)
      case 3: text.insert(contentsOf: text[place..<min(text.count, place + 30)], at: place)
      default: text.removeSubrange(place...)
      }
    }
    return text
  }

  /// A value of which one part, somewhere, is something else.
  mutating func structure(of value: Any) -> Any {
    if Int.random(in: 0..<6, using: &random) == 0 { return anything() }
    switch value {
    case let object as [String: Any]:
      var object = object
      guard let key = object.keys.sorted().randomElement(using: &random) else { return anything() }
      switch Int.random(in: 0..<4, using: &random) {
      case 0: object[key] = nil
      case 1: object[key + "x"] = object.removeValue(forKey: key)
      default: object[key] = object[key].map { structure(of: $0) }
      }
      return object
    case let array as [Any] where !array.isEmpty:
      var array = array
      let index = Int.random(in: 0..<array.count, using: &random)
      array[index] = structure(of: array[index])
      return array
    default: return anything()
    }
  }

  private mutating func anything() -> Any {
    let choices: [Any] = [
      NSNull(), true, 0, -1.5, 1e300, "", " ", "2024-02-31", "\u{7}", "<p><b>x", String(repeating: "[", count: 300),
      [Any](),
      [[[1]]], ["a": ["b": NSNull()]] as [String: Any], ["x"], "高等教育",
    ]
    return choices.randomElement(using: &random) ?? 0
  }
}
