import NewsroomModel

/// Date filters, answered from the years, months and days that every record touches.
struct FilterDates {
  private let postings: Postings

  init(_ postings: Postings) { self.postings = postings }

  /// Records that touch the interval of the date (`year`, `on`), or have something before or after it, with the interval itself
  /// (`until`, `since`) or without.
  func set(_ field: QueryField, _ text: String) throws -> RecordBitmap? {
    guard let date = try? QueryDate.date(text) else { return nil }
    var set = RecordBitmap(limit: postings.limit)
    switch field {
    case .before: try add(before: date.firstDay, to: &set)
    case .until: try add(before: date.lastDay + 1, to: &set)
    case .since: try add(from: date.firstDay, to: &set)
    case .after: try add(from: date.lastDay + 1, to: &set)
    default: try addOn(date, to: &set)
    }
    return set
  }

  /// A record of which only the year is known may lie anywhere in it, so it is found under each of its days; so is one that goes on
  /// throughout the year or the month.
  private func addOn(_ date: PartialDate, to set: inout RecordBitmap) throws {
    let text = date.dateOnly
    if date.day != nil {
      try postings.add(Term.filter(.day, text), to: &set)
      try postings.add(Term.filter(.throughout, String(text.prefix(7))), to: &set)
    } else if date.month != nil {
      try postings.add(Term.filter(.month, text), to: &set)
    } else {
      try postings.add(Term.filter(.year, text), to: &set)
    }
    if date.month != nil { try postings.add(Term.filter(.throughout, String(text.prefix(4))), to: &set) }
  }

  private func add(before day: Int, to set: inout RecordBitmap) throws {
    let date = PartialDate(dayNumber: day)
    let text = date.description
    let (year, month) = (String(text.prefix(4)), String(text.prefix(7)))
    // No text of four digits stands for what lies beyond the last year, and everything is before that.
    let lastYear = date.year > PartialDate.years.upperBound ? "~" : year
    try addRange(.year, "", lastYear, to: &set)
    guard lastYear == year else { return }
    try addRange(.month, year, month, to: &set)
    try addRange(.day, month, text, to: &set)
    if day > yearStart(date.year) { try postings.add(Term.filter(.throughout, year), to: &set) }
  }

  private func add(from day: Int, to set: inout RecordBitmap) throws {
    let date = PartialDate(dayNumber: day)
    guard date.year <= PartialDate.years.upperBound else { return }
    let text = date.description
    let (year, month) = (String(text.prefix(4)), String(text.prefix(7)))
    // "~" stands after every digit, so that the ranges begin behind everything that starts with the year or month.
    try addRange(.year, year + "~", "~", to: &set)
    try addRange(.month, month + "~", year + "~", to: &set)
    try addRange(.day, text, month + "~", to: &set)
    try postings.add(Term.filter(.throughout, year), to: &set)
  }

  private func addRange(
    _ category: Term.Category, _ first: String, _ end: String, to set: inout RecordBitmap
  ) throws {
    try postings.addAll(from: Term.filter(category, first), to: Term.filter(category, end), to: &set)
  }

  private func yearStart(_ year: Int) -> Int { PartialDate(year: year)?.firstDay ?? 0 }
}
