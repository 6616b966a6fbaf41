import NewsroomModel
import TerminalCells
import TerminalText

/// How the rows of a list share the width of their pane: date, title, detail, figure.
struct RowColumns {
  private let highlights: [String]
  private let date: Int
  private let title: Int
  private let detail: Int
  private let figure: Int

  init(list: ListScreen, width: Int) {
    highlights = list.highlights
    let shown = list.rows
    let kind = list.request.list
    date = shown.contains { $0.date != nil } ? 12 : 0
    figure = shown.compactMap(\.count).max().map { NumberFormat.grouped($0).count + 2 } ?? 0
    let room = max(0, width - 2 - date - figure)
    let wanted = shown.lazy.map { SafeText($0.detail).width }.max() ?? 0
    detail = wanted == 0 || room < 36 ? 0 : min(wanted, room * kind.detailShare / 100) + 2
    title = max(0, room - detail)
  }

  func draw(_ row: ListRow, isStarred: Bool, at point: Point, on canvas: inout Canvas) {
    var column = point.column + 1
    if date > 0 {
      let text = row.date?.sortDate.map { $0.dateOnly + (row.usesEventDate ? "*" : "") } ?? ""
      canvas.write(SafeText(text), column, point.row, width: date - 1, tone: .dim)
      column += date
    }
    drawTitle(row, isStarred, column, point.row, on: &canvas)
    column += title
    if detail > 0, row.match == nil { draw(row.detail, column, point.row, width: detail - 2, tone: .dim, on: &canvas) }
    column += detail
    guard figure > 0, let count = row.count else { return }
    let text = SafeText(NumberFormat.grouped(count))
    canvas.write(text, column + figure - text.width - 1, point.row, tone: .dim)
  }

  /// The title with its marks; where the query matched elsewhere, that is said behind it.
  private func drawTitle(_ row: ListRow, _ isStarred: Bool, _ column: Int, _ line: Int, on canvas: inout Canvas) {
    // Where it matched matters more than the second column, so it may take that room.
    let room = row.match == nil ? title - 2 : title + detail - 2
    guard room > 0 else { return }
    let mark = row.mark.map { SafeText("[\($0)] ") } ?? .empty
    var used = isStarred ? canvas.write("★ ", column, line, width: room, tone: .strong) : 0
    used += canvas.write(mark, column + used, line, width: room - used, tone: .warning)
    let reason = reason(row, theme: canvas.theme)
    let reasonRoom = reason.map { self.room(for: $0, behind: SafeText(row.title).width, in: room - used) } ?? 0
    used += draw(row.title, column + used, line, width: room - used - reasonRoom, tone: .plain, on: &canvas)
    guard let reason, reasonRoom > 0 else { return }
    canvas.draw(reason.line(width: room - used), column + used, line, width: room - used)
  }

  private func reason(_ row: ListRow, theme: Theme) -> MatchReason? {
    guard let match = row.match else { return nil }
    let visible = SafeText(row.title + " · " + row.detail)
    let missing = highlights.filter { Highlighting.ranges(of: [$0], in: visible).isEmpty }
    return MatchReason(match, words: highlights, missing: missing, theme: theme)
  }

  /// The room that a reason takes from a title: half, or as much more as the match needs where a third is left to the title. None
  /// where there is not that much: a title says more than a reason without its match.
  private func room(for reason: MatchReason, behind titleWidth: Int, in room: Int) -> Int {
    let most = room - min(titleWidth, max(10, room / 3))
    guard let least = [reason.shortWidth, reason.leastWidth].first(where: { $0 <= most }) else { return 0 }
    return min(reason.width, max(least, room / 2))
  }

  @discardableResult
  private func draw(
    _ text: String, _ column: Int, _ row: Int, width: Int, tone: StyleRole, on canvas: inout Canvas
  ) -> Int {
    let safe = SafeText(text)
    guard !highlights.isEmpty else { return canvas.write(safe, column, row, width: width, tone: tone) }
    let line = StyledText.highlighted(safe, highlights, tone: tone, theme: canvas.theme).firstLine(width: width)
    canvas.draw(line, column, row, width: width)
    return min(width, line.text.width)
  }
}

extension ListKind {
  /// The share of the room that the second column may take, in per cent.
  fileprivate var detailShare: Int {
    switch self {
    case .articles: 25
    case .delegations, .events: 35
    case .people: 60
    case .organisations: 45
    }
  }
}
