/// How much a question may take before something cheaper has to do.
struct SearchLimits: Sendable {
  /// Records through which phrases are looked for at once. Where there are more to walk through, the first rows come before the
  /// count; at a million articles this many take about 5 ms.
  var longestWalk = 60_000
  /// The same while the last word of a quotation is being typed: what all words have that begin so must be merged first, which
  /// takes up to twenty times as long.
  var longestOpenWalk = 15_000
  /// To look a phrase up in one record takes as long as to walk through so many.
  var phraseLookUpCost = 4_000
  /// Matches that are ranked one by one. Of more than these, those with the words in the headline are put first.
  var maxRanked = 20_000
  /// Records of which the order is read at first.
  var orderStep = 2_000
  /// Records that are put into an order read before; of more it is read anew when somebody asks.
  var maxMerged = 5_000
  /// To read a row of ``DateColumn`` takes as long as to read the order of so many records.
  var datesCost = 40
  /// As many rows from the oldest on are found without an order of all records.
  var maxSelected = 4_000
}
