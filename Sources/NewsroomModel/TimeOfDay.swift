/// A time of day as it follows the `T` of a date: `10:30`, `10:51:42+02:00`, `10:51:42.5Z`.
struct TimeOfDay {
  private typealias Bytes = Slice<UnsafeRawBufferPointer>

  /// Seconds from the beginning of the written day in UTC, which is meant where no zone is written. With one they may be fewer
  /// than none, or more than a day has.
  let seconds: Int

  /// Within these bounds: no zone is a whole day away.
  static let bounds = -86_400...2 * 86_400

  /// Reads `hh:mm`, then perhaps seconds with a fraction, then perhaps a zone. 24:00 is the end of the day, and a minute may have a
  /// second 60 (RFC 3339). Nil for what is no time.
  init?(utf8 bytes: Slice<UnsafeRawBufferPointer>) {
    var rest = bytes
    guard let hour = Self.number(&rest, upTo: 24), Self.pass(":", &rest),
      let minute = Self.number(&rest, upTo: 59)
    else { return nil }
    var second = 0
    if Self.pass(":", &rest) {
      guard let number = Self.number(&rest, upTo: 60), Self.passFraction(&rest) else { return nil }
      second = number
    }
    guard hour < 24 || minute == 0 && second == 0, let offset = Self.zone(rest) else { return nil }
    seconds = hour * 3600 + minute * 60 + second - offset
  }

  /// Seconds by which `Z`, `+02`, `+0200` or `+02:00` is ahead of UTC; nil for what is no zone.
  private static func zone(_ text: Bytes) -> Int? {
    var rest = text
    if rest.isEmpty || pass("Z", &rest) { return rest.isEmpty ? 0 : nil }
    let isBehind = pass("-", &rest)
    guard isBehind || pass("+", &rest), let hours = number(&rest, upTo: 23) else { return nil }
    var minutes = 0
    if pass(":", &rest) || !rest.isEmpty {
      guard let number = number(&rest, upTo: 59), rest.isEmpty else { return nil }
      minutes = number
    }
    let offset = hours * 3600 + minutes * 60
    return isBehind ? -offset : offset
  }

  /// - Returns: false where a fraction begins and has no digits.
  private static func passFraction(_ rest: inout Bytes) -> Bool {
    guard pass(".", &rest) || pass(",", &rest) else { return true }
    let count = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(count)
    return count > 0
  }

  /// The two digits at the beginning, if they are no more than `most`.
  private static func number(_ rest: inout Bytes, upTo most: Int) -> Int? {
    let digits = rest.prefix(2)
    guard digits.count == 2, digits.allSatisfy(isDigit) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    guard value <= most else { return nil }
    rest = rest.dropFirst(2)
    return value
  }

  private static func pass(_ character: Unicode.Scalar, _ rest: inout Bytes) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

extension PartialDate {
  /// Seconds from the beginning of the written day in UTC; nil without a time.
  package var secondsInUTC: Int? {
    guard var time else { return nil }
    return time.withUTF8 { TimeOfDay(utf8: UnsafeRawBufferPointer($0)[...])?.seconds }
  }

  /// The bounds of ``secondsInUTC``.
  package static var secondsInUTCBounds: ClosedRange<Int> { TimeOfDay.bounds }
}
