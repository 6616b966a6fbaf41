import CICU

/// Writes text of any script in lower-case ASCII letters, by ICU's rules `Any-Latin` and `Latin-ASCII`.
enum Transliterator {
  /// Unchecked, because ICU's transliterators may be shared by threads.
  private struct Handle: @unchecked Sendable { let pointer: UnsafeMutableRawPointer? }

  private static let handle: Handle = {
    let rules = Array("Any-Latin; Latin-ASCII; Lower".utf16)
    return Handle(pointer: newsroom_utrans_open(rules, Int32(rules.count)))
  }()

  /// The text in ASCII letters as far as ICU has rules for its script; other characters stay.
  static func latin(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    guard let transliterator = handle.pointer else { return text.lowercased() }
    var units = Array(text.utf16)
    let count = units.count
    units += [UInt16](repeating: 0, count: count * 8 + 64)
    let length = newsroom_utrans_convert(transliterator, &units, Int32(count), Int32(units.count))
    return length < 0 ? text.lowercased() : String(decoding: units[0..<Int(length)], as: UTF16.self)
  }
}
