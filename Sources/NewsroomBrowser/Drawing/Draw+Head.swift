import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  /// The tabs: the five lists with their counts, and the problems in the data.
  func drawTabs(active: ListKind, on canvas: inout Canvas) {
    let problems = totals.problems == 0 ? "" : "! \(totals.problems) problem\(totals.problems == 1 ? "" : "s")"
    let note = SafeText([goneMark, problems].filter { !$0.isEmpty }.joined(separator: "  "))
    let room = size.columns - (note.isEmpty ? 0 : note.width + 2)
    let tabs = tabForms(active).first { tabsWidth($0) <= room } ?? tabForms(active).last ?? []
    var column = 1
    for tab in tabs {
      let tone: Tone = tab.kind == active ? .activeTab : tab.kind == nil ? .title : .bar
      column += canvas.write(tab.text, column, 0, width: max(0, room - column), tone: tone) + tab.gap
    }
    if !note.isEmpty { canvas.write(note, size.columns - note.width - 1, 0, tone: .warning) }
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
    let count = totals.records[kind.recordKind].map { " \(Figures.grouped($0))" } ?? ""
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
    if let prompt, case .filter = prompt.purpose {
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

  /// What was not understood, on at most two rows.
  func queryProblemLines(of list: ListScreen) -> [SafeText] {
    let problems = list.problems.filter { !isStillTyped($0) }
    guard !problems.isEmpty else { return [] }
    let text = SafeText(problems.map(\.sentence).joined(separator: " · "))
    let width = max(1, size.columns - 4)
    let lines = text.lines(width: width)
    guard let last = lines.dropFirst().first else { return lines.map { text[$0] } }
    return [text[lines[0]], text[last.lowerBound..<text.count].truncated(toWidth: width)]
  }

  /// A value is not wrong while it can still be completed.
  private func isStillTyped(_ problem: QueryProblem) -> Bool {
    guard let completion, !completion.candidates.isEmpty else { return false }
    return problem.range.upperBound == completion.typed.utf8.count
  }

  private func summary(of list: ListScreen) -> String {
    let all = totals.records[list.request.list.recordKind]
    let order = size.columns >= 60 ? " · \(list.request.sort.label)" : ""
    guard let total = list.total else { return "…" + order }
    let isWhole = list.request.query.isEmpty || all == nil
    let count = isWhole ? Figures.grouped(total) : "\(Figures.grouped(total)) of \(Figures.grouped(all ?? total))"
    return count + order
  }

  /// A line being typed, scrolled so that the cursor shows.
  func drawLine(_ prompt: PromptLine, column: Int, row: Int, width: Int, on canvas: inout Canvas) {
    let before = SafeText(prompt.textBeforeCursor)
    let text = SafeText(prompt.text)
    let hidden = max(0, before.width - width + 1)
    let start = text.offset(atColumn: hidden)
    let shown = text[start..<text.count]
    canvas.grid.write(shown, at: Point(column: column, row: row), width: width)
    let column = column + before.width - text[0..<start].width
    canvas.cursor = Point(column: min(column, size.columns - 1), row: row)
  }
}

extension ListKind {
  /// The tab's name.
  var title: String {
    let name = recordKind.plural
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

extension SafeText {
  /// The UTF-8 offset of the first character that begins at or after `column`.
  func offset(atColumn column: Int) -> Int {
    guard column > 0 else { return 0 }
    var (columns, offset) = (0, 0)
    for cluster in string {
      if columns >= column { break }
      columns += DisplayWidth.columns(of: cluster)
      offset += cluster.utf8.count
    }
    return offset
  }
}
