import NewsroomModel
import TerminalCells
import TerminalText

extension PageLayoutBuilder {
  /// The relations of the page: a heading with its count, then a row for each.
  mutating func sections(width: Int, firstLine: Int, inSide: Bool) -> [PageLine] {
    var lines: [PageLine] = []
    for (index, section) in page.sections.enumerated() {
      if !lines.isEmpty { lines.append(.empty) }
      lines.append(heading(of: section, width: width))
      let labels = section.rows.filter { !$0.role.isEmpty }.map { SafeText($0.label).width }.max() ?? 0
      for row in section.rows {
        lines += self.lines(
          for: row, in: index, labelWidth: labels, width: width, firstLine: firstLine + lines.count, inSide: inSide)
      }
      if let rest = restLine(of: section, index, width: width, line: firstLine + lines.count, inSide: inSide) {
        lines.append(rest)
      }
    }
    return lines
  }

  private func heading(of section: PageSection, width: Int) -> PageLine {
    var text = StyledText(SafeText(section.relation.rawValue), style: theme.style(.heading))
    if section.count > 1 { text.append(" \(section.count)", style: theme.style(.dim)) }
    return PageLine(text: text.firstLine(width: width))
  }

  private mutating func lines(
    for row: PageRow, in section: Int, labelWidth: Int, width: Int, firstLine: Int, inSide: Bool
  ) -> [PageLine] {
    let destination = row.target.map(FocusTarget.Destination.target) ?? .none
    let (stop, number) = addStop(
      FocusTarget(
        destination: destination, place: .section(section), isInSide: inSide, lines: firstLine..<firstLine + 1,
        label: row.label, number: nil))
    let lines = PageRowLayout(row: row, number: number, labelWidth: labelWidth, width: width, setter: self).lines(
      stop: stop)
    setLines(of: stop, to: firstLine..<firstLine + lines.count)
    return lines
  }

  /// The row that leads to all of a relation too long to be given whole.
  private mutating func restLine(
    of section: PageSection, _ index: Int, width: Int, line: Int, inSide: Bool
  ) -> PageLine? {
    let isCut = section.count > section.rows.count
    guard let list = section.list else {
      let rest = StyledText("  … and \(section.count - section.rows.count) more", style: theme.style(.dim))
      return isCut ? PageLine(text: rest.firstLine(width: width)) : nil
    }
    guard isCut || section.relation == .articles else { return nil }
    let label = isCut ? "all \(section.count) as a list" : "open as list"
    let (stop, _) = addStop(
      FocusTarget(
        destination: .list(list), place: .section(index), isInSide: inSide, lines: line..<line + 1, label: label,
        number: nil))
    let text = StyledText(SafeText("  … \(label)"), style: theme.style(.link))
    return PageLine(text: text.firstLine(width: width), stop: stop)
  }
}

/// Sets one row of a relation: number, label, role at that time, date and count, on one line where they fit.
struct PageRowLayout {
  let row: PageRow
  let number: Int?
  /// Columns of the widest label of the section, so that the roles stand below one another.
  let labelWidth: Int
  let width: Int
  let setter: PageLayoutBuilder

  func lines(stop: Int) -> [PageLine] {
    let prefix = numberPrefix
    let room = max(1, width - prefix.text.width)
    let detail = SafeText(row.role)
    let trailing = trailingText
    let label = SafeText(labelText(room))
    let column = max(label.width, min(labelWidth, room / 2))
    let needed =
      (detail.isEmpty ? label.width : column + 2 + detail.width) + (trailing.isEmpty ? 0 : trailing.width + 2)
    if needed <= room { return [oneLine(label, detail, trailing, room, column, prefix, stop)] }
    return severalLines(label, detail, trailing, room, prefix, stop)
  }

  /// The label; of an address on the web only as much as fits on one line: `eng.ichei.org/…/942.html`.
  private func labelText(_ room: Int) -> String {
    guard case .url(let url)? = row.target, url == row.label, url.count > room else { return row.label }
    let parts = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
    guard let host = parts.first, let last = parts.dropFirst().last else { return row.label }
    return "\(host)/…/\(last)"
  }

  private var numberPrefix: StyledText {
    guard let number else { return StyledText(row.target == nil ? "  · " : "  ", style: setter.theme.style(.dim)) }
    let tag = "[\(number)]"
    let padded = String(repeating: " ", count: max(0, 4 - tag.count)) + tag + " "
    return StyledText(SafeText(padded), style: setter.theme.style(.dim))
  }

  private var trailingText: SafeText {
    let count = row.count.map { "\($0)" } ?? ""
    let date = row.displayDate ?? ""
    return SafeText([count.isEmpty ? "" : "×" + count, date].filter { !$0.isEmpty }.joined(separator: " "))
  }

  private func oneLine(
    _ label: SafeText, _ detail: SafeText, _ trailing: SafeText, _ room: Int, _ column: Int, _ prefix: StyledText,
    _ stop: Int
  ) -> PageLine {
    var text = setter.highlighted(label, tone: row.target == nil ? .plain : .link)
    var used = label.width
    if !detail.isEmpty {
      let gap = column + 2 - label.width
      text.append(SafeText(String(repeating: " ", count: gap)))
      text.append(setter.highlighted(detail, tone: .plain))
      used += gap + detail.width
    }
    if !trailing.isEmpty {
      text.append(SafeText(String(repeating: " ", count: max(2, room - used - trailing.width))))
      text.append(trailing, style: setter.theme.style(.dim))
    }
    return PageLine(prefix: prefix, text: text.firstLine(width: room), stop: stop)
  }

  private func severalLines(
    _ label: SafeText, _ detail: SafeText, _ trailing: SafeText, _ room: Int, _ prefix: StyledText, _ stop: Int
  ) -> [PageLine] {
    let indent = StyledText(SafeText(String(repeating: " ", count: prefix.text.width)))
    let labelLines = setter.highlighted(label, tone: row.target == nil ? .plain : .link).lines(width: room)
    let all = labelLines + restLines(setter.highlighted(detail, tone: .plain), trailing, room)
    return all.enumerated().map { PageLine(prefix: $0 == 0 ? prefix : indent, text: $1, stop: stop) }
  }

  /// The role with the date behind it where that fits on its last line, else the date on a line of its own: a span of dates is one.
  private func restLines(_ detail: StyledText, _ trailing: SafeText, _ room: Int) -> [StyledLine] {
    let date = StyledText(trailing, style: setter.theme.style(.dim))
    guard !detail.text.isEmpty else { return trailing.isEmpty ? [] : date.lines(width: room) }
    let lines = detail.lines(width: room)
    guard !trailing.isEmpty else { return lines }
    var whole = detail
    whole.append("  ", style: setter.theme.style(.dim))
    whole.append(date)
    let joined = whole.lines(width: room)
    return joined.count == lines.count ? joined : lines + date.lines(width: room)
  }
}
