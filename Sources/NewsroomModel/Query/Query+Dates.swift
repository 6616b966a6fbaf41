extension Query {
  /// The years and months that the query asks for, and those it leaves out: what the facet of years marks as chosen.
  ///
  /// They are alternatives to one another, so as soon as a month is among them, all of them are written as one `on:`.
  package var chosenDates: (included: [String], excluded: [String]) {
    let (years, dates) = (values(of: .year), values(of: .on))
    return (years.included + dates.included, years.excluded + dates.excluded)
  }

  /// The query with a year or a month chosen if it was not, and dropped if it was. A month takes the place of its year, and
  /// the year the place of its months.
  package func togglingDate(_ date: String) -> Query {
    let (included, excluded) = chosenDates
    if excluded.contains(date) { return dropping(.year, date).dropping(.on, date) }
    let year = String(date.prefix(4))
    var kept = included.filter { $0 != date }
    if !included.contains(date) {
      kept = kept.filter { date == year ? !$0.hasPrefix(year + "-") : $0 != year } + [date]
    } else if date != year, !kept.contains(where: { $0.hasPrefix(year) }) {
      // The last month of a year goes back to the year it was chosen from.
      kept.append(year)
    }
    return choosingDates(kept)
  }

  /// The query without what it asks of years and days at its top level.
  package var droppingDates: Query { dropping(.year).dropping(.on) }

  private func choosingDates(_ dates: [String]) -> Query {
    let field: QueryField = dates.allSatisfy { $0.count == 4 } ? .year : .on
    var query = self
    for date in chosenDates.included { query = query.droppingIncluded(date) }
    return dates.reduce(query) { $0.including(field, $1) }
  }

  private func droppingIncluded(_ date: String) -> Query {
    let excluded = chosenDates.excluded
    let query = dropping(.year, date).dropping(.on, date)
    return excluded.contains(date) ? query.excluding(date.count == 4 ? .year : .on, date) : query
  }
}
