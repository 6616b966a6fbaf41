import NewsroomModel

/// Finds records by what they are called.
struct NameLookup {
  let relationStore: RelationStore
  let postings: Postings
  let records: RecordSets

  /// Records of a kind by id, by exact name, or by the words of a name, the last of which may be a beginning.
  func ids(_ kind: RecordKind, _ text: String) throws -> [String] {
    let id = RecordID.of(text)
    if try relationStore.exists(RecordAddress(kind, id)) { return [id] }
    let key = TextNormalizer.key(of: text)
    let names = try names(kind, text)
    let exact = names.filter { $0.folded == key }
    return (exact.isEmpty ? names : exact).map(\.address.id).uniqued()
  }

  /// The names, of records of a kind, that have all the words of a text.
  func names(_ kind: RecordKind, _ text: String) throws -> [RelationStore.NormalizedName] {
    let words = TextNormalizer.words(of: text)
    guard !words.isEmpty else { return [] }
    var candidates = try records.set(of: RecordScope(kind: kind, withHidden: true), relationStore.database)
    for (index, word) in words.enumerated() {
      candidates.formIntersection(try postings.set(ofWord: word, isPrefix: index == words.count - 1))
    }
    return try relationStore.names(of: candidates) { Self.has(words, in: $0) }.filter { $0.address.kind == kind }
  }

  /// Whether a folded text has all the words; the last one may be the beginning of a word.
  static func has(_ words: [String], in folded: String) -> Bool {
    let there = folded.split(separator: " ")
    return words.dropLast().allSatisfy { word in there.contains { $0 == word } }
      && (words.last.map { last in there.contains { $0.hasPrefix(last) } } ?? true)
  }
}
