import NewsroomModel

extension BrowserState {
  /// Lights what is typed in the text and goes to the first place at or below the top of the screen.
  mutating func search(for text: String) -> [Effect] {
    guard var record else { return [] }
    record.search = text.isEmpty ? nil : RecordScreen.TextSearch(text: text)
    self.record = record
    relayout()
    guard let matches = self.record?.layout.matches, !matches.isEmpty else { return [] }
    show(match: matches.firstIndex { $0.isInSide || $0.line >= record.scroll } ?? 0)
    return []
  }

  var searchObstacle: String? {
    guard let record, let search = record.search else { return "No search is active. Press / to search." }
    return record.layout.matches.isEmpty ? "“\(search.text)” not found." : nil
  }

  mutating func goToMatch(_ step: Int) -> [Effect] {
    guard let record, let search = record.search, !record.layout.matches.isEmpty else { return [] }
    let count = record.layout.matches.count
    show(match: (search.current + step + count) % count)
    return []
  }

  private mutating func show(match: Int) {
    guard var record else { return }
    record.search?.current = match
    let match = record.layout.matches[match]
    if match.isInSide {
      let lines = record.layout.side?.lines.count ?? 0
      record.sideScroll = scroll(to: match.line, of: lines, from: record.sideScroll)
    } else {
      record.scroll(to: scroll(to: match.line, of: record.layout.main.lines.count, from: record.scroll))
    }
    self.record = record
  }

  /// The first line to show so that `line` is seen: the one shown now where that is enough.
  private func scroll(to line: Int, of lines: Int, from first: Int) -> Int {
    if (first..<first + textRows).contains(line) { return first }
    return max(0, min(line - textRows / 3, lines - textRows))
  }
}
