import NewsroomModel

extension Postings {
  /// The records that have a word, or a word that begins so.
  func set(ofWord word: String, isPrefix: Bool) throws -> RecordBitmap {
    let bytes = Array(word.utf8)
    guard isPrefix, !Self.isSingle(word) else { return try set(of: bytes) }
    if word.unicodeScalars.count <= Term.longestBeginning { return try set(of: Term.beginning(bytes)) }
    var set = RecordBitmap(limit: limit)
    try addAll(from: bytes, to: &set)
    return set
  }

  /// A word of one character in a script without spaces.
  static func isSingle(_ word: String) -> Bool {
    word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy(TextNormalizer.standsAlone)
  }
}
