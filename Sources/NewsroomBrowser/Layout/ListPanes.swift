import NewsroomModel
import TerminalCells

/// Where the panes of a list screen stand on a screen of a certain size.
///
/// From 150 columns: facets, list and preview. From 100: list and preview, or facets and list while the
/// facets have the keys. Below: one pane, the others a key away.
struct ListPanes: Equatable {
  var facets: Rect?
  var list: Rect?
  var preview: Rect?
  /// Rows between the head (tabs, query, what was not understood) and the foot.
  let body: Rect

  init(size: Size, headRows: Int, pane: ListScreen.Pane) {
    body = Rect(column: 0, row: headRows, columns: size.columns, rows: size.rows - headRows - 1)
    let wantsFacets = pane == .facets || size.columns >= 150
    switch size.columns {
    case 150...: setWide(withFacets: wantsFacets)
    case 100..<150:
      if wantsFacets { setFacetsAndList(36) } else { setListAndPreview(from: 0) }
    default:
      if wantsFacets { facets = body } else { list = body }
    }
  }

  private mutating func setWide(withFacets: Bool) {
    let width = withFacets ? min(48, body.columns * 6 / 25) : 0
    if withFacets { facets = columns(0, width) }
    setListAndPreview(from: withFacets ? width + 1 : 0)
  }

  private mutating func setFacetsAndList(_ width: Int) {
    facets = columns(0, width)
    list = columns(width + 1, body.maxColumn)
  }

  private mutating func setListAndPreview(from start: Int) {
    let middle = start + (body.maxColumn - start) * 57 / 100
    list = columns(start, middle)
    preview = columns(middle + 1, body.maxColumn)
  }

  private func columns(_ start: Int, _ end: Int) -> Rect {
    Rect(column: start, row: body.minRow, columns: end - start, rows: body.rows)
  }
}

extension BrowserState {
  func panes(for list: ListScreen) -> ListPanes {
    ListPanes(
      size: size, headRows: 2 + queryProblemLines(of: list).count, pane: list.pane)
  }

  /// Rows of the list on the screen now.
  var listRows: Int {
    guard let list else { return 0 }
    let panes = panes(for: list)
    return max(1, panes.list?.rows ?? panes.body.rows)
  }

  /// Rows of a page's text: everything between the breadcrumb and the foot.
  var textRows: Int { max(1, size.rows - 2) }

  /// Where the record under the focus is shown beside a page: only on wide screens, and not beside an article.
  func recordPreviewPane(for record: RecordScreen) -> Rect? {
    guard record.address.kind != .article, size.columns >= 150 else { return nil }
    let start = min(LayoutWidths.margin + 100 + 2, size.columns * 3 / 5)
    return Rect(column: start + 1, row: 1, columns: size.columns - start - 1, rows: textRows)
  }

  /// Columns for the page itself.
  func pageColumns(for address: RecordAddress) -> Int {
    guard address.kind != .article, size.columns >= 150 else { return size.columns }
    return min(LayoutWidths.margin + 100 + 2, size.columns * 3 / 5)
  }

  /// How far a page key moves.
  var pageRows: Int {
    switch screen {
    case .list: max(1, listRows - 1)
    case .record, .help: max(1, textRows - 1)
    case .problems: max(1, problemRows - 1)
    }
  }
}
