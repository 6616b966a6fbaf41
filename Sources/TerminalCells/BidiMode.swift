/// Who puts right-to-left text into the order in which it is read: this program or the terminal.
///
/// Most terminals show characters in the order in which they are written, so the program orders them, and tells the terminal so
/// (ECMA-48's explicit mode). Arabic letters are joined, or not, by the terminal and its font.
package enum BidiMode: String, CaseIterable, Sendable {
  /// The terminal reorders text, or nothing does.
  case off
  /// The program orders.
  case on
  /// The program orders, except in terminals known to do so whatever they are told.
  case auto

  /// Whether the program orders text in the terminal that `environment` tells of.
  package func reordersBidi(in environment: [String: String]) -> Bool {
    switch self {
    case .off: false
    case .on: true
    case .auto:
      environment["TERM"]?.hasPrefix("mlterm") != true && environment["TERM_PROGRAM"] != "Apple_Terminal"
        && environment["KONSOLE_VERSION"] == nil
    }
  }
}
