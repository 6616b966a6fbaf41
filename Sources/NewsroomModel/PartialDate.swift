/// A calendar date of which the day, or the day and the month, may be unknown: `2024`, `2024-06`, `2024-06-07`.
///
/// A partial date is an interval of whole days and compares as one: by its first day, then by its last. A time of day may
/// follow a full date; a date without a time is never shifted by a time zone.
public struct PartialDate: Hashable, Sendable {
  /// Year of the Gregorian calendar, 1 to 9999.
  public var year: Int
  /// Month, 1 to 12, when known.
  public var month: Int?
  /// Day of the month, 1 to 31, when known.
  public var day: Int?
  /// What follows `T`, as it was written (`10:51:42+02:00`), when a time was given.
  public var time: String?

  /// Why a text is no date.
  public enum Fault: Error, Equatable, Sendable {
    /// Not of the form `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm…`.
    case malformed
    /// Of that form, but no such day exists: `2024-02-31`.
    case impossible
  }

  /// A date put together from its parts, or nil where no such date exists.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard Self.exists(year, month, day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads a date as the data directory writes it (see data/README.md).
  public init(_ text: some StringProtocol) throws(Fault) {
    var text = String(text)
    let outcome = text.withUTF8 { bytes in
      Result { () throws(Fault) in try PartialDate(utf8: UnsafeRawBufferPointer(bytes)) }
    }
    self = try outcome.get()
  }

  /// First day of the interval, counted from 1970-01-01.
  public var firstDay: Int { Self.dayNumber(year, month ?? 1, day ?? 1) }

  /// Last day of the interval, counted from 1970-01-01.
  public var lastDay: Int {
    let month = month ?? 12
    return Self.dayNumber(year, month, day ?? Self.days(inMonth: month, of: year))
  }

  /// The day that stands `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int) {
    // Days to civil, after Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.month = month
    self.day = dayOfYear - (153 * shifted + 2) / 5 + 1
  }

  /// The years that can be written in four digits.
  package static let years = 1...9999

  static func exists(_ year: Int, _ month: Int?, _ day: Int?) -> Bool {
    guard years.contains(year), (1...12).contains(month ?? 1), month != nil || day == nil else { return false }
    return (1...days(inMonth: month ?? 1, of: year)).contains(day ?? 1)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension PartialDate: Comparable {
  /// Earlier first day first; of two that begin together, the one that ends first. Days are compared as they are written, and
  /// times within a day by their zones: 10:30+02:00 comes before 09:00Z.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    let (first, second) = ((left.firstDay, left.lastDay), (right.firstDay, right.lastDay))
    guard first == second, left.time != nil || right.time != nil else { return first < second }
    return (left.secondsInUTC ?? .min, left.time ?? "") < (right.secondsInUTC ?? .min, right.time ?? "")
  }
}

extension PartialDate: CustomStringConvertible {
  /// The plain form: `2024-06-07`, with the time when there is one.
  public var description: String {
    guard let time else { return dateOnly }
    return dateOnly + "T" + time
  }

  /// The plain form without a time.
  public var dateOnly: String {
    String(unsafeUninitializedCapacity: 10) { text in
      Self.write(year, in: 0..<4, of: text)
      guard let month else { return 4 }
      text[4] = UInt8(ascii: "-")
      Self.write(month, in: 5..<7, of: text)
      guard let day else { return 7 }
      text[7] = UInt8(ascii: "-")
      Self.write(day, in: 8..<10, of: text)
      return 10
    }
  }

  /// Writes the last digits of a number.
  private static func write(_ number: Int, in range: Range<Int>, of text: UnsafeMutableBufferPointer<UInt8>) {
    var rest = number.magnitude
    for index in range.reversed() {
      text[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
