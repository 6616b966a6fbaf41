import NewsroomModel

/// How well letters typed in order fit a text.
enum FuzzyMatch {
  /// Higher is better; nil when the letters do not occur in order. Whole words and beginnings of words count most.
  static func score(_ typed: String, in text: String) -> Int? {
    let (typed, text) = (Array(SearchNormalizer.fold(typed)), Array(SearchNormalizer.fold(text)))
    var (score, position, run) = (0, 0, 0)
    for letter in typed where letter != " " {
      guard let found = text[position...].firstIndex(of: letter) else { return nil }
      run = found == position ? run + 1 : 0
      let beginsWord = found == 0 || !(text[found - 1].isLetter || text[found - 1].isNumber)
      score += 1 + run * 2 + (beginsWord ? 6 : 0) - min(3, (found - position) / 8)
      position = found + 1
    }
    return score
  }
}
