import CICU

/// English names of country and language codes, from ICU.
package enum CodeDisplayNames {
  /// `Kenya` for `KE` (ISO 3166-1); nil for an unknown code.
  package static func country(_ code: String) -> String? {
    guard code.utf8.count == 2, code.utf8.allSatisfy(isLetter) else { return nil }
    return name(newsroom_uloc_display_country, "und-" + code, unlike: code)
  }

  /// `Eastern Africa` for `014` (UN M49).
  static func name(ofRegion code: String) -> String? {
    name(newsroom_uloc_display_country, "und-" + code, unlike: code)
  }

  /// `Arabic` for `ar`, `Chinese (Simplified)` for `zh-Hans` (BCP 47); nil for an unknown language tag.
  package static func language(_ tag: String) -> String? {
    guard !tag.isEmpty, tag.utf8.allSatisfy({ isLetter($0) || $0 == 0x2D || 0x30...0x39 ~= $0 }) else { return nil }
    return name(newsroom_uloc_display_language, tag, unlike: tag)
  }

  /// A code after its name, `Kenya · KE`; the code alone where the name is unknown.
  package static func named(_ code: String, _ name: (String) -> String?) -> String {
    name(code).map { "\($0) · \(code)" } ?? code
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// ICU returns the code where it knows no name.
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
