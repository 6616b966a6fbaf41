/// From when to when something lasted; either end may be unknown, both may be the same partial date.
public struct DateRange: Hashable, Sendable, CustomStringConvertible {
  /// When it began.
  public var start: PartialDate?
  /// When it ended.
  public var end: PartialDate?

  /// A span from its two ends; nil when both are unknown.
  public init?(start: PartialDate?, end: PartialDate?) {
    guard start != nil || end != nil else { return nil }
    (self.start, self.end) = (start, end)
  }

  /// The span of a single date.
  public init(_ date: PartialDate) { (start, end) = (date, date) }

  /// The date lists sort by: the start, or the end where that alone is known.
  public var sortDate: PartialDate? { start ?? end }

  /// The plain form: `2024-06-06`, or `2024-06-06 – 2024-06-08`.
  public var description: String {
    switch (start, end) {
    case (let start?, let end?): start == end ? start.dateOnly : "\(start.dateOnly) – \(end.dateOnly)"
    case (let start?, nil): start.dateOnly
    case (nil, let end?): "– \(end.dateOnly)"
    case (nil, nil): ""
    }
  }
}
