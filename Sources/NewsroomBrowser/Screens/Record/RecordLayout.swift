package import NewsroomModel
package import TerminalCells
import TerminalText

/// A record's page set into lines for a screen of a certain width, with the places in it that can be followed.
///
/// Setting lines costs more than drawing them, so a layout is made when a page comes or the screen changes, not for every key.
package struct RecordLayout: Equatable, Sendable {
  package var main = PageColumn()
  /// The panel beside an article, where there is room for one.
  package var side: PageColumn?
  package var stops: [FocusTarget] = []
  /// The matches of the search: through the main column, then down the panel.
  package var matches: [Match] = []

  /// The stop that each number follows, from number 1.
  package var numberedTargets: [Int] = []

  package init() {}
}

/// A match of the search, where it begins.
package struct Match: Equatable, Sendable {
  package var line: Int
  /// UTF-8 offset in the text of the line.
  package var offset: Int
  /// Whether it stands in the side panel.
  package var isInSide: Bool
}

/// Lines of one width.
package struct PageColumn: Equatable, Sendable {
  package var width = 0
  package var lines: [PageLine] = []
}

/// One line of a page: what stands before the text (bars, bullets), the text, and the stop it is a row of.
package struct PageLine: Equatable, Sendable {
  package var prefix: StyledText
  package var text: StyledLine
  /// The stop that is this whole line, for rows of relations.
  package var stop: Int?

  package init(prefix: StyledText = StyledText(), text: StyledLine, stop: Int? = nil) {
    (self.prefix, self.text, self.stop) = (prefix, text, stop)
  }

  /// Whether a word stands before the text, which stays at its left whichever way the text is read.
  var isLabelled: Bool { prefix.text.string.contains(where: \.isLetter) }

  package static let empty = PageLine(text: StyledLine(text: .empty, spans: []))
}

/// A place that can be followed: a row of a relation, or a name or address within the text.
package struct FocusTarget: Equatable, Sendable {
  package enum Place: Equatable, Sendable { case text, section(Int) }
  package enum Destination: Equatable, Sendable {
    case target(LinkTarget)
    case list(ListRequest)
    /// A row that leads nowhere, such as a theme.
    case none
  }
  package var destination: Destination
  package var place: Place
  /// Whether it stands in the side panel.
  package var isInSide: Bool
  /// The lines it takes, in its column.
  package var lines: Range<Int>
  /// What one reads before following it.
  package var label: String
  /// The number that follows it.
  package var number: Int?
}

extension RecordLayout {
  /// Puts the stops into the order in which Tab walks them: through the text, then down the panel.
  ///
  /// Numbers were given panel first; the order of walking is that of reading.
  mutating func orderStops() {
    let order = stops.indices.sorted { left, right in
      let (a, b) = (stops[left], stops[right])
      if a.isInSide != b.isInSide { return !a.isInSide }
      return (a.lines.lowerBound, left) < (b.lines.lowerBound, right)
    }
    var position = Array(repeating: 0, count: stops.count)
    for (new, old) in order.enumerated() { position[old] = new }
    stops = order.map { stops[$0] }
    numberedTargets = numberedTargets.map { position[$0] }
    main.renumber(position)
    side?.renumber(position)
  }

  /// Notes where matches begin. How many there are does not depend on the lines they are set in, nor on the column.
  mutating func findMatches() {
    matches = main.matches(inSide: false) + (side?.matches(inSide: true) ?? [])
  }
}

extension PageColumn {
  fileprivate func matches(inSide: Bool) -> [Match] {
    lines.indices.flatMap { line in
      lines[line].text.spans.filter(\.beginsMatch).map {
        Match(line: line, offset: $0.range.lowerBound, isInSide: inSide)
      }
    }
  }
}

extension PageColumn {
  fileprivate mutating func renumber(_ position: [Int]) {
    for index in lines.indices {
      if let stop = lines[index].stop { lines[index].stop = position[stop] }
      for span in lines[index].text.spans.indices {
        if let link = lines[index].text.spans[span].link { lines[index].text.spans[span].link = position[link] }
      }
    }
  }
}
