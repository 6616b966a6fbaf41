import Foundation

/// An object of JSON to which something is added as it stands elsewhere, byte for byte.
struct RawObject {
  let bytes: [UInt8]

  /// A value as an object.
  static func encoded(_ value: some Encodable) -> RawObject {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings are all that such values hold, and these can always be encoded.
    return RawObject(bytes: (try? encoder.encode(value)).map { [UInt8]($0) } ?? Array("{}".utf8))
  }

  /// The object with one more key, which it has not yet.
  func adding(_ key: String, _ value: [UInt8]) -> [UInt8] {
    let isEmpty = bytes.dropLast().last { !Self.isSpace($0) } == UInt8(ascii: "{")
    let start = (isEmpty ? "\"" : ", \"") + key + "\": "
    return bytes.dropLast() + Array(start.utf8) + value + [UInt8(ascii: "}")]
  }

  /// An object with more elements in one of its arrays, which may not be there yet.
  static func appending(_ elements: [[UInt8]], to key: StaticString, of object: [UInt8]) -> [UInt8] {
    object.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      guard (try? scanner.scanText()) != nil else { return object }
      return scanner.nodes.withUnsafeBufferPointer { nodes in
        let root = JSONTape(bytes: bytes, nodes: nodes, hasControls: false).root
        guard let member = root.member(key) else {
          return RawObject(bytes: object).adding(key.description, array(elements))
        }
        // One that is not in brackets is read as if it were.
        let own = member.kind == .object ? [member] : Array(member.elements)
        let all = own.map { Array($0.bytes) } + elements
        return Array(bytes[..<member.offset]) + array(all) + Array(bytes[member.endOffset...])
      }
    }
  }

  private static func array(_ elements: [[UInt8]]) -> [UInt8] {
    Array("[".utf8) + elements.joined(separator: Array(", ".utf8)) + Array("]".utf8)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
