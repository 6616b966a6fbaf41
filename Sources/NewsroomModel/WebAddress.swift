import Foundation

/// An address on the web: which ones are is decided here for all, for what is opened, shown as a source or typed.
package struct WebAddress {
  /// What stands behind `https://`.
  package let rest: String

  /// Nil for what is none, or could not be handed to another program: `http` or `https`, in whatever case, and nothing that is no
  /// part of an address.
  package init?(_ text: String) {
    guard let end = text.firstRange(of: "://"), ["http", "https"].contains(text[..<end.lowerBound].lowercased()),
      Self.isPrintable(text), end.upperBound < text.endIndex
    else { return nil }
    rest = String(text[end.upperBound...])
  }

  /// The name of the server: `eng.ichei.org`.
  package var host: String { String(rest.prefix { !"/?#".contains($0) }) }

  /// An address that is relative to another made whole; nil where it is whole already, or cannot be made so.
  static func resolve(_ address: String, against base: String) -> String? {
    guard !address.hasPrefix("#"), let base = URL(string: base), let url = URL(string: address, relativeTo: base),
      URL(string: address)?.scheme == nil
    else { return nil }
    let whole = url.absoluteString
    return WebAddress(whole) == nil ? nil : whole
  }

  /// Whether a text may be handed to another program to be opened: addresses on the web, and of mail.
  package static func mayBeOpened(_ text: String) -> Bool {
    WebAddress(text) != nil || text.lowercased().hasPrefix("mailto:") && isPrintable(text)
  }

  private static func isPrintable(_ text: String) -> Bool { text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } }
}
