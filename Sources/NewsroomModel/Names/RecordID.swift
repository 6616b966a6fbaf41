import Foundation

/// The form in which keys are kept, whatever the file that gives or names them has.
package enum RecordID {
  /// The key composed (NFC). What looks the same is then the same everywhere, byte by byte: some systems and editors write `é` as
  /// one character and others as two.
  package static func of(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }
}
