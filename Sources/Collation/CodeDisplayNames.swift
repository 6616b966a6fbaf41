import CICU

/// What the codes of countries and languages stand for, in English, as ICU knows them.
package enum CodeDisplayNames {
  /// `Kenya` for `KE` (ISO 3166-1); nil for what is not a country code.
  package static func country(_ code: String) -> String? {
    guard code.utf8.count == 2, code.utf8.allSatisfy(isLetter) else { return nil }
    return name(newsroom_uloc_display_country, "und-" + code, unlike: code)
  }

  /// `Arabic` for `ar`, `Chinese (Simplified)` for `zh-Hans` (BCP 47); nil for what is no tag of a language.
  package static func language(_ tag: String) -> String? {
    guard !tag.isEmpty, tag.utf8.allSatisfy({ isLetter($0) || $0 == 0x2D || 0x30...0x39 ~= $0 }) else { return nil }
    return name(newsroom_uloc_display_language, tag, unlike: tag)
  }

  /// A code after what it stands for, `Kenya · KE`; alone where that is not known.
  package static func named(_ code: String, _ name: (String) -> String?) -> String {
    name(code).map { "\($0) · \(code)" } ?? code
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// ICU gives back the code where it knows no name.
  private static func name(
    _ display: (UnsafePointer<CChar>, UnsafeMutablePointer<UInt16>, Int32) -> Int32, _ tag: String, unlike code: String
  ) -> String? {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 160) { units in
      guard let start = units.baseAddress else { return nil }
      let count = Int(display(tag, start, Int32(units.count)))
      guard (1...units.count).contains(count) else { return nil }
      let name = String(decoding: units[..<count], as: UTF16.self)
      return name.lowercased() == code.lowercased() ? nil : name
    }
  }
}
