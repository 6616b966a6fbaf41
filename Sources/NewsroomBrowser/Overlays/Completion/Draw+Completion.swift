import TerminalCells
import TerminalText

extension BrowserState {
  /// Below the query: with what the value being typed can be completed, and how many rows have it.
  func drawCompletion(below row: Int, on canvas: inout Canvas) {
    guard prompt != nil, let completion, !completion.candidates.isEmpty else { return }
    let count = completion.candidates.count
    let rows = min(count, Completion.maxRows, (size.rows - row) / 2 - 1)
    let top = max(0, (completion.chosen ?? 0) - rows + 1)
    let width = min(64, size.columns - 2)
    let box = Rect(column: 1, row: row, columns: width, rows: rows + 2)
    canvas.drawBox(box)
    if count > rows {
      let sum = SafeText(" \(NumberFormat.grouped(count)) total, Tab for more ")
      canvas.write(sum, box.maxColumn - 2 - sum.width, box.maxRow - 1, tone: .dim)
    }
    for (index, candidate) in completion.candidates.enumerated().dropFirst(top).prefix(rows) {
      draw(candidate, isChosen: index == completion.chosen, in: box, row: row + 1 + index - top, on: &canvas)
    }
  }

  private func draw(
    _ candidate: FacetRow, isChosen: Bool, in box: Rect, row: Int, on canvas: inout Canvas
  ) {
    let count = SafeText(NumberFormat.grouped(candidate.count))
    let room = box.columns - 6 - count.width
    let used = canvas.write(SafeText(candidate.label), box.minColumn + 2, row, width: room)
    if candidate.value != candidate.label {
      canvas.write(SafeText(candidate.value), box.minColumn + 4 + used, row, width: room - used - 2, tone: .dim)
    }
    canvas.write(count, box.maxColumn - 2 - count.width, row)
    if isChosen {
      canvas.restyle(Rect(column: box.minColumn + 1, row: row, columns: box.columns - 2, rows: 1), with: .focus)
    }
  }
}
