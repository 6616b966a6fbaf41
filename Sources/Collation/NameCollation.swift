import CICU

/// The order in which a reader expects names: Å after Z for a Swede, Chinese by their sound for a Chinese reader.
///
/// Most languages share ICU's root order, which folded names have by themselves. Where a locale has an order of its own, lists
/// are sorted by ICU's keys. These are stored, so a catalogue is made for one order.
public struct NameCollation: Sendable {
  /// ICU's name of an order other than the root's; nil for that one.
  package let name: String?
  private let collator: Collator?

  /// The order that most languages share.
  public static let root = NameCollation(locale: "root")

  /// The order of a locale such as `sv_SE`; the root's where ICU does not know it.
  public init(locale: String) {
    let collator = Collator(locale: locale)
    name = collator?.actualLocale.flatMap { $0 == "root" || $0.isEmpty ? nil : $0 }
    self.collator = name == nil ? nil : collator
  }

  /// The order that the environment asks for with LC_ALL, LC_COLLATE or LANG, the first that is set.
  public static func inEnvironment(_ environment: [String: String]) -> NameCollation {
    let named = ["LC_ALL", "LC_COLLATE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let identifier = named.prefix { $0 != "." && $0 != "@" }
    return ["C", "POSIX"].contains(identifier) ? .root : NameCollation(locale: String(identifier))
  }

  /// The key that a name is sorted by, a character for each of its bytes; nil in the root's order.
  package func key(of name: String) -> String? { collator?.key(of: name) }
}

/// A collator of ICU's. Unchecked, because ICU's collators may be shared by threads once nothing changes them.
private final class Collator: @unchecked Sendable {
  private let collator: OpaquePointer

  init?(locale: String) {
    guard let collator = newsroom_ucol_open(locale) else { return nil }
    self.collator = collator
  }

  deinit { newsroom_ucol_close(collator) }

  /// The locale whose rules are used: `sv` for `sv_FI`.
  var actualLocale: String? { newsroom_ucol_actual_locale(collator).map { String(cString: $0) } }

  func key(of name: String) -> String {
    let units = Array(name.utf16)
    let count = newsroom_ucol_get_sort_key(collator, units, Int32(units.count), nil, 0)
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, written in
      written = Int(newsroom_ucol_get_sort_key(collator, units, Int32(units.count), buffer.baseAddress, count))
    }
    // The zero at the end of a key would end a text.
    return String(String.UnicodeScalarView(bytes.dropLast().map { Unicode.Scalar($0) }))
  }
}
