import NewsroomModel
import TerminalCells
import TerminalText

extension PageLayoutBuilder {
  /// Articles by year as a small bar chart, one line a year.
  func activity(width: Int) -> [PageLine] {
    let most = page.activity.map(\.count).max() ?? 1
    let heading = StyledText("Articles by year", style: theme.style(.heading))
    let bars = page.activity.map { year in
      let room = max(1, min(40, width - 14))
      let length = (year.count * room + most - 1) / max(1, most)
      var line = StyledText("  \(year.year) ", style: theme.style(.dim))
      line.append(SafeText(String(repeating: "█", count: length)), style: theme.style(.link).withoutAttributes)
      line.append(" \(year.count)")
      return PageLine(text: line.firstLine(width: width))
    }
    return [PageLine(text: heading.firstLine(width: width))] + bars
  }
}

extension Style {
  fileprivate var withoutAttributes: Style { Style([], foreground: foreground, background: background) }
}
