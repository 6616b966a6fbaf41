import NewsroomModel

extension BrowserState {
  /// Looks at what stands before the cursor of a filter: the value of a field can be completed.
  mutating func demandCompletion() -> [Effect] {
    guard let prompt, let list, prompt.purpose == .filter,
      let value = UnfinishedValue(endOf: prompt.textBeforeCursor)
    else {
      completion = nil
      return []
    }
    let question = CompletionRequest(value.field, prefix: value.text, in: list.request)
    let known = completion?.question.field == value.field ? completion?.candidates : nil
    completion = Completion(question: question, typed: prompt.textBeforeCursor, candidates: known ?? [])
    return [.ask(.completeValue(question))]
  }

  /// Takes in the values that begin so, unless something else is typed by now.
  mutating func show(candidates: [FacetRow], for question: CompletionRequest) -> [Effect] {
    guard completion?.question == question, completion?.chosen == nil else { return [] }
    completion?.candidates = Array(candidates.prefix(Completion.maxCandidates))
    completion?.isAnswered = true
    return []
  }

  /// Tab: puts the next candidate in place of what was typed; behind the last comes the first again.
  mutating func complete(by step: Int) -> [Effect] {
    guard let prompt, prompt.purpose == .filter else { return [] }
    guard var completion, !completion.candidates.isEmpty, let value = UnfinishedValue(endOf: completion.typed) else {
      return inform("Nothing to complete. Type org:, person:, kind: or year: and some letters.")
    }
    let count = completion.candidates.count
    let chosen = completion.chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    completion.chosen = chosen
    self.completion = completion
    self.prompt?.replaceBeforeCursor(
      with: value.completed(in: completion.typed, with: completion.candidates[chosen].value))
    return filter(by: self.prompt?.text ?? "")
  }
}
