package import NewsroomModel

/// A record being read: an article with its side panel, or the page of a person, organisation, delegation, event, programme.
package struct RecordScreen: Equatable, Sendable {
  package let address: RecordAddress
  /// Known before the page comes, from the row that was followed.
  package var title: String
  /// Nil until it comes.
  package var page: RecordPage?
  /// True when there is no such record any more.
  package var isMissing = false
  /// Whether it is missing because its file, which is there, cannot be read any more.
  package var isUnreadable = false
  package var layout = RecordLayout()
  /// Columns the layout was made for.
  package var layoutColumns = 0
  /// First line shown of the main column.
  package var scroll = 0
  /// What one scrolled to, however the lines are set by now: a terminal that was small or large for a while leads back to it.
  var anchor: PageColumn.Anchor?
  /// First line shown of the side panel.
  package var sideScroll = 0
  /// The stop that has the keys, as an index into the layout's stops; nil while one just reads.
  package var focus: Int?
  /// The list one came from, for the articles before and after.
  package var origin: Origin?
  package var search: TextSearch?
  /// Folded words of the list's query, lit in the text.
  package var highlights: [String] = []
  package var preview: Preview?
  package var isAwaited = false
  /// The record before or after it was asked for and has not come.
  package var isNeighbourAwaited = false
  /// False once the data have changed since the page came.
  package var isFresh = true

  /// Where one was in the text when newsroom ended, until the page comes.
  package var left: Place?

  /// A place in a text.
  package struct Place: Equatable, Sendable {
    /// The first line shown, of so many: the text may be set in other lines by now.
    package var line: Int
    package var lines: Int
    package var focus: Int?
  }

  /// A place in a list, as it was when the record was opened from it.
  package struct Origin: Equatable, Sendable {
    package var request: ListRequest
    package var index: Int
  }

  /// A search within the text.
  package struct TextSearch: Equatable, Sendable {
    package var text: String
    /// Which match is current, from 0.
    package var current = 0
  }

  /// The match that n and N walk on from.
  var currentMatch: Match? {
    guard let search, layout.matches.indices.contains(search.current) else { return nil }
    return layout.matches[search.current]
  }

  package init(_ address: RecordAddress, title: String) { (self.address, self.title) = (address, title) }

  /// The stop that has the keys.
  package var focusedStop: FocusTarget? { focus.flatMap { layout.stops.indices.contains($0) ? layout.stops[$0] : nil } }
}
