import Collation
import GRDB
import NewsroomModel

/// Finds what a filter's value means: a record by id or name, or a value that records have.
struct FilterResolver {
  /// What a value means, or why it means nothing. A value that is known may still be one that no record has: it matches nothing.
  struct Resolved {
    var tokens: [(category: Term.Category, value: String)] = []
    var errorMessage = ""
  }

  private let relationStore: RelationStore
  private let postings: Postings
  private let records: RecordSets
  private let vocabulary: (Term.Category) throws -> [FilterValue]

  init(
    _ relationStore: RelationStore, _ postings: Postings, _ records: RecordSets,
    _ vocabulary: @escaping (Term.Category) throws -> [FilterValue]
  ) {
    (self.relationStore, self.postings, self.records, self.vocabulary) = (relationStore, postings, records, vocabulary)
  }

  /// What `text` means as a value of `field`.
  /// - Parameter isExact: whether values that merely contain the words are left out (`place:~geneva`).
  func resolve(_ field: QueryField, _ text: String, isExact: Bool = false) throws -> Resolved {
    if let kind = field.recordKind, let category = kind.category { return try records(kind, category, text, field) }
    switch field {
    case .lang: return try languages(text)
    case .publisher: return try publishers(text)
    case .status: return statuses(text)
    case .from: return try side(.from, .sender, .senderCountry, text)
    case .to: return try side(.to, .host, .hostCountry, text)
    case .country: return try countries(text)
    default: return try values(of: field, text, isExact: isExact)
    }
  }

  private func records(
    _ kind: RecordKind, _ category: Term.Category, _ text: String, _ field: QueryField
  ) throws -> Resolved {
    let ids = try named.ids(kind, text)
    guard ids.isEmpty else { return Resolved(tokens: ids.map { (category, $0) }) }
    // As long as what was typed, give or take the letters that may be wrong.
    let candidates = try relationStore.strings(
      """
      SELECT name FROM name WHERE kind = ?1 AND length(name) BETWEEN ?2 - 4 AND ?2 + 4
      UNION ALL SELECT id FROM name WHERE kind = ?1 AND length(id) BETWEEN ?2 - 4 AND ?2 + 4 LIMIT 20000
      """, [kind.number, text.unicodeScalars.count])
    return Resolved(
      errorMessage: Self.unknown("no \(kind.rawValue)", text, SpellingSuggestion.nearest(to: text, in: candidates)))
  }

  private func languages(_ text: String) throws -> Resolved {
    let wanted = text.lowercased()
    let name = CodeDisplayNames.language(text)
    let entries = try vocabulary(.language)
    let exact = try inUse(.language, entries) { entry in
      entry.value == wanted || entry.value.hasPrefix(wanted + "-")
        || name.map { entry.label == $0 || entry.label.hasPrefix($0 + " (") } ?? false
    }
    // What is a code stands for its language alone: "es" is not the beginning of Estonian.
    let found = exact.isEmpty && name == nil ? try called(text, .language, entries, .lang) : exact
    // A language is there, whether or not the data have anything in it.
    if found.isEmpty, name != nil { return Resolved() }
    return try resolved(found, .language, or: ("nothing in the language", text), among: entries)
  }

  /// Statuses are known, also those that no article has now.
  private func statuses(_ text: String) -> Resolved {
    let word = text.lowercased()
    let all = PublishingStatus.allCases
    let found = PublishingStatus(name: word).map { [$0] } ?? all.filter { !word.isEmpty && $0.rawValue.hasPrefix(word) }
    guard found.isEmpty else { return Resolved(tokens: found.map { (.status, $0.rawValue) }) }
    let near = SpellingSuggestion.nearest(to: word, in: all.map(\.rawValue))
    return Resolved(errorMessage: Self.unknown("no status", text, near))
  }

  /// A publisher is an organisation where the data say which one, else a name.
  private func publishers(_ text: String) throws -> Resolved {
    let organisations = try named.ids(.organisation, text).filter { try isInUse($0, .publisher) }
    var resolved = try values(of: .publisher, text)
    resolved.tokens += organisations.filter { id in !resolved.tokens.contains { $0.value == id } }.map {
      (.publisher, $0)
    }
    if !resolved.tokens.isEmpty { resolved.errorMessage = "" }
    return resolved
  }

  /// A side of a delegation, by all that one may call it: the name of a country or region stands for that alone.
  private func side(
    _ field: QueryField, _ organisation: Term.Category, _ country: Term.Category, _ text: String
  ) throws -> Resolved {
    if let codes = PlaceCountries.names.codes(TextNormalizer.key(of: text)) {
      return Resolved(tokens: try inUse(codes, country))
    }
    let ids = try named.ids(.organisation, text)
    let countries = try called(text, .country, vocabulary(.country), .country).map(\.value)
    let places = field == .to ? try called(text, .place, vocabulary(.place), .place).map(\.value) : []
    guard !(ids.isEmpty && countries.isEmpty && places.isEmpty) else {
      let what = field == .from ? "no delegation from" : "no delegation to"
      return Resolved(errorMessage: Self.unknown(what, text, nil))
    }
    return Resolved(
      tokens: try inUse(countries, country) + inUse(ids, organisation) + places.map { (.place, $0) })
  }

