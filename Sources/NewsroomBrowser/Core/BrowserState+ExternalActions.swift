package import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  /// The record that commands act on.
  package var selectedAddress: RecordAddress? { screen.content.selectedAddress }

  /// Marked rows can be acted on where no row is shown.
  var choiceObstacle: String? { chosenAddresses.isEmpty ? "Nothing is selected." : nil }

  var sourceObstacle: String? {
    if let choiceObstacle { return choiceObstacle }
    if let marked = list?.marked, marked.count > Self.maxSources {
      return "\(marked.count) rows are marked; at most \(Self.maxSources) pages are opened at once."
    }
    if let page = record?.page, page.source == nil { return "This record names no source on the web." }
    return nil
  }

  var locationObstacle: String? {
    guard selectedAddress != nil else { return "Nothing is selected." }
    return nil
  }

  mutating func openSource() -> [Effect] {
    // The page at hand knows, and that of a record that is gone is all that still does.
    if let page = record?.page { return page.source.map { [.openAddress($0)] } ?? [] }
    return [.ask(.findSources(chosenAddresses))]
  }

  mutating func open(_ sources: [String], of addresses: [RecordAddress]) -> [Effect] {
    if sources.isEmpty {
      return fail("\(addresses.count == 1 ? "This record names" : "These records name") no source on the web.")
    }
    return sources.map { .openAddress($0) }
  }

  mutating func editRecord() -> [Effect] {
    if let record, !record.isMissing || record.isUnreadable, let location = record.page?.location {
      return edit(record.address, at: location)
    }
    return selectedAddress.map { [.ask(.findFile($0))] } ?? []
  }

  /// Gives the terminal to the editor, unless one has gone on meanwhile: it would take keys that are meant for something else.
  mutating func edit(_ address: RecordAddress, at location: RecordLocation?) -> [Effect] {
    guard selectedAddress == address, prompt == nil, palette == nil else { return [] }
    guard let location else { return fail("There is no file for \(address) any more.") }
    return [.editFile(path: location.path, line: location.line)]
  }

  mutating func copyText() -> [Effect] { record?.page.map { [.copy($0.plainText)] } ?? [] }

  mutating func copyAddress() -> [Effect] {
    let addresses = chosenAddresses.map { $0.kind == .article ? $0.id : $0.description }
    return addresses.isEmpty ? [] : [.copy(addresses.joined(separator: "\n"))]
  }

  /// A pager would break words at the terminal's edge, so it is given lines that fit, no longer than one likes to read.
  mutating func showInPager() -> [Effect] {
    let width = min(LayoutWidths.measure, size.columns)
    return record?.page.map { [.page($0.plainText.wrapped(toWidth: width))] } ?? []
  }

  mutating func useNextTheme() -> [Effect] {
    let wasASCII = theme.isASCII
    let next = ((Theme.all.firstIndex(of: theme) ?? -1) + 1) % Theme.all.count
    theme = Theme.all[next]
    relayoutTrail()
    return (theme.isASCII == wasASCII ? [] : [.setASCII(theme.isASCII)]) + inform("Theme: \(theme.name).")
  }

  mutating func toggleHelp() -> [Effect] {
    if case .help = screen { return goBack() }
    push(.help(HelpScreen(topic: context, list: list?.request.list)))
    return []
  }

  mutating func filterHelp(by text: String) -> [Effect] {
    guard case .help(var help) = screen else { return [] }
    (help.filter, help.scroll) = (text, 0)
    screen = .help(help)
    return []
  }

  /// Shows the help where it lists the fields.
  mutating func showFields() -> [Effect] {
    var help = HelpScreen(topic: context, list: list?.request.list)
    help.scroll = fieldsStart(help)
    push(.help(help))
    return move(by: 0)
  }
}

extension String {
  /// The text in lines that are no wider; what a line is broken into stands as far in as the line, behind the same bars.
  fileprivate func wrapped(toWidth width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let mark = String(line.prefix { " >│".contains($0) })
      let text = SafeText(String(line.dropFirst(mark.count)))
      return text.lines(width: max(10, width - mark.count)).map { mark + text[$0].string }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
