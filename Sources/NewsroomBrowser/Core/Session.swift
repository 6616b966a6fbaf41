import NewsroomModel

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
    package var pair: PairScreen.Saved?
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

// MARK: - Leaving

extension BrowserState {
  /// Where one is now.
  package var session: Session {
    let places = backStack.compactMap(\.content.saved)
    let kept = places.count > Session.maxScreens ? [places[0]] + places.suffix(Session.maxScreens) : places
    let lists = inactiveLists.values.map(\.savedList).sorted { $0.list < $1.list }
    let ahead = ahead.compactMap(\.content.saved).suffix(Session.maxScreens)
    return Session(
      screens: kept, lists: lists, ahead: ahead.isEmpty ? nil : Array(ahead),
      queries: queries.queries.isEmpty ? nil : queries.queries)
  }
}

extension ListScreen {
  var savedList: Session.ListPlace {
    let address = left ?? anchor ?? selected?.address
    var place = Session.ListPlace(request, cursor, selected: address?.description)
    if pane == .facets { place.facet = facets.field.rawValue }
    return place
  }
}

extension RecordScreen {
  var savedRecord: Session.RecordPlace {
    let now = left ?? Place(line: scroll, lines: layout.main.lines.count, focus: focus)
    return Session.RecordPlace(
      address: address.description, title: title, line: now.line, lines: now.lines, focus: now.focus,
      origin: origin.map { Session.ListPlace($0.request, ListSelection(index: $0.index)) })
  }
}

extension Session.ListPlace {
  fileprivate init(_ request: ListRequest, _ cursor: ListSelection, selected: String? = nil) {
    self.init(
      list: request.list.recordKind.plural, query: request.query, sort: request.sort.rawValue, row: cursor.index,
      top: cursor.top, selected: selected)
  }
}

// MARK: - Coming back

extension BrowserState {
  /// Begins where a session ended. What it says that makes no sense is passed over; it may have been edited.
  package mutating func restore(_ session: Session) {
    queries.recall(session.queries ?? [])
    let screens = session.screens.compactMap(Screen.init)
    // Back from any screen leads to a list in the end, and only there one can quit with q.
    guard case .list? = screens.first else { return }
    backStack = screens
    ahead = (session.ahead ?? []).compactMap(Screen.init)
    for list in session.lists.compactMap(ListScreen.init) { inactiveLists[list.request.list] = list }
  }

  /// A record to be shown again that is gone: one is led to where it was opened.
  mutating func leaveIfGone() -> [Effect] {
    guard isUpToDate, let record, record.isMissing, record.left != nil, backStack.count > 1 else { return [] }
    backStack.removeLast()
    prepareScreen()
    return inform("“\(record.title)” is not in the data any more.")
  }
}

extension Screen {
  fileprivate init?(_ place: Session.Place) {
    if let list = place.list.flatMap(ListScreen.init) {
      self = .list(list)
    } else if let record = place.record.flatMap(RecordScreen.init) {
      self = .record(record)
    } else if let problems = place.problems {
      var screen = ProblemsScreen()
      screen.filter = problems.filter
      screen.cursor = ListSelection(index: problems.row.atMostARow, top: problems.row.atMostARow)
      self = .problems(screen)
    } else if let pair = place.pair.flatMap(PairScreen.init) {
      self = .pair(pair)
    } else {
      return nil
    }
  }
}

extension ListScreen {
  fileprivate init?(_ place: Session.ListPlace) {
    guard let request = ListRequest(place) else { return nil }
    self.init(request)
    cursor = ListSelection(index: place.row.atMostARow, top: min(place.top, place.row).atMostARow)
    left = place.selected.flatMap { RecordAddress($0) }
    if let field = QueryField.facets(of: request.list).first(where: { $0.rawValue == place.facet }) {
      (pane, facets.field) = (.facets, field)
    }
  }
}

extension RecordScreen {
  fileprivate init?(_ place: Session.RecordPlace) {
    guard let address = RecordAddress(place.address) else { return nil }
    self.init(address, title: place.title)
    left = Place(line: place.line.atMostARow, lines: place.lines.atMostARow, focus: place.focus)
    if let list = place.origin, let request = ListRequest(list) {
      origin = Origin(request: request, index: list.row.atMostARow)
    }
  }
}

extension ListRequest {
  fileprivate init?(_ place: Session.ListPlace) {
    guard let list = ListKind.allCases.first(where: { $0.recordKind.plural == place.list }) else { return nil }
    self.init(list, query: place.query, sort: SortOrder(rawValue: place.sort) ?? .usual(for: list))
  }
}

extension Int {
  /// The number, where it can be one of a row or line.
  fileprivate var atMostARow: Int { Swift.max(0, Swift.min(self, 100_000_000)) }
}
