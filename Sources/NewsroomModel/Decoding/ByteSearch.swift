import Foundation

/// Looks for bytes with the C library, which looks at many at once.
enum ByteSearch {
  /// The offset of the first `byte`.
  static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, Int32(byte), bytes.count) else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Whether the bytes of `part` occur.
  static func contains(_ part: StaticString, in bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while let found = first(part.utf8Start.pointee, in: rest), let base = rest.baseAddress {
      rest = UnsafeRawBufferPointer(rebasing: rest[found...])
      guard rest.count >= part.utf8CodeUnitCount else { return false }
      if memcmp(base + found, part.utf8Start, part.utf8CodeUnitCount) == 0 { return true }
      rest = UnsafeRawBufferPointer(rebasing: rest[1...])
    }
    return false
  }
}
