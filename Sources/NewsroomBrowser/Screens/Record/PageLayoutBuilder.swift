import NewsroomModel
import TerminalCells
import TerminalText

/// Sets a whole page: title, facts, text and relations, giving every link its stop and number.
///
/// A target has one number wherever it occurs: the row of the side panel and the name in the text bear the same.
struct PageLayoutBuilder {
  let page: RecordPage
  let theme: Theme
  let highlights: [String]
  /// Whether links are stops with numbers; a preview has none.
  let isNumbered: Bool

  private(set) var stops: [FocusTarget] = []
  private(set) var numberedTargets: [Int] = []
  private var numbers: [LinkTarget: Int] = [:]

  init(page: RecordPage, theme: Theme, highlights: [String], isNumbered: Bool) {
    (self.page, self.theme, self.highlights, self.isNumbered) = (page, theme, highlights, isNumbered)
  }

  /// Title and facts.
  func head(width: Int) -> [PageLine] {
    var setter = textSetter(width: width, linkStop: { _, _ in nil })
    setter.addText(highlighted(SafeText(page.title), tone: .title))
    let labels = page.facts.map { SafeText($0.label).width }.max() ?? 0
    for fact in page.facts { add(fact, labelWidth: min(labels, 17), to: &setter) }
    return setter.lines
  }

  private func add(_ fact: RecordPage.PageField, labelWidth: Int, to setter: inout TextLayout) {
    let label = SafeText(fact.label).truncated(toWidth: labelWidth)
    let padding = SafeText(String(repeating: " ", count: labelWidth - label.width + 2))
    setter.addHanging(
      StyledText(label + padding, style: theme.style(.dim)),
      highlighted(SafeText(fact.value), tone: .plain))
  }

  func highlighted(_ text: SafeText, tone: StyleRole) -> StyledText {
    var styled = StyledText()
    styled.append(text, style: theme.style(tone), highlighting: highlights, with: theme.style(.match))
    return styled
  }

  /// The text of the page, its links made stops whose lines are counted from `firstLine`.
  mutating func text(width: Int, firstLine: Int) -> [PageLine] {
    let isNumbered = isNumbered
    let box = FocusTargetBox(setter: self)
    var setter = textSetter(width: width) { target, label in
      isNumbered ? box.addTextStop(target, label) : nil
    }
    setter.set(page.text)
    self = box.setter
    locateTextStops(in: setter.lines, firstLine: firstLine)
    return setter.lines
  }

  private mutating func locateTextStops(in lines: [PageLine], firstLine: Int) {
    for (index, line) in lines.enumerated() {
      for link in Set(line.text.spans.compactMap(\.link)) {
        let old = stops[link].lines
        let start = old.isEmpty ? firstLine + index : min(old.lowerBound, firstLine + index)
        stops[link].lines = start..<firstLine + index + 1
      }
    }
  }

  private func textSetter(
    width: Int, linkStop: @escaping (LinkTarget, String) -> (stop: Int, number: Int?)?
  ) -> TextLayout {
    TextLayout(width: width, theme: theme, highlights: highlights, linkStop: linkStop)
  }

  mutating func setLines(of stop: Int, to lines: Range<Int>) { stops[stop].lines = lines }

  mutating func addStop(_ stop: FocusTarget) -> (stop: Int, number: Int?) {
    var stop = stop
    if isNumbered, case .target(let target) = stop.destination {
      stop.number = numbers[target] ?? numbers.count + 1
      if numbers[target] == nil { numberedTargets.append(stops.count) }
      numbers[target] = stop.number
    }
    stops.append(stop)
    return (stops.count - 1, stop.number)
  }
}

/// Lets the closure that meets links while text is set add stops to the setter that will keep them.
private final class FocusTargetBox {
  var setter: PageLayoutBuilder

  init(setter: PageLayoutBuilder) { self.setter = setter }

  func addTextStop(_ target: LinkTarget, _ label: String) -> (stop: Int, number: Int?) {
    setter.addStop(
      FocusTarget(destination: .target(target), place: .text, isInSide: false, lines: 0..<0, label: label, number: nil))
  }
}

extension TextLayout {
  /// Adds `text` behind `label`, its further lines indented as far.
  mutating func addHanging(_ label: StyledText, _ text: StyledText) {
    let indent = label.text.width
    for (index, line) in text.lines(width: max(1, availableWidth - indent)).enumerated() {
      let blank = StyledText(SafeText(String(repeating: " ", count: indent)))
      addLine(PageLine(prefix: index == 0 ? label : blank, text: line))
    }
  }
}
