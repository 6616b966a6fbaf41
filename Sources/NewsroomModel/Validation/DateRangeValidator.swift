/// Checks that what has a start and an end does not end before it starts.
struct DateRangeValidator {
  /// Where problems go.
  let context: DecodingContext

  func check(_ object: JSONValue) {
    guard let start = date(object.member("start_date") ?? object.member("startDate")),
      let end = object.member("end_date") ?? object.member("endDate"), let last = date(end),
      last.lastDay < start.firstDay
    else { return }
    context.report(.endBeforeStart, at: end, "the end, \(last), is before the start, \(start)")
  }

  private func date(_ value: JSONValue?) -> PartialDate? {
    guard let value, value.kind == .string else { return nil }
    return try? PartialDate(value)
  }
}
