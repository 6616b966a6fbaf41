/// The five lists one can be in.
public enum ListKind: Int, CaseIterable, Sendable {
  /// News items.
  case articles
  /// Who went where.
  case delegations
  /// People with their latest known role.
  case people
  /// Organisations and their parts.
  case organisations
  /// Occasions.
  case events

  /// The kind of record in the list.
  public var recordKind: RecordKind {
    switch self {
    case .articles: .article
    case .delegations: .delegation
    case .people: .person
    case .organisations: .organisation
    case .events: .event
    }
  }
}

/// How a list is ordered.
public enum SortOrder: String, CaseIterable, Sendable {
  /// Latest date first. An article without a publication date sorts by its event's date.
  case newest
  /// Earliest date first.
  case oldest
  /// Best match first, as far as there are not too many to rank; without words to match, the newest.
  case relevance
  /// By headline or name, in the reader's alphabet.
  case name
}

/// What a list shows: which records, in what order. The same request gives the same rows until the data change.
public struct ListRequest: Hashable, Sendable {
  /// Which list.
  public var list: ListKind
  /// The query as the user typed it.
  public var query: String
  /// How it is ordered.
  public var sort: SortOrder

  /// A request put together from its parts.
  public init(_ list: ListKind, query: String = "", sort: SortOrder = .newest) {
    (self.list, self.query, self.sort) = (list, query, sort)
  }
}

/// A window of a list, with the request it answers, so that a late answer can be told from the one awaited.
public struct ListPage: Equatable, Sendable {
  /// The request this answers.
  public var request: ListRequest
  /// Index of the first row in the whole list.
  public var start: Int
  /// The rows of the window.
  public var rows: [ListRow]
  /// How many rows the whole list has; nil while they are still being counted.
  public var total: Int?
  /// What of the query was not understood or does not exist; the rest was applied.
  public var queryProblems: [QueryProblem]
  /// The words to light up where they occur, folded.
  public var highlights: [String]
  /// True where the best matches were asked for and there are too many to rank: those with the words in the headline come
  /// first, then the others, both newest first.
  public var isRankedByHeadline: Bool
  /// True where rows came that may turn out not to match, because to know takes long: all that do are among them. The number
  /// of rows is not known then, and once it is, so are the rows.
  public var isProvisional: Bool

  /// A page put together from its parts.
  public init(
    request: ListRequest, start: Int, rows: [ListRow], total: Int?, queryProblems: [QueryProblem] = [],
    highlights: [String] = [], isRankedByHeadline: Bool = false, isProvisional: Bool = false
  ) {
    (self.request, self.start, self.rows, self.total) = (request, start, rows, total)
    (self.queryProblems, self.highlights) = (queryProblems, highlights)
    (self.isRankedByHeadline, self.isProvisional) = (isRankedByHeadline, isProvisional)
  }
}

/// Something in a query that was not understood, said in place.
public struct QueryProblem: Hashable, Sendable {
  /// Where in the query it stands, in UTF-8 offsets.
  public var range: Range<Int>
  /// One sentence: what is wrong, and the nearest thing that would be right.
  public var message: String
  /// Whether the fields there are would help: it names none, nor anything near one.
  public var lacksField: Bool

  /// A query problem put together from its parts.
  public init(range: Range<Int>, message: String, lacksField: Bool = false) {
    (self.range, self.message, self.lacksField) = (range, message, lacksField)
  }

  /// The sentence, and where the fields are listed, where that helps.
  package func message(fieldsAre place: String) -> String { lacksField ? "\(message) \(place)" : message }
}
