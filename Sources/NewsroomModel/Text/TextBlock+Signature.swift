extension TextBlock {
  /// What stands below a quotation: to whom it is attributed, and that the words are not theirs where they are not. Nobody is
  /// to be quoted with what somebody else wrote.
  package var signature: [TextRun]? {
    guard case .quote(_, let attribution, let isParaphrase) = self else { return nil }
    guard isParaphrase else { return attribution }
    return (attribution.map { $0 + [TextRun(" ")] } ?? []) + [TextRun(Quotation.paraphraseMark)]
  }
}

extension Quotation {
  /// Says of what somebody said that it is told in other words.
  static let paraphraseMark = "(paraphrased)"

  /// What was said, as it may be shown apart from its article.
  package var shownText: String { isParaphrase ? "\(text) \(Self.paraphraseMark)" : text }
}
