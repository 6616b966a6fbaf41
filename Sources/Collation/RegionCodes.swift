import CICU

/// The regions of UN M49 as ICU knows them: "002" is Africa, "014" Eastern Africa.
package enum RegionCodes {
  /// The countries in a region, as ISO 3166-1 codes; nil for what is no region.
  package static func countries(in code: String) -> Set<String>? {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 2_048) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let length = newsroom_uregion_countries(code, start, Int32(buffer.count))
      guard length > 0 else { return nil }
      let text = String(decoding: buffer[..<Int(length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
      return Set(text.split(separator: " ").map(String.init))
    }
  }

  /// The English name: "Eastern Africa".
  package static func name(_ code: String) -> String? { CodeDisplayNames.name(ofRegion: code) }

  /// The region of a name, whatever its case; a code means itself.
  package static func code(named text: String) -> String? {
    if countries(in: text) != nil { return text }
    return all.first { name($0)?.lowercased() == text.lowercased() }
  }

  /// The codes of M49 that are regions: all numbers are tried once.
  static let all = (1..<1_000).map { number in
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }.filter { countries(in: $0) != nil && name($0) != nil }
}
