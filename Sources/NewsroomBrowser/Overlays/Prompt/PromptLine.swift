package import TerminalCells

/// A line being typed: a filter, a search within a text, a link's number.
package struct PromptLine: Equatable, Sendable {
  /// What the line is for.
  package enum Purpose: Equatable, Sendable {
    /// Narrows the list as one types.
    case filter
    /// Finds a value of a facet.
    case facet
    /// Narrows the problems as one types.
    case problems
    /// Narrows the help as one types.
    case help
    /// Finds words in the text.
    case search
    /// Follows the link with this number.
    case linkNumber
    /// Names the file to write to.
    case export
    /// Looks for a name in a palette.
    case palette
  }

  package var purpose: Purpose
  /// The screen as it was before what is typed took effect, where it does so at once: Esc puts it back.
  package var before: Screen?
  package private(set) var characters: [Character]
  /// Where the next character goes, counted in characters.
  package private(set) var cursor: Int

  package init(_ purpose: Purpose, text: String = "", before: Screen? = nil) {
    (self.purpose, self.before) = (purpose, before)
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }
  /// What stands before the cursor.
  package var textBeforeCursor: String { String(characters[..<cursor]) }

  package mutating func insert(_ text: String) {
    let line = text.map { $0.isNewline ? " " : $0 }
    characters.insert(contentsOf: line, at: cursor)
    cursor += line.count
  }

  package mutating func replaceBeforeCursor(with text: String) {
    characters.replaceSubrange(..<cursor, with: text)
    cursor = text.count
  }

  package mutating func move(by distance: Int) { cursor = max(0, min(characters.count, cursor + distance)) }
  package mutating func moveToStart() { cursor = 0 }
  package mutating func moveToEnd() { cursor = characters.count }

  package mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  package mutating func deleteForward() {
    if cursor < characters.count { characters.remove(at: cursor) }
  }

  /// Deletes from the cursor back to the space before the word.
  package mutating func deleteWord() { deleteBack(to: wordStart { !$0.isWhitespace }) }

  /// Words that the cursor walks by are of letters and digits: in `org:unesco-ibe` there are three.
  private static func isLetter(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  package mutating func moveToWordStart() { cursor = wordStart(of: Self.isLetter) }
  package mutating func moveToWordEnd() { cursor = wordEnd }

  package mutating func deleteToWordStart() { deleteBack(to: wordStart(of: Self.isLetter)) }
  package mutating func deleteToWordEnd() { characters.removeSubrange(cursor..<wordEnd) }

  /// Where the word at the cursor or before it begins.
  private func wordStart(of isPart: (Character) -> Bool) -> Int {
    let gap = characters[..<cursor].lastIndex(where: isPart) ?? -1
    return (characters[..<(gap + 1)].lastIndex { !isPart($0) } ?? -1) + 1
  }

  /// Where the word at the cursor or behind it ends.
  private var wordEnd: Int {
    let start = characters[cursor...].firstIndex(where: Self.isLetter) ?? characters.count
    return characters[start...].firstIndex { !Self.isLetter($0) } ?? characters.count
  }

  private mutating func deleteBack(to start: Int) {
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  package mutating func deleteToStart() {
    characters.removeSubrange(..<cursor)
    cursor = 0
  }

  package mutating func deleteToEnd() { characters.removeSubrange(cursor...) }
}

extension PromptLine {
  /// Edits the line as terminals do.
  /// - Returns: whether the text changed.
  package mutating func edit(with key: Key) -> Bool {
    let old = characters
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .control("w"): deleteWord()
    case .alt("b"), .controlLeft, .altLeft: moveToWordStart()
    case .alt("f"), .controlRight, .altRight: moveToWordEnd()
    case .altBackspace: deleteToWordStart()
    case .alt("d"): deleteToWordEnd()
    case .control("u"): deleteToStart()
    case .control("k"): deleteToEnd()
    default: return false
    }
    return characters != old
  }
}
