import Foundation

/// The form in which names are compared when a mention is linked: NFC, case folded, spaces collapsed. Accents and signs count,
/// because a wrong link is worse than none.
enum LinkKey {
  static func of(_ name: String) -> String {
    name.precomposedStringWithCanonicalMapping.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
