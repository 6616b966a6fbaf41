/// Where one was when newsroom ended, so that it can begin there again: small, and in words that a person can read.
///
/// It holds addresses and queries and nothing of the records themselves: what is shown is what the files say by then.
package struct Session: Codable, Equatable, Sendable {
  /// The screens one walked through; the last is the one that was shown.
  package var screens: [Place]
  /// The lists not shown then, as they were left.
  package var lists: [ListPlace]
  /// The screens one came back from, nearest last; nil where there were none.
  package var ahead: [Place]?
  /// The queries typed then and before, the last one last; nil where there were none.
  package var queries: [String]?

  package init(screens: [Place], lists: [ListPlace] = [], ahead: [Place]? = nil, queries: [String]? = nil) {
    (self.screens, self.lists, self.ahead, self.queries) = (screens, lists, ahead, queries)
  }

  /// One screen: of these, one is given.
  package struct Place: Codable, Equatable, Sendable {
    package var list: ListPlace?
    package var record: RecordPlace?
    package var problems: ProblemsPlace?
  }

  /// A list with its cursor.
  package struct ListPlace: Codable, Equatable, Sendable {
    /// Which list, as its tab is called: "articles".
    package var list: String
    package var query: String
    package var sort: String
    /// The row with the cursor and the first one shown, from 0.
    package var row: Int
    package var top: Int
    /// The address of the record under the cursor.
    package var selected: String?
    /// The facet whose values had the keys, as a query names it; nil when the list had them.
    package var facet: String?
  }

  /// A record being read.
  package struct RecordPlace: Codable, Equatable, Sendable {
    package var address: String
    package var title: String
    /// The first line shown, of so many.
    package var line: Int
    package var lines: Int
    /// The link or row that had the focus, counted from 0.
    package var focus: Int?
    /// The row of the list it was opened from, for the article before and after.
    package var origin: ListPlace?
  }

  /// The problems in the data.
  package struct ProblemsPlace: Codable, Equatable, Sendable {
    package var filter: String
    package var row: Int
  }

  /// So many screens of a long walk are kept, beside the list at its start, and so many ahead.
  static let maxScreens = 30
}
