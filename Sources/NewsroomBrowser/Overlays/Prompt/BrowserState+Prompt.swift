import NewsroomModel
import TerminalCells

extension BrowserState {
  mutating func beginFilter() -> [Effect] {
    prompt = PromptLine(.filter, text: list?.request.query ?? "", before: screen)
    queries.begin()
    return (queries.isRecalled ? [] : [.recallQueries]) + demandCompletion()
  }

  mutating func beginFacetFilter() -> [Effect] {
    prompt = PromptLine(.facet, text: list?.facets.filter ?? "", before: screen)
    return []
  }

  mutating func beginProblemFilter() -> [Effect] {
    prompt = PromptLine(.problems, text: problemsScreen?.filter ?? "", before: screen)
    return []
  }

  mutating func beginHelpFilter() -> [Effect] {
    guard case .help(let help) = screen else { return [] }
    prompt = PromptLine(.help, text: help.filter, before: screen)
    return []
  }

  mutating func beginSearch() -> [Effect] {
    prompt = PromptLine(.search, before: screen)
    return []
  }

  mutating func beginLinkNumber() -> [Effect] {
    prompt = PromptLine(.linkNumber)
    return []
  }

  mutating func pressInPrompt(_ key: Key) -> [Effect] {
    switch key {
    case .enter: return acceptPrompt()
    case .escape, .control("c"), .control("g"): return cancelPrompt()
    case .up, .down, .pageUp, .pageDown: return moveWhileTyping(key)
    case .tab: return complete(by: 1)
    case .backTab: return complete(by: -1)
    case .control("p"): return recallQuery(-1)
    case .control("n"): return recallQuery(1)
    case .function(1): return explainFields()
    default: return edit(with: key)
    }
  }

  /// F1: the fields of a query; the one typed so far stands, and can be gone on with from the list.
  private mutating func explainFields() -> [Effect] {
    guard prompt?.purpose == .filter else { return [] }
    return acceptPrompt() + showFields()
  }

  private mutating func edit(with key: Key) -> [Effect] {
    if key == .backspace, let prompt, prompt.text.isEmpty {
      // What was deleted to the last letter stays deleted, however often the key was pressed.
      return prompt.before == nil ? cancelPrompt() : acceptPrompt()
    }
    return prompt?.edit(with: key) == true ? promptChanged() : demandCompletion()
  }

  /// What is typed takes effect at once.
  mutating func promptChanged() -> [Effect] {
    guard let prompt else { return [] }
    switch prompt.purpose {
    case .filter: return filter(by: prompt.text) + demandCompletion()
    case .facet: return filterFacet(by: prompt.text)
    case .problems: return filterProblems(by: prompt.text)
    case .help: return filterHelp(by: prompt.text)
    case .search: return search(for: prompt.text)
    case .linkNumber, .export, .palette: return []
    }
  }

  /// Ctrl-p, Ctrl-n: brings back a query typed before, or after that one.
  private mutating func recallQuery(_ step: Int) -> [Effect] {
    guard let prompt, prompt.purpose == .filter else { return [] }
    guard let query = queries.go(step, from: prompt.text) else {
      return inform(step < 0 ? "No earlier query." : "No later query.")
    }
    self.prompt = PromptLine(prompt.purpose, text: query, before: prompt.before)
    return promptChanged()
  }

  mutating func show(earlierQueries: [String]) -> [Effect] {
    queries.recall(earlierQueries)
    return []
  }

  private mutating func acceptPrompt() -> [Effect] {
    guard let accepted = prompt else { return [] }
    (prompt, completion) = (nil, nil)
    switch accepted.purpose {
    case .filter:
      queries.keep(accepted.text)
      return []
    case .facet, .problems, .help, .palette: return []
    case .search:
      let matches = record?.layout.matches.count ?? 0
      return matches == 0 && !accepted.text.isEmpty ? inform("“\(accepted.text)” not found.") : []
    case .linkNumber: return followLink(number: Int(accepted.text) ?? 0)
    case .export: return export(to: accepted.text)
    }
  }

  private mutating func cancelPrompt() -> [Effect] {
    guard let cancelled = prompt else { return [] }
    (prompt, completion) = (nil, nil)
    if let before = cancelled.before { show(before) }
    return []
  }

  private mutating func moveWhileTyping(_ key: Key) -> [Effect] {
    guard prompt?.purpose.isAtFoot == false else { return [] }
    switch key {
    case .up: return move(by: -1)
    case .down: return move(by: 1)
    case .pageUp: return move(by: -pageRows)
    default: return move(by: pageRows)
    }
  }
}
