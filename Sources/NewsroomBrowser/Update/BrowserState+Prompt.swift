import NewsroomModel
import TerminalCells

extension BrowserState {
  mutating func beginFilter() -> [Effect] {
    guard var list else { return [] }
    list.pane = .list
    self.list = list
    prompt = PromptLine(.filter(before: list), text: list.request.query)
    return []
  }

  mutating func beginPrompt(_ purpose: PromptLine.Purpose) -> [Effect] {
    prompt = PromptLine(purpose)
    return []
  }

  mutating func pressInPrompt(_ key: Key) -> [Effect] {
    switch key {
    case .enter: return acceptPrompt()
    case .escape, .control("c"), .control("g"): return cancelPrompt()
    case .up, .down, .pageUp, .pageDown: return moveWhileTyping(key)
    default: return edit(with: key)
    }
  }

  private mutating func edit(with key: Key) -> [Effect] {
    let old = prompt?.text
    switch key {
    case .character(let character): prompt?.insert(String(character))
    case .backspace where old?.isEmpty == true: return cancelPrompt()
    case .backspace: prompt?.deleteBackward()
    case .delete, .control("d"): prompt?.deleteForward()
    case .left: prompt?.move(by: -1)
    case .right: prompt?.move(by: 1)
    case .home, .control("a"): prompt?.moveToStart()
    case .end, .control("e"): prompt?.moveToEnd()
    case .control("w"): prompt?.deleteWord()
    case .control("u"): prompt?.deleteToStart()
    case .control("k"): prompt?.deleteToEnd()
    default: break
    }
    return prompt?.text == old ? [] : promptChanged()
  }

  /// What is typed takes effect at once.
  mutating func promptChanged() -> [Effect] {
    guard let prompt else { return [] }
    switch prompt.purpose {
    case .filter: return filter(by: prompt.text)
    case .search: return search(for: prompt.text)
    case .linkNumber: return []
    }
  }

  private mutating func acceptPrompt() -> [Effect] {
    guard let accepted = prompt else { return [] }
    prompt = nil
    switch accepted.purpose {
    case .filter: return []
    case .search:
      let matches = record?.layout.matches.count ?? 0
      return matches == 0 && !accepted.text.isEmpty ? inform("“\(accepted.text)” is not in this text.") : []
    case .linkNumber: return followLink(number: Int(accepted.text) ?? 0)
    }
  }

  private mutating func cancelPrompt() -> [Effect] {
    guard let cancelled = prompt else { return [] }
    prompt = nil
    switch cancelled.purpose {
    case .filter(var before):
      before.forgetAwaited()
      list = before
      return []
    case .search: return search(for: "")
    case .linkNumber: return []
    }
  }

  private mutating func moveWhileTyping(_ key: Key) -> [Effect] {
    guard case .filter? = prompt?.purpose else { return [] }
    switch key {
    case .up: return move(by: -1)
    case .down: return move(by: 1)
    case .pageUp: return move(by: -pageRows)
    default: return move(by: pageRows)
    }
  }
}
