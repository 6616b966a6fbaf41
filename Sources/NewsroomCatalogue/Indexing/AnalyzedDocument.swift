import Collation
import NewsroomModel

/// A record ready to be written: everything that can be done without the database has been done.
struct AnalyzedDocument: Sendable {
  var number: Int
  var address: RecordAddress
  var location: RecordLocation
  var date: DateRange?
  var usesEventDate: Bool
  var lastContact: PartialDate?
  var title: String
  var detail: String
  var count: Int?
  var mark: String?
  var isHidden: Bool
  /// What is wrong between the record and others.
  var problems: [Diagnostic] = []
  var sortName: String
  var words: NormalizedColumns

  /// The key that lists sort by.
  var sortDate: Int64 { DateSortKey.key(lastContact ?? date?.sortDate, id: address.id) }
}

/// Folded words for the full-text table: those of its columns one after the other, as UTF-8.
struct NormalizedColumns: Sendable {
  let bytes: [UInt8]
  let headlineEnd: Int
  let namesEnd: Int

  init(_ folder: TextNormalizer, headlineEnd: Int, namesEnd: Int) {
    // A copy without the folder's room to spare: many of them wait to be written.
    bytes = Array(folder.bytes)
    (self.headlineEnd, self.namesEnd) = (headlineEnd, namesEnd)
  }
}

/// The tokens of the records of one chunk that were prepared and not written yet.
struct AnalyzedPostings: Sendable {
  var chunk: Int
  var tokens: SortedTerms
}

/// Numbers drafts and takes them apart into rows, words and tokens. Needs no database, so that it can run on a thread of its
/// own beside the one that writes.
struct DocumentAnalyzer {
  /// The number the next record gets.
  var next: Int
  private var folder = TextNormalizer()
  private var table = PostingsBuffer()
  private var chunk = 0
  /// Term indices of linked records within the present table: the same few are linked over and over. The entities are kept
  /// with them, so that none that is made later can take the place of one.
  private var bundles: [ObjectIdentifier: (entity: ResolvedEntity, indices: [Int32])] = [:]

  private let names: NameCollation

  init(next: Int, names: NameCollation) { (self.next, self.names) = (next, names) }

  /// Whether the next record belongs to another chunk than those before, whose postings must be taken first.
  var isAtChunkEnd: Bool { next >> PostingListCodec.chunkBits != chunk && !table.isEmpty }

  /// What was gathered since it was last taken.
  mutating func takePostings() -> AnalyzedPostings? {
    guard !table.isEmpty else { return nil }
    let postings = AnalyzedPostings(chunk: chunk, tokens: table.sorted())
    table = PostingsBuffer()
    bundles.removeAll(keepingCapacity: true)
    return postings
  }

  /// Numbers a draft. The postings of an earlier chunk must have been taken.
  mutating func prepare(_ draft: IndexDocument, at location: RecordLocation) -> AnalyzedDocument {
    let number = next
    next += 1
    chunk = number >> PostingListCodec.chunkBits
    folder.removeAll()
    for text in draft.headlines { folder.append(text, apart: true) }
    let headlineEnd = folder.bytes.count
    for text in draft.names.uniqued() { folder.append(text, apart: true) }
    let namesEnd = folder.bytes.count
    for text in draft.texts { folder.append(text, apart: true) }
    if let body = draft.body { SearchTextExtractor.append(body, to: &folder) }
    gather(draft, number & (PostingListCodec.chunkSize - 1))
    return AnalyzedDocument(
      number: number, address: draft.address, location: location, date: draft.date, usesEventDate: draft.usesEventDate,
      lastContact: draft.lastContact, title: draft.title, detail: draft.detail, count: draft.count, mark: draft.mark,
      isHidden: draft.isHidden, sortName: sortName(of: draft, folded: folder.bytes[..<headlineEnd]),
      words: NormalizedColumns(folder, headlineEnd: headlineEnd, namesEnd: namesEnd))
  }

  private mutating func gather(_ draft: IndexDocument, _ number: Int) {
    for token in draft.tokens { table.add(token, number: number) }
    table.add(words: folder, number: number)
    for entity in draft.linked { table.add(indices: bundle(of: entity), number: number) }
  }

  private mutating func bundle(of entity: ResolvedEntity) -> [Int32] {
    if let known = bundles[ObjectIdentifier(entity)] { return known.indices }
    let indices = table.indices(of: entity.tokens, entity.words)
    bundles[ObjectIdentifier(entity)] = (entity, indices)
    return indices
  }

  private func sortName(of draft: IndexDocument, folded: ArraySlice<UInt8>) -> String {
    if names.name != nil, let key = names.key(of: String((draft.sortName ?? draft.title).prefix(40))) { return key }
    return draft.sortName.map(Self.sortName) ?? Self.sortName(folded, draft.title)
  }

  /// The first letters are enough to sort by; lists of a million headlines should not double the file.
  static func sortName(_ name: String) -> String { String(TextNormalizer.key(of: String(name.prefix(60))).prefix(40)) }

  private static func sortName(_ folded: ArraySlice<UInt8>, _ title: String) -> String {
    guard !folded.isEmpty else { return sortName(title) }
    var end = min(folded.count, 48)
    while end < folded.count, folded[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: folded[..<end], as: UTF8.self)
  }
}
