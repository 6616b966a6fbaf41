/// What a list can be narrowed by: a heading of the facet pane. The raw value is the heading.
public enum Facet: String, CaseIterable, Sendable {
  /// Organisations and their parts, as a tree.
  case organisation = "Organisations"
  /// The kind of event, delegation or organisation.
  case kind = "Kind"
  /// The year of publication, else of the event.
  case year = "Year"
  /// The language of the text.
  case language = "Language"
  /// The country of an organisation concerned.
  case country = "Country"
  /// Programmes concerned.
  case programme = "Programme"
  /// Who published.
  case publisher = "Publisher"
  /// Roles of people.
  case role = "Role"

  /// The facets that tell rows of `list` apart.
  public static func facets(of list: ListKind) -> [Facet] {
    switch list {
    case .articles: [.organisation, .kind, .year, .language, .country, .programme, .publisher]
    case .people: [.organisation, .role, .country]
    case .organisations: [.organisation, .kind, .country]
    case .delegations, .events: [.organisation, .kind, .year, .country, .programme]
    }
  }

  /// The field of the query language that chooses a value.
  package var field: QueryField {
    switch self {
    case .organisation: .org
    case .kind: .kind
    case .year: .year
    case .language: .lang
    case .country: .country
    case .programme: .programme
    case .publisher: .publisher
    case .role: .role
    }
  }
}

/// One value of a facet with the rows it would leave.
public struct FacetRow: Hashable, Sendable {
  /// The value as a query writes it: an id, a year, a tag.
  public var value: String
  /// The value as the screen prints it.
  public var label: String
  /// 0 for a value that is a part of none.
  public var depth: Int
  /// Rows of the list with this value under the present query, what this facet itself has chosen left aside.
  public var count: Int
  /// Whether it has parts.
  public var hasParts: Bool

  /// A row put together from its parts.
  public init(value: String, label: String, depth: Int = 0, count: Int, hasParts: Bool = false) {
    (self.value, self.label, self.depth, self.count, self.hasParts) = (value, label, depth, count, hasParts)
  }
}
