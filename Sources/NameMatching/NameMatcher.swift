/// Why two names are taken for one.
package enum MatchReason: String, Sendable, CaseIterable {
  case exact, order, spelling, script, initials, acronym, missing
  case legalForm = "legal form"
  case joined = "word division"
}

/// How alike two names are.
package struct NameMatch: Sendable, Hashable {
  /// From 0, nothing in common, to 1, the same name.
  package var score: Double
  /// How they differ, where they do.
  package var reasons: Set<MatchReason>
  /// Whether they are taken for one name.
  package var isMatch: Bool { score >= NameMatcher.threshold }
}

/// Compares names as people write them: in any order and script, with and without titles, initials, middle names and legal forms.
///
/// The words of the two names are paired by likeness; words that are left on both sides contradict each other, words left on one
/// side may be missing on the other.
package enum NameMatcher {
  /// The score from which two names are taken for one, everywhere in the program.
  package static let threshold = 0.7

  /// - Parameter isQuery: whether `left` is typed to find `right`: then it may be a part of it, such as a family name.
  package static func match(_ left: PreparedName, _ right: PreparedName, isQuery: Bool = false) -> NameMatch {
    let lefts = left.alternatives + [left]
    let rights = right.alternatives + [right]
    var best = NameMatch(score: 0, reasons: [])
    for left in lefts {
      for right in rights {
        let match = Comparison(left, right, isQuery: isQuery).match
        if match.score > best.score { best = match }
      }
    }
    return best
  }
}

/// The comparison of two names.
private struct Comparison {
  let left: PreparedName
  let right: PreparedName
  let lefts: [NameToken]
  let rights: [NameToken]
  let isPerson: Bool
  let isQuery: Bool
  /// The most that a part of a name scores: it may be anybody's.
  private static let partScore = 0.85

  init(_ left: PreparedName, _ right: PreparedName, isQuery: Bool) {
    (self.left, self.right, self.isQuery) = (left, right, isQuery)
    let comparesNative = left.script == .other && right.script == .other
    lefts = comparesNative ? left.nativeTokens : left.tokens
    rights = comparesNative ? right.nativeTokens : right.tokens
    isPerson = left.kind == .person || right.kind == .person
  }

  var match: NameMatch {
    if lefts.isEmpty || rights.isEmpty { return NameMatch(score: 0, reasons: []) }
    if lefts.map(\.letters) == rights.map(\.letters) { return exact }
    if !isPerson, isAcronym(lefts, rights) || isAcronym(rights, lefts) {
      return NameMatch(score: 0.85, reasons: [.acronym])
    }
    let pairing = TokenPairing(lefts, rights, isPerson: isPerson)
    var result = score(pairing)
    if isOneEdit { result = NameMatch(score: max(result.score, 0.75), reasons: result.reasons.union([.spelling])) }
    return withLegalForms(result)
  }

  private var exact: NameMatch {
    var reasons: Set<MatchReason> = left.script == right.script ? [] : [.script]
    if left.legalForms != right.legalForms { reasons.insert(.legalForm) }
    return withLegalForms(NameMatch(score: 1, reasons: reasons.isEmpty ? [.exact] : reasons))
  }

  /// Forms that contradict each other (AG, GmbH) are two organisations.
  private func withLegalForms(_ match: NameMatch) -> NameMatch {
    guard !isPerson, !left.legalForms.isEmpty, !right.legalForms.isEmpty else { return match }
    guard left.legalForms.isDisjoint(with: right.legalForms) else { return match }
    return NameMatch(score: match.score * 0.69, reasons: match.reasons.union([.legalForm]))
  }

  private func isAcronym(_ short: [NameToken], _ long: [NameToken]) -> Bool {
    guard short.count == 1, long.count >= 3 else { return false }
    return short[0].letters == long.filter { !$0.isParticle }.map { $0.letters[0] }
  }

  /// Whether one typing error is all the difference, in names long enough for that to say something.
  private var isOneEdit: Bool {
    let (one, other) = (lefts.flatMap(\.letters), rights.flatMap(\.letters))
    guard one.count >= 7, abs(one.count - other.count) < 2 else { return false }
    guard !lefts.contains(where: \.isSyllabic), !rights.contains(where: \.isSyllabic) else { return false }
    return EditDistance.between(one, other, limit: 1) <= 1
  }

  private func score(_ pairing: TokenPairing) -> NameMatch {
    let (unpairedLeft, unpairedRight) = pairing.unpairedWeights
    let conflict = min(unpairedLeft, unpairedRight)
    let missing = max(unpairedLeft, unpairedRight) - conflict
    let paired = pairing.pairs.reduce(0) { $0 + $1.weight }
    if paired == 0 { return NameMatch(score: 0, reasons: []) }
    let alike = pairing.pairs.reduce(0) { $0 + $1.weight * $1.likeness }
    if isQuery, unpairedLeft == 0, unpairedRight > 0 {
      return NameMatch(score: min(alike / paired, Self.partScore), reasons: pairing.reasons.union([.missing]))
    }
    var score = alike / (paired + 2 * conflict + (isPerson ? 0.15 : 0.4) * missing)
    // A person known by one name alone may be anybody of that name.
    if isPerson, missing > 0, pairing.pairs.count == 1 { score *= 0.8 }
    var reasons = pairing.reasons
    if missing > NameWords.particleWeight { reasons.insert(.missing) }
    if left.script != right.script { reasons.insert(.script) }
    // "Hans Friedrich" is not surely "Friedrich Hans"; a comma says which is the family name.
    if isPerson, pairing.isSwap, !left.hasComma, !right.hasComma { score *= 0.9 }
    return NameMatch(score: score, reasons: reasons.isEmpty ? [.exact] : reasons)
  }
}
