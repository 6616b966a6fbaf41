/// Finds known names in texts and makes links of them.
///
/// A name is found where it stands as whole words, in any case and with or without accents; Chinese and Japanese names are
/// found anywhere. The longest of several names that begin at one place counts. A single word written in capitals, such as
/// an acronym, is found in capitals only, so that WHO is not found in "who". A name of two records is not found at all.
///
/// The text is gone through once; at each word only names that begin with that word are looked at.
public struct EntityNameMatcher: Sendable {
  private var names: [Substring: [KnownName]] = [:]

  /// A finder for names as they are printed. People are found in every order of their names.
  public init(_ names: some Sequence<(name: String, address: RecordAddress)>) {
    self.init(names.map { NormalizedName($0.name, of: $0.address) })
  }

  /// The same for names that were folded before.
  public init(_ names: some Sequence<NormalizedName>) {
    var known: [[UInt8]: KnownName?] = [:]
    for name in names.flatMap(\.forms) {
      if let other = known[name.bytes] {
        if other?.address != name.address { known[name.bytes] = .some(nil) }
      } else {
        known[name.bytes] = name
      }
    }
    for case let name? in known.values { self.names[name.firstWord, default: []].append(name) }
    for key in self.names.keys { self.names[key]?.sort { $0.bytes.count > $1.bytes.count } }
  }

  /// The blocks, with known names as runs that lead to their records. Existing links and preformatted text stay as they are.
  public func link(_ blocks: [TextBlock]) -> [TextBlock] { names.isEmpty ? blocks : blocks.mappingRuns(link) }

  private func link(_ runs: [TextRun]) -> [TextRun] { runs.flatMap { $0.target == nil ? link($0) : [$0] } }

  private func link(_ run: TextRun) -> [TextRun] {
    let found = occurrences(in: run.text)
    guard !found.isEmpty else { return [run] }
    let bytes = Array(run.text.utf8)
    var runs: [TextRun] = []
    var end = 0
    func append(_ range: Range<Int>, _ target: LinkTarget?) {
      guard !range.isEmpty else { return }
      runs.append(TextRun(String(decoding: bytes[range], as: UTF8.self), emphasis: run.emphasis, target: target))
    }
    for occurrence in found {
      append(end..<occurrence.range.lowerBound, nil)
      append(occurrence.range, .record(occurrence.address))
      end = occurrence.range.upperBound
    }
    append(end..<bytes.count, nil)
    return runs
  }

  /// A known name and where it stands in a text, in UTF-8 offsets.
  public struct Occurrence: Hashable, Sendable {
    /// Where it stands.
    public var range: Range<Int>
    /// Whose name it is.
    public var address: RecordAddress
  }

  /// The known names in a text, in its order; none overlaps another.
  public func occurrences(in text: String) -> [Occurrence] {
    var words = NormalizedWords(text)
    var found: [Occurrence] = []
    while let word = words.next() {
      guard let candidates = names[word.form] else { continue }
      guard let name = candidates.first(where: { words.holds($0, at: word.start) }) else { continue }
      let range = words.sourceRange(of: word.start..<word.start + name.bytes.count)
      found.append(Occurrence(range: range, address: name.address))
      words.skip(to: word.start + name.bytes.count)
    }
    return found
  }
}

/// A name as it is looked for: folded, in every order in which it may be printed. Folding a name takes longer than looking for
/// it in a text, so keep what is looked for again.
public struct NormalizedName: Sendable {
  let forms: [KnownName]

  /// Folds a name of a record.
  public init(_ name: String, of address: RecordAddress) {
    let orders = address.kind == .person ? NameForms.orders(of: name) : [name]
    forms = orders.compactMap { KnownName($0, address: address) }
  }
}

/// A name one looks for.
struct KnownName: Sendable {
  /// Its folded form in UTF-8.
  let bytes: [UInt8]
  /// The first word of that.
  let firstWord: Substring
  /// Where it leads.
  let address: RecordAddress
  /// How it must be printed, where case matters.
  let exactly: [UInt8]?

  /// A name as it is printed; nil where it has no words.
  init?(_ name: String, address: RecordAddress) {
    let (form, printed) = (NameForms.searchForm(name), PlainText.oneLine(name))
    guard let firstWord = NormalizedWords.firstWord(of: form) else { return nil }
    (bytes, self.firstWord, self.address) = (Array(form.utf8), firstWord, address)
    let isCapitals = printed.contains { $0.isUppercase } && !printed.contains { $0.isLowercase || $0.isWhitespace }
    exactly = isCapitals ? Array(printed.utf8) : nil
  }
}
