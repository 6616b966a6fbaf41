import NewsroomModel
import TerminalCells

extension BrowserState {
  mutating func beginPalette(_ purpose: Palette.Purpose) -> [Effect] {
    palette = Palette(purpose)
    return paletteChanged()
  }

  mutating func pressInPalette(_ key: Key) -> [Effect] {
    switch key {
    case .enter: return choosePaletteRow()
    case .escape, .control("c"), .control("g"):
      palette = nil
      return []
    case .up, .control("p"), .backTab: movePaletteCursor(by: -1)
    case .down, .control("n"), .tab: movePaletteCursor(by: 1)
    case .pageUp: movePaletteCursor(by: -10)
    case .pageDown: movePaletteCursor(by: 10)
    case .backspace where palette?.line.text.isEmpty == true: palette = nil
    default: if palette?.line.edit(with: key) == true { return paletteChanged() }
    }
    return []
  }

  mutating func movePaletteCursor(by distance: Int) {
    guard let palette, !palette.rows.isEmpty else { return }
    self.palette?.cursor = max(0, min(palette.rows.count - 1, palette.cursor + distance))
  }

  mutating func paletteChanged() -> [Effect] {
    guard let palette else { return [] }
    self.palette?.cursor = 0
    switch palette.purpose {
    case .record, .secondSide:
      if let row = typedPairRow(palette) {
        self.palette?.rows = [row]
        self.palette?.awaited = nil
        return []
      }
      self.palette?.awaited = palette.line.text
      return [.ask(.findNames(palette.line.text))]
    case .command:
      let rows = commandRows(matching: palette.line.text)
      self.palette?.rows = rows
      return []
    }
  }

  /// Takes in the records whose names match what is typed.
  mutating func show(names rows: [ListRow], for text: String) -> [Effect] {
    guard let purpose = palette?.purpose, purpose != .command, palette?.line.text == text, palette?.awaited == text
    else { return [] }
    palette?.rows = rows.filter { purpose == .record || $0.address.kind.isParty }.prefix(Palette.maxRows).map { row in
      let detail = row.detail.isEmpty ? row.address.kind.rawValue : "\(row.address.kind.rawValue) · \(row.detail)"
      return Palette.Row(choice: .record(row.address), title: row.title, detail: detail, key: "")
    }
    palette?.shown = text
    palette?.awaited = nil
    // The wheel may have moved it among the rows before, of which there were more.
    let (cursor, count) = (palette?.cursor ?? 0, palette?.rows.count ?? 0)
    palette?.cursor = max(0, min(cursor, count - 1))
    return []
  }

  /// What is typed, where it is the address of a pair page, or a country or region for its second side.
  private func typedPairRow(_ palette: Palette) -> Palette.Row? {
    let text = palette.line.text
    switch palette.purpose {
    case .command: return nil
    case .record:
      return PairRequest(typed: text).map {
        Palette.Row(choice: .pair($0), title: $0.title, detail: "history", key: "")
      }
    case .secondSide(let left):
      guard text.hasPrefix("country:") || text.hasPrefix("region:") else { return nil }
      return Palette.Row(choice: .pair(PairRequest(left, text)), title: text, detail: "history", key: "")
    }
  }

  private func commandRows(matching text: String) -> [Palette.Row] {
    let commands = Command.all.enumerated().filter { $0.element.contexts.contains(context) }
    let scored = commands.compactMap { index, command in
      command.score(for: text).map { (index, command, $0) }
    }
    return scored.sorted { ($0.2, -$0.0) > ($1.2, -$1.0) }.prefix(Palette.maxRows).map { index, command, _ in
      Palette.Row(
        choice: .command(index), title: command.name, detail: command.message,
        key: command.keys.first?.label ?? "", obstacle: command.obstacle(self))
    }
  }

  private mutating func choosePaletteRow() -> [Effect] {
    guard let palette, let row = palette.chosen else { return [] }
    switch row.choice {
    case .command(let index):
      let command = Command.all[index]
      // Asked again: the data, and with them the screen below, may have changed since the row was made.
      guard command.contexts.contains(context) else { return inform("“\(command.name)” does nothing here any more.") }
      if let obstacle = command.obstacle(self) { return inform(obstacle) }
      self.palette = nil
      return command.run(&self)
    case .record(let address):
      self.palette = nil
      if case .secondSide(let left) = palette.purpose {
        push(.pair(PairScreen(PairRequest(left, address.description))))
      } else {
        push(.record(RecordScreen(address, title: row.title)))
      }
      return []
    case .pair(let request):
      self.palette = nil
      push(.pair(PairScreen(request)))
      return []
    }
  }
}

extension Command {
  /// How well what is typed fits the command: its name by letters in order, else its sentence by what it holds.
  fileprivate func score(for text: String) -> Int? {
    if let score = FuzzyMatch.score(text, in: name) { return score + 100 }
    return SearchNormalizer.fold(message).contains(SearchNormalizer.fold(text)) ? 0 : nil
  }
}
