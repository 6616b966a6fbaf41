/// How wide the columns of a record's page are on a screen of a certain width.
struct LayoutWidths: Equatable {
  /// Text is never set wider than this.
  static let measure = 80
  /// Blank columns at the left of the text.
  static let margin = 2

  var main: Int
  /// Where the side panel begins and how wide it is; nil without one.
  var side: (column: Int, width: Int)?

  static func == (left: LayoutWidths, right: LayoutWidths) -> Bool {
    left.main == right.main && left.side?.column == right.side?.column && left.side?.width == right.side?.width
  }

  /// The widths for an article, with its side panel from 100 columns on.
  init(articleIn columns: Int) {
    self.init(pageIn: columns)
    guard columns >= 100 else { return }
    main = min(Self.measure, columns * 3 / 5 - Self.margin)
    let column = Self.margin + main + 4
    side = (column, min(64, columns - column - 1))
  }

  /// The widths for a page of one column.
  init(pageIn columns: Int, measure: Int = LayoutWidths.measure) {
    main = max(10, min(measure, columns - Self.margin - (columns > 60 ? 2 : 1)))
  }
}
