import NewsroomModel

extension BrowserState {
  /// Moves within a page: from row to row while a row has the focus, else by lines.
  mutating func moveInRecord(by distance: Int) {
    guard let record else { return }
    if let focus = record.focus, case .section = record.layout.stops[focus].place {
      moveFocus(from: focus, by: distance)
    } else {
      scrollRecord(to: record.scroll + distance)
    }
  }

  /// Moves the focus within the rows of its column; past the first or last the page scrolls on.
  private mutating func moveFocus(from focus: Int, by distance: Int) {
    guard let record else { return }
    let stops = record.layout.stops
    let rows = stops.indices.filter { index in
      if case .section = stops[index].place { return stops[index].isInSide == stops[focus].isInSide }
      return false
    }
    guard let position = rows.firstIndex(of: focus) else { return }
    let target = max(0, min(rows.count - 1, position + distance))
    if target == position, !stops[focus].isInSide {
      return scrollRecord(to: record.scroll + distance, keepingFocus: true)
    }
    setFocus(rows[target])
  }

  /// Gives the focus to a stop and brings it onto the screen.
  mutating func setFocus(_ focus: Int?) {
    guard var record else { return }
    record.focus = focus
    if let stop = record.focusedStop {
      if stop.isInSide {
        let count = record.layout.side?.lines.count ?? 0
        record.sideScroll = Self.scroll(record.sideScroll, toShow: stop.lines, of: count, rows: textRows)
      } else {
        record.scroll(
          to: Self.scroll(record.scroll, toShow: stop.lines, of: record.layout.main.lines.count, rows: textRows))
      }
    }
    self.record = record
  }

  /// The smallest change of `scroll` that shows `lines`, with the heading above them where there is room.
  private static func scroll(_ scroll: Int, toShow lines: Range<Int>, of count: Int, rows: Int) -> Int {
    var scroll = scroll
    if lines.lowerBound - 1 < scroll { scroll = lines.lowerBound - 2 }
    if lines.upperBound + 1 > scroll + rows { scroll = lines.upperBound + 1 - rows }
    return max(0, min(scroll, count - rows))
  }

  mutating func scrollRecord(to line: Int, keepingFocus: Bool = false) {
    guard var record else { return }
    let last = max(0, record.layout.main.lines.count - textRows)
    record.scroll(to: max(0, min(line, last)))
    if !keepingFocus, let stop = record.focusedStop, !stop.isInSide {
      let shown = record.scroll..<record.scroll + textRows
      if !shown.overlaps(stop.lines) { record.focus = nil }
    }
    self.record = record
    if !keepingFocus, record.address.kind != .article { focusRowOnScreen(atEnd: line > 0) }
  }

  /// On an entity's page some row always has the focus, when there is one on the screen.
  mutating func focusRowOnScreen(atEnd: Bool = false) {
    guard var record, record.focus == nil || atEnd || record.scroll == 0 else { return }
    let shown = record.scroll..<record.scroll + textRows
    let rows = record.layout.stops.indices.filter { index in
      if case .section = record.layout.stops[index].place { return shown.overlaps(record.layout.stops[index].lines) }
      return false
    }
    record.focus = (atEnd && record.scroll > 0 ? rows.last : rows.first) ?? record.focus
    self.record = record
  }

  /// Tab in an article: the next link on or after the screen, through the text and down the panel, round and round.
  mutating func focusNextStop(_ direction: Int) -> [Effect] {
    guard let record, !record.layout.stops.isEmpty else { return inform("This text has no links.") }
    let stops = record.layout.stops
    guard let focus = record.focus else {
      let onScreen = stops.firstIndex { !$0.isInSide && $0.lines.upperBound > record.scroll }
      setFocus(direction > 0 ? onScreen ?? 0 : stops.count - 1)
      return []
    }
    setFocus((focus + direction + stops.count) % stops.count)
    return []
  }

  /// Tab on an entity's page: the first row of the next section.
  mutating func focusNextSection(_ direction: Int) -> [Effect] {
    guard let record, !record.layout.stops.isEmpty else { return inform("This page has no links.") }
    let firsts = record.layout.stops.indices.filter {
      $0 == 0 || record.layout.stops[$0].place != record.layout.stops[$0 - 1].place
    }
    let current = record.focus ?? -1
    let next = direction > 0 ? firsts.first { $0 > current } : firsts.last { $0 < current }
    setFocus(next ?? (direction > 0 ? firsts.first : firsts.last))
    return []
  }

  // MARK: d p i v

  private func firstRow(leadingTo kind: RecordKind) -> Int? {
    record?.layout.stops.firstIndex { stop in
      guard case .section = stop.place, case .target(.record(let address)) = stop.destination else { return false }
      return address.kind == kind
    }
  }

  func sectionObstacle(_ kind: RecordKind) -> String? {
    firstRow(leadingTo: kind) == nil ? "This item has no \(kind == .organisation ? "institutions" : kind.plural)." : nil
  }

  mutating func goToSection(_ kind: RecordKind) -> [Effect] {
    setFocus(firstRow(leadingTo: kind))
    return []
  }
}
