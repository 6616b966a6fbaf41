extension UnsafeRawBufferPointer {
  /// No bytes, for texts that cannot be held or are yet to come.
  static var nothing: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }

  /// Whether the bytes are those of a name; with `ignoringCase`, the case of ASCII letters is nothing.
  @inline(__always)
  func spell(_ name: StaticString, ignoringCase: Bool = false) -> Bool {
    let wanted = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    guard count == wanted.count else { return false }
    for index in indices where self[index] != wanted[index] {
      guard ignoringCase, self[index] | 0x20 == wanted[index] | 0x20 else { return false }
    }
    return true
  }
}
