import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  /// What is wrong, then the lines around the place with a mark under it.
  func draw(_ screen: ProblemDetailScreen, on canvas: inout Canvas) {
    drawBreadcrumb(on: &canvas)
    let message = placeMessage(screen)
    for (row, line) in message.enumerated() {
      canvas.write(line.text, 1, 1 + row, width: size.columns - 2, tone: line.tone)
    }
    canvas.cursor = Point(column: 0, row: 1)
    guard let excerpt = screen.place?.excerpt else {
      let message: SafeText = screen.place == nil ? "…" : "The file cannot be shown."
      return canvas.writeSentence(message, 1, 2 + message.count, width: size.columns - 2)
    }
    let (top, rows) = (placeTop(screen), placeRows(screen))
    for row in 0..<rows {
      draw(excerpt, row: top + row, on: 2 + message.count + row, of: &canvas)
    }
  }

  /// The problem in rows: where, what and what to do, and whether it is mended.
  func placeMessage(_ screen: ProblemDetailScreen) -> [(text: SafeText, tone: StyleRole)] {
    let problem = screen.problem
    let position =
      screen.total.map { "\(NumberFormat.grouped(screen.index + 1)) of \(NumberFormat.grouped($0)) · " } ?? ""
    let line = problem.line.map { ":\($0)" + (problem.column.map { ":\($0)" } ?? "") } ?? ""
    let head = "\(position)\(problem.path)\(line) · \(problem.severity.rawValue) \(problem.code.rawValue)"
    let pointer = problem.pointer.flatMap { $0.isEmpty ? nil : " · \($0)" } ?? ""
    var rows: [(text: SafeText, tone: StyleRole)] = [(SafeText(head + pointer), .bar)]
    if screen.place?.isThere == false { rows.append(("Fixed, or moved elsewhere.", .strong)) }
    let explanation = SafeText(problem.explanation.prefix(1).uppercased() + problem.explanation.dropFirst())
    let tone: StyleRole = problem.severity == .error ? .warning : .strong
    return rows + explanation.lines(width: size.columns - 2).prefix(4).map { (explanation[$0], tone) }
  }

  /// Draws a row of the excerpt: a line, or the mark below its line.
  private func draw(_ excerpt: FileExcerpt, row index: Int, on row: Int, of canvas: inout Canvas) {
    let marked = excerpt.markedLine ?? excerpt.lines.count
    let isMark = index == marked + 1 && excerpt.markedLine != nil
    let lineIndex = index > marked ? index - 1 : index
    guard excerpt.lines.indices.contains(lineIndex) else { return }
    let numbers = excerpt.lines.map { String($0.number).count }.max() ?? 1
    let start = numbers + 4
    let room = max(1, size.columns - start - 1)
    let line = excerpt.lines[lineIndex]
    let slice = Slice(line, markedAt: lineIndex == marked ? excerpt.markOffset : nil, width: room)
    canvas.write("│", numbers + 2, row, tone: .frame)
    if isMark {
      canvas.write("^", start + slice.markColumn, row, tone: .warning)
      return
    }
    let number = String(line.number)
    let tone: StyleRole = lineIndex == marked ? .strong : .dim
    canvas.write(SafeText(number), 1 + numbers - number.count, row, tone: tone)
    canvas.write(slice.text, start, row, width: room, tone: lineIndex == marked ? .plain : .dim)
    if lineIndex == marked { canvas.cursor = Point(column: start + slice.markColumn, row: row) }
  }

  /// What is shown of a line: its beginning, or as much around the mark as there is room for.
  private struct Slice {
    var text: SafeText
    /// Columns before the mark.
    var markColumn = 0

    init(_ line: FileExcerpt.Line, markedAt mark: Int?, width: Int) {
      let whole = SafeText(line.text)
      guard let mark else {
        text = line.isCutAtEnd ? whole + "…" : whole
        return
      }
      let before = SafeText(String(decoding: line.text.utf8.prefix(mark), as: UTF8.self))
      let isLong = whole.width >= width || line.isCutAtStart
      let hidden = isLong ? max(0, before.width - width * 2 / 3) : 0
      let start = whole.prefix(columns: hidden).count
      let isCut = start > 0 || line.isCutAtStart
      text = isCut ? "…" + whole[start..<whole.count] : whole
      markColumn = max(0, min(width - 1, before.width - whole[0..<start].width + (isCut ? 1 : 0)))
    }
  }
}
