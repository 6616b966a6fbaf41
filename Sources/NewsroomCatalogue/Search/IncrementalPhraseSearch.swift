import GRDB

/// Finds the first rows of a list before all its matches are known.
///
/// A phrase of frequent words takes FTS5 a walk over two long lists, which may outlast the patience of who typed it. The rows
/// on the screen are looked at one by one instead, in the order of the list; how many there are is counted afterwards.
struct IncrementalPhraseSearch {
  let database: Database
  let checks: [PhraseCheck]
  let abandonment: QueryCancellation

  /// Records looked at. At a million articles one takes about 0.1 ms.
  static let maxLookups = 150
  /// After how many it is seen whether looking on is of use: the more there is to walk through, the more a look may cost.
  private var sample: Int { min(max(checks.reduce(0) { $0 + $1.frequency } / 20_000, 12), 60) }
  /// Fewer rows are not worth showing before the rest.
  private static let fewestRows = 20

  /// The numbers of the first rows, up to `count` of them; nil where they are too far apart for looking one by one.
  /// - Parameters:
  ///   - candidates: the first ``maxLookups`` of the records that have all the words, in the order of the list.
  ///   - total: how many such records there are.
  func numbers(in candidates: [UInt32], of total: Int, count: Int) throws -> [UInt32]? {
    var (found, looked) = ([UInt32](), 0)
    let sample = sample
    for number in candidates {
      if looked == sample, found.count * Self.maxLookups < looked * min(count, Self.fewestRows) { return nil }
      try abandonment.check()
      looked += 1
      if try checks.allSatisfy({ try $0.holds(for: Int(number), database) }) { found.append(number) }
      if found.count == count { return found }
    }
    return looked < total && found.count < min(count, Self.fewestRows) ? nil : found
  }
}
