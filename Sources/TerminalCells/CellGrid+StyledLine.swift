import TerminalText

extension CellGrid {
  /// Draws a line at `point` over at most `width` columns; `restyle` may change the style of a span, for the link in focus.
  ///
  /// Right-to-left text is put into the order in which it is seen, and a line of a right-to-left paragraph ends at the right
  /// edge of `width`. What a line is too long for is cut at its end as it is written.
  /// - Returns: the columns of every link drawn, from the left edge of the grid: more than one stretch for a link whose text
  ///   runs both ways.
  @discardableResult
  package mutating func draw(
    _ line: StyledLine, at point: Point, width: Int, restyle: (StyledText.Span) -> Style = { $0.style }
  ) -> [(link: Int, columns: Range<Int>)] {
    let order = reordersBidi ? line.order : nil
    let visible = line.text.prefix(columns: width)
    let end = min(size.columns, point.column + max(0, width))
    var column = point.column
    if order?.direction == .rightToLeft { column += max(0, end - point.column - visible.width) }
    guard (0..<size.rows).contains(point.row) else { return [] }
    var links: [(link: Int, columns: Range<Int>)] = []
    for piece in line.pieces(in: order, end: visible.count) {
      let pen = Cell.secondHalf(style: piece.span.map(restyle) ?? .plain)
      let start = Point(column: column, row: point.row)
      let next = write(visible, run: piece.run, at: start, end: end, pen: pen)
      if let link = piece.span?.link, next > column { links.append((link, column..<next)) }
      column = next
    }
    return links
  }
}

extension StyledLine {
  /// A stretch in one style and one direction.
  fileprivate struct Piece {
    var run: BidiParagraphs.Run
    var span: StyledText.Span?
  }

  /// The stretches of the line before offset `end`, from left to right as they are seen.
  fileprivate func pieces(in order: VisualOrder?, end: Int) -> [Piece] {
    let whole = BidiParagraphs.Run(range: 0..<text.count, direction: .leftToRight)
    return (order?.runs ?? [whole]).flatMap { run in
      let pieces = stretches(of: run.range.clamped(to: 0..<end)).map { range, span in
        Piece(run: BidiParagraphs.Run(range: range, direction: run.direction), span: span)
      }
      return run.direction == .leftToRight ? pieces : pieces.reversed()
    }
  }

  /// `range` cut at the edges of the spans.
  private func stretches(of range: Range<Int>) -> [(Range<Int>, StyledText.Span?)] {
    var (stretches, position): ([(Range<Int>, StyledText.Span?)], Int) = ([], range.lowerBound)
    for span in spans where span.range.overlaps(range) {
      let part = span.range.clamped(to: range)
      if part.lowerBound > position { stretches.append((position..<part.lowerBound, nil)) }
      stretches.append((part, span))
      position = part.upperBound
    }
    if position < range.upperBound { stretches.append((position..<range.upperBound, nil)) }
    return stretches
  }
}
