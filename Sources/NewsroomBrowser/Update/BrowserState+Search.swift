import NewsroomModel

extension BrowserState {
  /// Lights what is typed in the text and goes to the first place at or below the top of the screen.
  mutating func search(for text: String) -> [Effect] {
    guard var record else { return [] }
    record.search = text.isEmpty ? nil : RecordScreen.TextSearch(text: text)
    self.record = record
    relayout()
    guard let matches = self.record?.layout.matches, !matches.isEmpty else { return [] }
    show(match: matches.firstIndex { $0 >= record.scroll } ?? 0)
    return []
  }

  var searchObstacle: String? {
    guard let record, let search = record.search else { return "Nothing was searched for. Press / to search." }
    return record.layout.matches.isEmpty ? "“\(search.text)” is not in this text." : nil
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
    let line = record.layout.matches[match]
    if !(record.scroll..<record.scroll + textRows).contains(line) {
      record.scroll = max(0, min(line - textRows / 3, record.layout.main.lines.count - textRows))
    }
    self.record = record
  }

  /// Esc: stops the file being written; gives up the focus, then the search, then the filter.
  mutating func cancel() -> [Effect] {
    if export != nil { return [.cancelExport] }
    switch screen {
    case .list(let list):
      if list.pane == .facets { return list.facets.filter.isEmpty ? toggleFacetPane() : filterFacet(by: "") }
      guard !list.request.query.isEmpty else { return inform("There is no filter to clear.") }
      changeRequest(keeping: list.selected?.address) { $0.query = "" }
      return []
    case .record(let record):
      if record.search != nil { return search(for: "") }
      if record.address.kind == .article { setFocus(nil) }
      return []
    case .problems(let problems): return problems.filter.isEmpty ? goBack() : filterProblems(by: "")
    case .place, .help: return goBack()
    }
  }
}
