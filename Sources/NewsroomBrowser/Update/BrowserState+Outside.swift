package import NewsroomModel

extension BrowserState {
  /// The record that commands act on.
  package var selectedAddress: RecordAddress? {
    switch screen {
    case .list(let list): list.selected?.address
    case .record(let record): record.address
    case .problems, .place, .help: nil
    }
  }

  /// Marked rows can be acted on where no row is shown.
  var choiceObstacle: String? { chosenAddresses.isEmpty ? "Nothing is selected." : nil }

  var sourceObstacle: String? {
    if let choiceObstacle { return choiceObstacle }
    if let marked = list?.marked, marked.count > Self.mostSources {
      return "\(marked.count) rows are marked; at most \(Self.mostSources) pages are opened at once."
    }
    if let page = record?.page, page.source == nil { return "This record names no source on the web." }
    return nil
  }

  var locationObstacle: String? {
    guard selectedAddress != nil else { return "Nothing is selected." }
    return nil
  }

  mutating func openSource() -> [Effect] {
    // The page of a record that is gone is all that still knows its source.
    if let record, record.isMissing { return record.page?.source.map { [.openAddress($0)] } ?? [] }
    return chosenAddresses.map { .openSource($0) }
  }

  mutating func editRecord() -> [Effect] {
    if let record, record.isUnreadable, let location = record.page?.location {
      return [.editFile(path: location.path, line: location.line)]
    }
    return selectedAddress.map { [.editRecord($0)] } ?? []
  }

  mutating func copyText() -> [Effect] { record?.page.map { [.copy($0.plainText)] } ?? [] }

  mutating func copyAddress() -> [Effect] {
    let addresses = chosenAddresses.map { $0.kind == .article ? $0.id : $0.description }
    return addresses.isEmpty ? [] : [.copy(addresses.joined(separator: "\n"))]
  }

  mutating func showInPager() -> [Effect] { record?.page.map { [.page($0.plainText)] } ?? [] }

  mutating func useNextTheme() -> [Effect] {
    let wasASCII = theme.isASCII
    let next = ((Theme.all.firstIndex(of: theme) ?? -1) + 1) % Theme.all.count
    theme = Theme.all[next]
    relayoutTrail()
    return (theme.isASCII == wasASCII ? [] : [.setASCII(theme.isASCII)]) + inform("Theme: \(theme.name).")
  }

  mutating func toggleHelp() -> [Effect] {
    if case .help = screen { return goBack() }
    push(.help(HelpScreen(context: context, list: list?.request.list)))
    return []
  }

  /// Shows the help where it lists the fields.
  mutating func showFields() -> [Effect] {
    var help = HelpScreen(context: context, list: list?.request.list)
    help.scroll = fieldsStart(help)
    push(.help(help))
    return move(by: 0)
  }
}