  private func inUse(
    _ values: [String], _ category: Term.Category
  ) throws -> [(category: Term.Category, value: String)] {
    try values.filter { try isInUse($0, category) }.map { (category, $0) }
  }

  private func countries(_ text: String) throws -> Resolved {
    if let codes = PlaceCountries.names.codes(TextNormalizer.key(of: text)) {
      return Resolved(tokens: try inUse(codes, .country))
    }
    let entries = try vocabulary(.country)
    let found = try called(text, .country, entries, .country)
    return try resolved(found, .country, or: ("no country or region", text), among: entries)
  }

  /// A value that has all the words; with `isExact`, one that has no others.
  private func values(of field: QueryField, _ text: String, isExact: Bool = false) throws -> Resolved {
    guard let category = Self.categories[field] else { return Resolved() }
    let entries = try vocabulary(category)
    let key = TextNormalizer.key(of: text)
    let exact = try inUse(category, entries) { entry in
      entry.value == Term.value(key) || entry.value.lowercased() == text.lowercased()
    }
    let isAll = isExact || !exact.isEmpty && !field.findsByContainment
    let found = isAll ? exact : try called(text, category, entries, field)
    let union = found + exact.filter { entry in !found.contains { $0.value == entry.value } }
    return try resolved(union, category, or: (Self.absences[field] ?? "no \(field.rawValue)", text), among: entries)
  }

  /// The values with all the words of a text in what they are called.
  private func called(
    _ text: String, _ category: Term.Category, _ entries: [FilterValue], _ field: QueryField
  ) throws -> [FilterValue] {
    let words = TextNormalizer.words(of: text)
    guard !words.isEmpty else { return [] }
    return try inUse(category, entries) { entry in
      Self.names(of: entry, field).contains { NameLookup.has(words, in: TextNormalizer.key(of: $0)) }
    }
  }

  private static func names(of entry: FilterValue, _ field: QueryField) -> [String] {
    [entry.label] + (field == .country ? CodeDisplayNames.otherNames(ofCountry: entry.value) : [])
  }

  /// What was found, which is what records have, or else a complaint.
  private func resolved(
    _ found: [FilterValue], _ category: Term.Category, or errorMessage: (what: String, text: String),
    among entries: [FilterValue]
  ) throws -> Resolved {
    guard found.isEmpty else { return Resolved(tokens: found.map { (category, $0.value) }) }
    var others = entries
    for _ in 0..<Self.maxSuggestionsTried {
      guard let label = SpellingSuggestion.nearest(to: errorMessage.text, in: others.map(\.label)) else { break }
      if try others.contains(where: { try $0.label == label && isInUse($0.value, category) }) {
        return Resolved(errorMessage: Self.unknown(errorMessage.what, errorMessage.text, label))
      }
      others.removeAll { $0.label == label }
    }
    return Resolved(errorMessage: Self.unknown(errorMessage.what, errorMessage.text, nil))
  }

  private static let maxSuggestionsTried = 8

  /// The values that pass and that records have. They are noted when they first come and stay noted when the last record that had
  /// them goes, of which no answer may depend.
  private func inUse(
    _ category: Term.Category, _ entries: [FilterValue], _ passes: (FilterValue) -> Bool
  ) throws -> [FilterValue] {
    try entries.filter { try passes($0) && isInUse($0.value, category) }
  }

  private func isInUse(_ value: String, _ category: Term.Category) throws -> Bool {
    try records.hasAny(of: postings.set(of: Term.filter(category, value)), relationStore.database)
  }

  private static let categories: [QueryField: Term.Category] = [
    .kind: .kind, .place: .place, .publisher: .publisher, .tag: .tag, .role: .role,
  ]
  /// What there is none of.
  private static let absences: [QueryField: String] = [.tag: "no subject"]

  private var named: NameLookup { NameLookup(relationStore: relationStore, postings: postings, records: records) }

  private static func unknown(_ what: String, _ text: String, _ nearest: String?) -> String {
    "There is \(what) “\(text)”." + (nearest.map { " Did you mean “\($0)”?" } ?? "")
  }
}

extension RelationStore {
  /// An organisation and everything that is a part of it, at any depth.
  func parts(ofOrganisation id: String) throws -> [String] {
    try strings(
      """
      WITH RECURSIVE part(id) AS (
        VALUES (?) UNION SELECT o.id FROM organisation o JOIN part p ON o.parent = p.id)
      SELECT id FROM part
      """, [id])
  }
}
