package import NewsroomModel

extension RecordLayout {
  /// Sets `page` for a screen of `columns` columns: an article beside its side panel where there is room, everything else
  /// in one column.
  package static func reader(
    _ page: RecordPage, columns: Int, theme: Theme, highlights: [String], search: String? = nil
  ) -> RecordLayout {
    let isArticle = page.address.kind == .article
    let widths = isArticle ? LayoutWidths(articleIn: columns) : LayoutWidths(pageIn: columns, measure: 100)
    let words = search.map { [SearchNormalizer.fold($0)] } ?? highlights
    var setter = PageLayoutBuilder(page: page, theme: theme, highlights: words, isNumbered: true)
    var layout = RecordLayout()
    if let side = widths.side {
      layout.side = PageColumn(width: side.width, lines: setter.sections(width: side.width, firstLine: 0, inSide: true))
    }
    layout.main = PageColumn(width: widths.main, lines: setter.mainLines(widths, withSections: widths.side == nil))
    layout.stops = setter.stops
    layout.numberedTargets = setter.numberedTargets
    layout.orderStops()
    if search != nil { layout.findMatches() }
    return layout
  }

  /// Sets `page` for a pane of `columns` columns beside a list, without links.
  package static func preview(_ page: RecordPage, columns: Int, theme: Theme, highlights: [String]) -> RecordLayout {
    var setter = PageLayoutBuilder(page: page, theme: theme, highlights: highlights, isNumbered: false)
    let widths = LayoutWidths(pageIn: columns)
    var layout = RecordLayout()
    layout.main = PageColumn(width: widths.main, lines: setter.mainLines(widths, withSections: true))
    return layout
  }
}

extension PageLayoutBuilder {
  fileprivate mutating func mainLines(_ widths: LayoutWidths, withSections: Bool) -> [PageLine] {
    var lines = head(width: widths.main)
    lines.append(.empty)
    if page.address.kind != .article, !page.activity.isEmpty { lines += activity(width: widths.main) + [.empty] }
    if !page.text.isEmpty { lines += text(width: widths.main, firstLine: lines.count) + [.empty] }
    if withSections { lines += sections(width: widths.main, firstLine: lines.count, inSide: false) }
    while lines.last == .empty { lines.removeLast() }
    return lines
  }
}
