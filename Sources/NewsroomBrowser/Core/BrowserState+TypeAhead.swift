import TerminalCells

/// Keys can be faster than answers: a query, Enter and Enter again are typed in less time than a large archive takes to find
/// rows. A key that acts on a row waits for the row it was meant for, and every later key waits behind it.
extension BrowserState {
  /// More are never typed ahead, but pasted.
  private static let typeAheadLimit = 200

  /// Keeps a key for later, where what it acts on is still being fetched. Esc takes back what is kept, and Ctrl-c waits for nothing.
  mutating func deferIfLoading(_ key: Key) -> Bool {
    if typeAhead.isEmpty {
      guard shouldDefer(key) else { return false }
      typeAhead = [key]
      return true
    }
    switch key {
    case .escape:
      typeAhead = []
      return true
    case .control("c"):
      typeAhead = []
      return false
    default:
      // Enter once more is impatience, and must not follow a link of what the first one opens.
      let isImpatience = key == .enter && typeAhead.last == .enter
      if typeAhead.count < Self.typeAheadLimit, !isImpatience { typeAhead.append(key) }
      return true
    }
  }

  /// Gives the keys that were kept, as far as what they act on is there by now.
  mutating func replayTypeAhead() -> [Effect] {
    var effects: [Effect] = []
    while let key = typeAhead.first, !shouldDefer(key) {
      let later = typeAhead.dropFirst()
      typeAhead = []
      effects += press(key)
      effects += demand()
      typeAhead += later
    }
    return effects
  }

  private func shouldDefer(_ key: Key) -> Bool {
    guard !isTooSmall else { return false }
    if let palette { return shouldDefer(key, in: palette) }
    if let prompt {
      guard prompt.purpose == .filter, let completion else { return false }
      return !completion.isAnswered && [.tab, .backTab].contains(key)
    }
    guard screen.content.isLoading else { return false }
    if case .character(let character) = key, record != nil, character.isASCII, character.isNumber { return true }
    return Command.command(for: key, in: context)?.waits.contains(context) ?? false
  }

  /// Rows of a palette wait to be found, and a command taken from it waits as its key would.
  private func shouldDefer(_ key: Key, in palette: Palette) -> Bool {
    if palette.awaited != nil { return Self.chooses(key) }
    guard key == .enter, case .command(let index)? = palette.chosen?.choice else { return false }
    return screen.content.isLoading && Command.all[index].waits.contains(context)
  }

  /// Whether a key moves among the rows of a palette or takes one.
  private static func chooses(_ key: Key) -> Bool {
    [.enter, .up, .down, .tab, .backTab, .pageUp, .pageDown, .control("p"), .control("n")].contains(key)
  }
}
