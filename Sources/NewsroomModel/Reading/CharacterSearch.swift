import Foundation

/// Looks for bytes with the C library, which looks at many at once.
enum CharacterSearch {
  /// The offset of the first `byte`.
  static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, Int32(byte), bytes.count) else { return nil }
    return UnsafeRawPointer(found) - base
  }
}
