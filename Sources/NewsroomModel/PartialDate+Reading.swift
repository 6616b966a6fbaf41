// Reading a date from bytes: files hold many, and nearly all are ten digits and hyphens.
extension PartialDate {
  /// Reads a date from a string of a JSON text. Some programs write the plus sign of a time zone as an escape.
  init(_ value: JSONValue) throws(Fault) {
    if value.node.isEscaped { try self.init(JSONText.decode(value)) } else { try self.init(utf8: value.bytes) }
  }

  /// Reads a date from the bytes of its text.
  init(utf8 bytes: UnsafeRawBufferPointer) throws(Fault) {
    let year = try Self.number(bytes, at: 0, digits: 4)
    guard bytes.count > 4 else {
      self = try Self.existing(year, nil, nil)
      return
    }
    let month = try Self.part(bytes, at: 4)
    guard bytes.count > 7 else {
      self = try Self.existing(year, month, nil)
      return
    }
    let day = try Self.part(bytes, at: 7)
    self = try Self.existing(year, month, day)
    guard bytes.count > 10 else { return }
    guard bytes[10] == UInt8(ascii: "T"), TimeOfDay(utf8: bytes[11...]) != nil else { throw .malformed }
    time = String(decoding: bytes[11...], as: UTF8.self)
  }

  private static func existing(_ year: Int, _ month: Int?, _ day: Int?) throws(Fault) -> PartialDate {
    guard let date = PartialDate(year: year, month: month, day: day) else { throw .impossible }
    return date
  }

  /// The two digits after the hyphen at `start`.
  private static func part(_ bytes: UnsafeRawBufferPointer, at start: Int) throws(Fault) -> Int {
    guard bytes[start] == UInt8(ascii: "-") else { throw .malformed }
    return try number(bytes, at: start + 1, digits: 2)
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, at start: Int, digits: Int) throws(Fault) -> Int {
    guard start + digits <= bytes.count else { throw .malformed }
    var value = 0
    for index in start..<start + digits {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { throw .malformed }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
