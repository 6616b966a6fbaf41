import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  /// The tabs: the five lists with their counts, and the problems in the data.
  func drawTabs(active: ListKind, on canvas: inout Canvas) {
    let note = tabsNote
    for (tab, column) in placedTabs(active) {
      let tone: StyleRole = tab.kind == active ? .activeTab : tab.kind == nil ? .title : .bar
      canvas.write(tab.text, column, 0, width: max(0, tabsRoom - column), tone: tone)
    }
    if !note.isEmpty { canvas.write(note, size.columns - note.width - 1, 0, tone: .warning) }
  }

  /// The list whose tab stands in a column of the first row.
  func tab(at column: Int, active: ListKind) -> ListKind? {
    placedTabs(active).first { tab, start in (start..<start + tab.text.width).contains(column) }?.tab.kind
  }

  /// What stands behind the tabs.
  private var tabsNote: SafeText {
    let problems = totals.problems == 0 ? "" : "! \(totals.problems) problem\(totals.problems == 1 ? "" : "s")"
    return SafeText([goneMark, problems].filter { !$0.isEmpty }.joined(separator: "  "))
  }

  private var tabsRoom: Int { size.columns - (tabsNote.isEmpty ? 0 : tabsNote.width + 2) }

  /// The tabs in the longest form that there is room for, each with its first column.
  private func placedTabs(_ active: ListKind) -> [(tab: Tab, column: Int)] {
    let tabs = tabForms(active).first { tabsWidth($0) <= tabsRoom } ?? tabForms(active).last ?? []
    var column = 1
    return tabs.map { tab in
      defer { column += tab.text.width + tab.gap }
      return (tab, column)
    }
  }

  /// Stands in the first row for as long as the data directory is not there.
  var goneMark: String {
    guard isDirectoryGone else { return "" }
    return size.columns >= 80 ? "the data directory is gone" : "data gone"
  }

  private struct Tab {
    var kind: ListKind?
    var text: SafeText
    var gap: Int
  }

  /// The tabs in ever shorter forms.
  private func tabForms(_ active: ListKind) -> [[Tab]] {
    let full = ListKind.allCases.map { Tab(kind: $0, text: tabText($0, $0.title), gap: 3) }
    let tight = full.map { Tab(kind: $0.kind, text: $0.text, gap: 1) }
    let short = ListKind.allCases.map { kind in
      Tab(kind: kind, text: tabText(kind, kind == active ? kind.title : String(kind.title.prefix(3))), gap: 1)
    }
    let bare = ListKind.allCases.map { kind in
      Tab(
        kind: kind,
        text: SafeText("\(kind.rawValue + 1) \(kind == active ? kind.title : String(kind.title.prefix(3)))"), gap: 1)
    }
    let digits = ListKind.allCases.map { kind in
      Tab(kind: kind, text: kind == active ? tabText(kind, kind.title) : SafeText("\(kind.rawValue + 1)"), gap: 1)
    }
    let named = Tab(kind: nil, text: SafeText(newsroomName).truncated(toWidth: 30), gap: 3)
    return [[named] + full, full, tight, short, bare, digits]
  }

  private func tabText(_ kind: ListKind, _ name: String) -> SafeText {
    let count = totals.records[kind.recordKind].map { " \(NumberFormat.grouped($0))" } ?? ""
    return SafeText("\(kind.rawValue + 1) \(name)\(count)")
  }

  private func tabsWidth(_ tabs: [Tab]) -> Int {
    tabs.reduce(1) { $0 + $1.text.width + $1.gap } - (tabs.last?.gap ?? 0)
  }

  /// The query line, with how many rows there are and how they are sorted.
  func drawQuery(of list: ListScreen, on canvas: inout Canvas) {
    let summary = SafeText(summary(of: list))
    let room = max(10, size.columns - summary.width - 4)
    canvas.write("/", 1, 1, tone: .bar)
    if let prompt, prompt.purpose == .filter {
      drawLine(prompt, column: 3, row: 1, width: room - 2, on: &canvas)
    } else if list.request.query.isEmpty {
      canvas.write("no filter", 3, 1, width: room - 2, tone: .bar)
    } else {
      canvas.write(SafeText(list.request.query), 3, 1, width: room - 2)
    }
    if summary.width + 14 <= size.columns {
      canvas.write(summary, size.columns - summary.width - 1, 1, tone: .bar)
    }
    let problems = queryProblemLines(of: list)
    for (index, line) in problems.enumerated() { canvas.write(line, 3, 2 + index, tone: .warning) }
    drawCompletion(below: 2 + problems.count, on: &canvas)
  }

  /// What was not understood, on two rows or, where there are many, three: what was typed first comes first, and what has no room
  /// is counted.
  func queryProblemLines(of list: ListScreen) -> [SafeText] {
    let problems = list.problems.filter { !isStillTyped($0) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let sentences = problems.map { $0.message(fieldsAre: "Press F1 for the fields there are.") }
    let (width, rows) = (max(1, size.columns - 4), size.rows < 24 ? 2 : 3)
    for shown in (1...max(1, sentences.count)).reversed() where !sentences.isEmpty {
      let more: SafeText = sentences.count == shown ? "" : " · \(sentences.count - shown) more"
      let said = SafeText(sentences.prefix(shown).joined(separator: " · "))
      let lines = (said + more).lines(width: width)
      if lines.count <= rows { return lines.map { (said + more)[$0] } }
      // Of a single one that is longer the beginning is said.
      if shown == 1 {
        let start = min(lines[rows - 1].lowerBound, said.count)
        let last = said[start..<said.count].truncated(toWidth: width - more.width)
        return lines.prefix(rows - 1).map { (said + more)[$0] } + [last + more]
      }
    }
    return []
  }

  /// A value is not wrong while it can still be completed.
  private func isStillTyped(_ problem: QueryProblem) -> Bool {
    guard let completion, !completion.candidates.isEmpty else { return false }
    return problem.range.upperBound == completion.typed.utf8.count
  }

  private func summary(of list: ListScreen) -> String {
    let all = totals.records[list.request.list.recordKind]
    let order = size.columns >= 60 ? " · \(SortOrder.label(of: list))" : ""
    let marked = list.marked.isEmpty ? "" : "\(NumberFormat.grouped(list.marked.count)) marked · "
    guard let total = list.total else { return marked + "…" + order }
    let isWhole = list.request.query.isEmpty || all == nil
    let place = total == 0 ? "" : "\(NumberFormat.grouped(list.cursor.index + 1))/"
    let whole = isWhole ? "" : " of \(NumberFormat.grouped(all ?? total))"
    let count = NumberFormat.grouped(total) + whole + order
    let forms = [place + count + figureNote(of: list), place + count, count].map { marked + $0 }
    // In a narrow terminal the query comes first.
    let typed = max(SafeText(prompt?.text ?? list.request.query).width, "no filter".count)
    return forms.first { size.columns >= 80 || typed + SafeText($0).width + 6 <= size.columns } ?? marked + count
  }

  /// What the figure at the end of the rows counts.
  private func figureNote(of list: ListScreen) -> String {
    guard list.rows.contains(where: { $0.count != nil }) else { return "" }
    return " · figures: \(list.request.list == .delegations ? "members" : "articles")"
  }

  /// A line being typed, scrolled so that the cursor shows.
  func drawLine(_ prompt: PromptLine, column: Int, row: Int, width: Int, on canvas: inout Canvas) {
    let text = SafeText(prompt.text)
    let offset = SafeText(prompt.textBeforeCursor).count
    // What is typed behind right-to-left text comes to stand to its left, so that is where the cursor needs a cell.
    let margin = reordersBidi && text.visualOrder?.direction == .rightToLeft ? 1 : 0
    let isBehind = margin == 1 && offset >= text.count
    let cursor = isBehind ? 0 : margin + text.column(of: offset, reordersBidi: reordersBidi)
    // The line is drawn whole and shown in part, for what is hidden decides in which order the rest is seen.
    var line = CellGrid(size: Size(columns: margin + text.width + 1, rows: 1), reordersBidi: reordersBidi)
    line.write(text, at: Point(column: margin, row: 0))
    let hidden = max(0, cursor - width + 1)
    let shown =
      max(hidden, margin)..<max(hidden, margin, min(margin + text.width, hidden + min(width, size.columns - column)))
    for index in shown where !line[index, 0].isWide || index + 1 < shown.upperBound {
      canvas.grid[column + index - hidden, row] = line[index, 0]
    }
    canvas.cursor = Point(column: min(column + cursor - hidden, size.columns - 1), row: row)
  }
}

extension ListKind {
  /// The tab's name.
  var title: String {
    let name = recordKind.plural
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
