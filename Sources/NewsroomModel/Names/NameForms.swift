import Foundation

/// The forms in which names are compared. A name is printed in many ways: "ZHAN Tao", "Tao Zhan", "tao  zhan".
public enum NameForms {
  /// The form by which two spellings are one name: composed (NFC), case-folded, spaces collapsed; accents count.
  public static func comparisonForm(_ name: String) -> String {
    let line = PlainText.oneLine(name)
    if line.utf8.allSatisfy({ $0 < 0x80 }) { return line.lowercased() }
    return caseFolded(line).precomposedStringWithCanonicalMapping
  }

  /// Unicode's case folding, which Foundation does not offer: by way of the capitals ß is ss, ς is σ, and ẞ is both.
  private static func caseFolded(_ line: String) -> String { line.lowercased().uppercased().lowercased() }

  /// The form for searching: as ``SearchNormalizer`` has it, spaces collapsed; accents are nothing.
  public static func searchForm(_ name: String) -> String { SearchNormalizer.fold(PlainText.oneLine(name)) }

  /// The orders in which a person's name is printed: as given, and with the first word last or the last word first, because
  /// the order of names proves nothing. A name of one word, or written without spaces, has one order.
  public static func orders(of name: String) -> [String] {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard (2...4).contains(words.count) else { return [PlainText.oneLine(name)] }
    var orders = [Array(words), Array(words.dropFirst()) + [words[0]]]
    if words.count > 2 { orders.append([words[words.count - 1]] + Array(words.dropLast())) }
    return orders.map { $0.joined(separator: " ") }
  }
}
