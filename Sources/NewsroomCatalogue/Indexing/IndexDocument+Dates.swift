import NewsroomModel

extension IndexDocument {
  /// How many days a span may have to be written day by day.
  private static let longestByDays = 92
  /// How many years to be written month by month; and how many at most.
  private static let (longestByMonths, maxYears) = (20, 1_000)

  /// Adds the years and months that a span touches, and its days, as date filters look for them (see ``FilterDates``).
  ///
  /// In a long span the days between its first and its last month are not written one by one: months and years stand for them
  /// that it has every day of. So does a year of which no more is known.
  mutating func add(_ span: DateRange?) {
    guard let first = span?.start ?? span?.end, let last = span?.end ?? span?.start else { return }
    let start = first.firstDay
    let end = last.lastDay < start ? first.lastDay : last.lastDay
    guard start < end else { return add(day: start, withMonth: true) }
    let isKnown = first.month != nil && last.month != nil
    let (from, to) = (PartialDate(dayNumber: start), PartialDate(dayNumber: end))
    let isByDays = isKnown && end - start <= Self.longestByDays
    let isByMonths = isKnown && to.year - from.year < Self.longestByMonths
    for number in from.year...min(to.year, from.year + Self.maxYears) {
      guard let year = PartialDate(year: number) else { continue }
      let isWhole = start <= year.firstDay && year.lastDay <= end
      add(.year, year.description)
      if isWhole { add(.throughout, year.description) }
      guard isByMonths || !isWhole else { continue }
      let months = (number == from.year ? from.month ?? 1 : 1)...(number == to.year ? to.month ?? 12 : 12)
      for month in months.compactMap({ PartialDate(year: number, month: $0) }) {
        add(.month, month.description)
        if !isWhole { addDays(of: month, within: start...end, isByDays) }
      }
    }
  }

  private mutating func addDays(of month: PartialDate, within span: ClosedRange<Int>, _ isByDays: Bool) {
    if isByDays || span.lowerBound >= month.firstDay || span.upperBound <= month.lastDay {
      for day in span.clamped(to: month.firstDay...month.lastDay) { add(day: day, withMonth: false) }
    } else {
      add(.throughout, month.description)
    }
  }

  private mutating func add(day: Int, withMonth: Bool) {
    let text = PartialDate(dayNumber: day).description
    add(.day, text)
    guard withMonth else { return }
    add(.month, String(Substring(text.utf8.prefix(7))))
    add(.year, String(Substring(text.utf8.prefix(4))))
  }
}
