import CNcurses
import Glibc

/// The locale by which characters are drawn.
package enum TerminalLocale: Hashable, Sendable {
  /// The one that the environment asks for; it has every character.
  case requested
  /// C.UTF-8: the machine does not have the one that the environment asks for, or none is asked for.
  case fallback
  /// No character beyond ASCII can be drawn.
  case ascii

  /// Sets the locale of the process: the one asked for where it is UTF-8, else C.UTF-8 where the machine does not have the
  /// one asked for or none is asked for. One that is there and is not UTF-8 (`LC_ALL=C`) is taken at its word.
  static func choose() -> TerminalLocale {
    let isThere = setlocale(LC_CTYPE, "") != nil
    if isUTF8 { return .requested }
    let names: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
    let asked = names.compactMap { name in getenv(name).map { String(cString: $0) } }.first { !$0.isEmpty }
    guard !isThere || asked == nil else { return .ascii }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil && isUTF8 ? .fallback : .ascii
  }

  private static var isUTF8: Bool { String(cString: newsroom_codeset()) == "UTF-8" }
}
