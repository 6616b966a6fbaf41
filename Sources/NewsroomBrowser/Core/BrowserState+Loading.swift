import NewsroomModel

extension BrowserState {
  /// What the screen shown now lacks: rows that are not at hand, the preview of the row under the cursor, counts.
  ///
  /// Asked after every message, so that no screen has to remember what it needs; what was asked for is noted and not asked
  /// for twice.
  mutating func demand() -> [Effect] {
    guard !isTooSmall else { return [] }
    return screen.content.effectsForMissingData(in: &self)
  }

  func effectsForMissingData(in list: inout ListScreen) -> [Effect] {
    demandRows(&list) + demandCount(&list) + demandFacets(&list) + demandPreview(&list)
  }

  func effectsForMissingData(in record: inout RecordScreen) -> [Effect] {
    demandPage(&record) + demandPreview(&record)
  }

  private func demandRows(_ list: inout ListScreen) -> [Effect] {
    if !list.isFresh {
      list.isFresh = true
      list.shown = nil
      list.awaited = nil
      // What was asked before the change may be answered as of before it, so it is asked again.
      (list.facets.shown, list.facets.awaited) = (nil, nil)
      list.preview?.goStale()
      // The cursor stays on its record, but at the beginning on the first row: while files are read newer articles come in
      // above the first ones.
      let staysOnTop = isBeginning && list.cursor.index == 0
      // Nor where another query was typed: its rows begin with the first.
      if list.anchor == nil, list.nextCursor == nil, !staysOnTop { list.anchor = list.selected?.address }
    }
    if let anchor = list.anchor, list.shown != list.request {
      guard list.awaited == nil else { return [] }
      list.awaited = 0..<0
      return [.ask(.locateRow(anchor, list.request))]
    }
    let wanted = wantedRows(of: list)
    let atHand = list.start..<list.start + list.rows.count
    let isSettled = !list.isProvisional || list.total == nil
    let isAtHand = isSettled && list.shown == list.request && wanted.clamped(to: atHand) == wanted
    guard !isAtHand, list.awaited.map({ wanted.clamped(to: $0) != wanted }) ?? true else { return [] }
    let margin = listRows
    list.awaited = max(0, wanted.lowerBound - margin)..<wanted.upperBound + margin
    return list.awaited.map { [.ask(.fetchRows(list.request, $0))] } ?? []
  }

  /// Rows may come before their number.
  private func demandCount(_ list: inout ListScreen) -> [Effect] {
    guard list.shown == list.request, list.total == nil, !list.isCountAwaited else { return [] }
    list.isCountAwaited = true
    return [.ask(.countRows(list.request))]
  }

  /// The rows that must be at hand to draw the list.
  private func wantedRows(of list: ListScreen) -> Range<Int> {
    guard list.shown == list.request else {
      let top = (list.nextCursor ?? list.cursor).top
      return top..<top + listRows
    }
    return list.cursor.visible(count: list.count, rows: listRows)
  }

  private func demandFacets(_ list: inout ListScreen) -> [Effect] {
    guard panes(for: list).facets != nil else { return [] }
    let question = FacetRequest(list.facets.field, list.request)
    guard list.facets.shown != question, list.facets.awaited != question else { return [] }
    list.facets.awaited = question
    return [.ask(.fetchFacet(question))]
  }

  private func demandPreview(_ list: inout ListScreen) -> [Effect] {
    guard panes(for: list).preview != nil, let address = list.selected?.address else { return [] }
    return Self.demandPreview(of: address, &list.preview)
  }

  private func demandPreview(_ record: inout RecordScreen) -> [Effect] {
    guard recordPreviewPane(for: record) != nil else { return [] }
    guard case .target(.record(let address))? = record.focusedStop?.destination else { return [] }
    return Self.demandPreview(of: address, &record.preview)
  }

  private static func demandPreview(of address: RecordAddress, _ preview: inout Preview?) -> [Effect] {
    guard preview?.address != address || preview?.page == nil else { return [] }
    if let preview, preview.address == address, preview.isAwaited || preview.isMissing { return [] }
    let scroll = preview.map { $0.address == address ? $0.scroll : 0 } ?? 0
    preview = Preview(address: address, layout: preview?.layout, scroll: scroll, isAwaited: true)
    return [.ask(.previewRecord(address))]
  }

  private func demandPage(_ record: inout RecordScreen) -> [Effect] {
    guard !record.isFresh || (record.page == nil && !record.isMissing && !record.isAwaited) else { return [] }
    if !record.isFresh { record.preview?.goStale() }
    record.isFresh = true
    record.isAwaited = true
    return [.ask(.openRecord(record.address))]
  }
}
