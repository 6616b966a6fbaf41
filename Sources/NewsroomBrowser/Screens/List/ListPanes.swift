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
  private let widths: PaneWidths
  /// Rows between the head (tabs, query, what was not understood) and the foot.
  let body: Rect

  init(size: Size, headRows: Int, pane: ListScreen.Pane, widths: PaneWidths = PaneWidths()) {
    self.widths = widths
    body = Rect(column: 0, row: headRows, columns: size.columns, rows: size.rows - headRows - 1)
    let wantsFacets = pane == .facets || size.columns >= 150
    switch size.columns {
    case 150...: setWide(withFacets: wantsFacets)
    case 100..<150:
      if wantsFacets { setFacetsAndList() } else { setListAndPreview(from: 0) }
    default:
      if wantsFacets { facets = body } else { list = body }
    }
  }

  private mutating func setWide(withFacets: Bool) {
    let usual = min(48, body.columns * 6 / 25)
    let width = withFacets ? Self.fitting(widths.facets ?? usual, 2 * PaneWidths.least + 1, of: body.columns) : 0
    if withFacets { facets = columns(0, width) }
    setListAndPreview(from: withFacets ? width + 1 : 0)
  }

  private mutating func setFacetsAndList() {
    let width = Self.fitting(widths.facets ?? 36, PaneWidths.least, of: body.columns)
    facets = columns(0, width)
    list = columns(width + 1, body.maxColumn)
  }

  private mutating func setListAndPreview(from start: Int) {
    let room = body.maxColumn - start
    let middle = start + Self.fitting(widths.list ?? room * 57 / 100, PaneWidths.least, of: room)
    list = columns(start, middle)
    preview = columns(middle + 1, body.maxColumn)
  }

  /// A width for the first of some panes side by side, which leaves the others what they need at least.
  private static func fitting(_ wanted: Int, _ others: Int, of room: Int) -> Int {
    max(PaneWidths.least, min(wanted, room - 1 - others))
  }

  private func columns(_ start: Int, _ end: Int) -> Rect {
    Rect(column: start, row: body.minRow, columns: end - start, rows: body.rows)
  }
}

/// How wide the panes of lists were drawn with the mouse; nil as usual. What does not fit is cut when it is shown, so that a
/// terminal that was narrow for a while finds its widths again.
package struct PaneWidths: Equatable, Sendable {
  package var facets: Int?
  package var list: Int?

  package init() {}

  /// No pane is narrower.
  static let least = 20

  /// A line between two panes.
  package enum Divider: Equatable, Sendable { case facets, list }
}

extension ListPanes {
  /// The line between two panes at a place.
  func divider(at point: Point) -> PaneWidths.Divider? {
    guard (body.minRow..<body.maxRow).contains(point.row), let list else { return nil }
    if facets != nil, point.column == list.minColumn - 1 { return .facets }
    return preview?.minColumn == point.column + 1 ? .list : nil
  }
}

extension BrowserState {
  func panes(for list: ListScreen) -> ListPanes {
    ListPanes(
      size: size, headRows: 2 + queryProblemLines(of: list).count, pane: list.pane, widths: paneWidths)
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
  var pageRows: Int { screen.content.pageRows(in: self) }
}
