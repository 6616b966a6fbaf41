/// What somebody said in an article, in their words or in others'.
public struct Quotation: Hashable, Sendable {
  /// The speaker's id, where the article names somebody of that name by id.
  public var personID: String?
  /// To whom it is attributed, as printed: "Svein Oesttveit, Director a.i. of UNESCO-IBE".
  public var attribution: String
  /// What was said.
  public var text: String
  /// True where the article says it in other words.
  public var isParaphrase: Bool

  /// A statement put together from its parts.
  public init(personID: String? = nil, attribution: String, text: String, isParaphrase: Bool = false) {
    (self.personID, self.attribution, self.text, self.isParaphrase) = (personID, attribution, text, isParaphrase)
  }
}

extension [TextBlock] {
  /// The attributed quotes of a text; the speakers are looked for among `people`, the people the article names.
  public func statements(by people: [Article.Mention]) -> [Quotation] {
    let finder = EntityNameMatcher(
      people.compactMap { person in
        person.name.map { (name: $0, address: RecordAddress(.person, person.literal ?? "")) }
      })
    return quotes.map { quote, attribution, isParaphrase in
      let name = attribution.plainText
      let found = finder.occurrences(in: name).first?.address.id
      return Quotation(
        personID: found?.isEmpty == false ? found : nil, attribution: name, text: quote.plainText,
        isParaphrase: isParaphrase)
    }
  }

  /// The quotes that are attributed, wherever they stand.
  private var quotes: [([TextBlock], [TextRun], Bool)] {
    flatMap { block -> [([TextBlock], [TextRun], Bool)] in
      switch block {
      case .quote(let blocks, let attribution?, let isParaphrase): [(blocks, attribution, isParaphrase)]
      case .quote(let blocks, nil, _), .aside(let blocks): blocks.quotes
      case .list(_, _, let items): items.flatMap { $0.quotes }
      default: []
      }
    }
  }
}

extension Article {
  /// What the article's people said, in its order.
  public var statements: [Quotation] { body?.blocks.statements(by: people) ?? [] }
}
