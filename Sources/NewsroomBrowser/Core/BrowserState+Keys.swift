import NewsroomModel
import TerminalCells

extension BrowserState {
  /// Where keys go now.
  package var context: CommandContext { screen.content.context }

  mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if isTooSmall {
      return [.character("q"), .character("Q"), .control("c")].contains(key.onUSKeyboard ?? key) ? [.quit] : []
    }
    // These act in prompts and palettes, too.
    if key == .control("l") { return [.redraw] }
    if key == .control("z") { return [.suspend] }
    if deferIfLoading(key) { return [] }
    if palette != nil { return pressInPalette(key) }
    if prompt != nil { return pressInPrompt(key) }
    if case .character(let digit) = key.onUSKeyboard ?? key, let effects = typeDigit(digit) { return effects }
    linkNumber = nil
    return give(key)
  }

  /// Gives the command bound to `key`, or says why it can do nothing.
  private mutating func give(_ key: Key) -> [Effect] {
    guard let command = Command.command(for: key, in: context) else {
      return inform("\(key.label) does nothing here. Press ? for the keys.")
    }
    if let obstacle = command.obstacle(self) { return inform(obstacle) }
    return command.run(&self)
  }

  mutating func paste(_ text: String) -> [Effect] {
    if palette != nil {
      palette?.line.insert(text)
      return paletteChanged()
    }
    guard prompt != nil else { return inform("Nothing to paste into. Press / to type a filter.") }
    prompt?.insert(text)
    return promptChanged()
  }
}
