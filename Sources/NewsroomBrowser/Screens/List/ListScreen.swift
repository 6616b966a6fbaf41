package import NewsroomModel

/// One of the lists, with its query, cursor and the window of rows at hand.
package struct ListScreen: Equatable, Sendable {
  /// What the list is to show.
  package var request: ListRequest
  /// What the rows at hand answer; behind `request` until the new rows come.
  package var shown: ListRequest?
  /// The same, but also of rows that came before a change of the data.
  package var answered: ListRequest?
  package var cursor = ListSelection()
  /// Index of the first row at hand.
  package var start = 0
  /// The rows at hand: a window of the list.
  package var rows: [ListRow] = []
  /// How many rows the list has, as far as that is known.
  package var total: Int?
  package var problems: [QueryProblem] = []
  /// Folded words to light up.
  package var highlights: [String] = []
  /// There were too many matches to rank; those with the words in the headline come first.
  package var isRankedByHeadline = false
  /// The rows at hand may turn out not to match; once their number is known they are asked for again.
  package var isProvisional = false
  /// What has been asked for and not come yet.
  package var awaited: Range<Int>?
  /// How many rows there are has been asked and not come yet.
  package var isCountAwaited = false
  /// The record on which to put the cursor when the list has come anew.
  package var anchor: RecordAddress?
  /// The record the cursor was on when newsroom ended, until rows come: where others stand there by now it is looked for.
  package var left: RecordAddress?
  /// Where the cursor goes when rows for a changed request come; until then the old rows stay as they are.
  package var nextCursor: ListSelection?
  /// The rows marked for what one does next, in the order in which they were; they stay marked when the query changes.
  package var marked: [RecordAddress] = []
  package var pane = Pane.list
  package var facets = FacetPane()
  package var preview: Preview?
  /// False once the data have changed since the rows came.
  package var isFresh = true

  /// The panes of a list screen, of which one has the keys.
  package enum Pane: Equatable, Sendable { case list, facets }

  package init(_ request: ListRequest) { self.request = request }

  /// How many rows there are as far as is known now.
  package var count: Int { total ?? start + rows.count }

  /// Whether no rows have come yet, so that nothing says where its cursor may stand.
  package var isNew: Bool { shown == nil && rows.isEmpty }

  /// The row at `index` of the whole list, when it is at hand.
  package func row(at index: Int) -> ListRow? {
    rows.indices.contains(index - start) ? rows[index - start] : nil
  }

  /// Whether the place of the anchor was asked for; rows are asked for when it is known.
  var isLocationAwaited: Bool { awaited?.isEmpty ?? false }

  /// Whether the row that the cursor will be on is still being fetched.
  var isRowAwaited: Bool {
    guard awaited != nil else { return false }
    if let anchor { return selected?.address != anchor }
    return answered != request || selected == nil
  }

  /// The row under the cursor.
  package var selected: ListRow? { row(at: cursor.index) }
}

/// The record shown beside a list or a section.
package struct Preview: Equatable, Sendable {
  package var address: RecordAddress
  /// The lines shown; those of the record before until this one comes.
  package var layout: RecordLayout?
  package var page: RecordPage?
  /// The width for which the lines were set; 0 where they are to be set anew.
  package var columns = 0
  /// First line shown.
  package var scroll = 0
  package var isAwaited = false
  /// True when there is no such record, so that it is not asked for again and again.
  package var isMissing = false

  mutating func scroll(by lines: Int, rows: Int) {
    scroll = max(0, min(scroll + lines, (layout?.main.lines.count ?? 0) - rows))
  }

  /// Makes it be asked for anew; the lines stay until it comes.
  mutating func goStale() { (page, isAwaited, isMissing) = (nil, false, false) }
}
