import NewsroomModel

/// What the catalogue will say of one record: its list row, its filter tokens and its words.
struct IndexDocument: Sendable {
  var address: RecordAddress
  var title: String
  var detail = ""
  var date: DateRange?
  var usesEventDate = false
  /// When a person or an organisation last took part in something: lists of them that begin with the newest go by it.
  var lastContact: PartialDate?
  var count: Int?
  var mark: String?
  /// Whether lists leave it out unless they are asked for it.
  var isHidden = false
  var sortName: String?
  /// Keys of postings, without the words.
  private(set) var tokens: [[UInt8]] = []
  /// The record's own names or headlines.
  var headlines: [String] = []
  /// Names of what it is tied to.
  var names: [String] = []
  /// The records it is linked with, whose names and filter values it takes over. It is found by the words of their names;
  /// phrases in them are found through the records themselves.
  var linked: [ResolvedEntity] = []
  /// Everything else that is text.
  var texts: [String] = []
  /// An article's text in its source form.
  var body: Article.Body?

  init(_ address: RecordAddress, title: String) { (self.address, self.title) = (address, title) }

  /// Adds a filter value.
  mutating func add(_ category: Term.Category, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    tokens.append(Term.filter(category, value))
  }

  /// Adds what a mention of a record said that leads nowhere yet.
  mutating func add(unresolved value: String?, _ kind: RecordKind) {
    guard let value else { return }
    add(.unresolved, String(kind.number) + value)
  }

  /// Keeps the latest of the dates.
  mutating func noteContact(_ date: PartialDate?) {
    guard let date else { return }
    lastContact = max(lastContact ?? date, date)
  }
}

extension IndexDocument {
  /// Adds an organisation that is concerned, however it is tied to the record: itself, everything it is a part of, and its country.
  mutating func addOrganisation(_ id: String, _ linker: EntityResolver) throws {
    add(.organisation, id)
    for whole in try linker.ancestors(ofOrganisation: id) { add(.whole, whole) }
    guard let country = try linker.relationStore.country(ofOrganisation: id) else { return }
    addCountry(country, linker.vocabulary)
  }

  /// Adds a country that is concerned.
  mutating func addCountry(_ code: String, _ vocabulary: FilterValueWriter) {
    add(.country, code)
    vocabulary.note(country: code)
  }

  /// Adds a value that is no record under its folded form, and writes the value down.
  mutating func add(_ category: Term.Category, _ label: String?, noting vocabulary: FilterValueWriter) {
    guard let label else { return }
    let key = TextNormalizer.key(of: label)
    add(category, key)
    vocabulary.note(category, key, label)
  }
}
