import NewsroomModel

/// Dates as the tables keep them, and the number that lists sort by.
enum DateSortKey {
  /// Sorts after every date in the list of the newest.
  static let unknown: Int64 = .min

  /// A number that orders as ``PartialDate`` does: by first day, last day, time to two seconds; the rest of the bits come from the
  /// id, so that records of one moment have an order that does not depend on when they were read.
  static func key(_ date: PartialDate?, id: String) -> Int64 {
    guard let date else { return unknown + Int64(id.utf8.stableHash & 0x7FFF) }
    let length = Int64(min(date.lastDay - date.firstDay, 511))
    let time = date.secondsInUTC.map { ($0 - PartialDate.secondsInUTCBounds.lowerBound) / 2 + 1 } ?? 0
    return Int64(date.firstDay) << 41 | length << 32 | Int64(min(time, 0x1FFFF)) << 15
      | Int64(id.utf8.stableHash & 0x7FFF)
  }

  /// Whether the key is that of a record with a date.
  static func isKnown(_ key: Int64) -> Bool { key > unknown + 0x7FFF }
}

extension DateRange {
  /// A span from the two columns that hold it.
  init?(start: String?, finish: String?) {
    self.init(start: start.flatMap { try? PartialDate($0) }, end: finish.flatMap { try? PartialDate($0) })
  }
}
