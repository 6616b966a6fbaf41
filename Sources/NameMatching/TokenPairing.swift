/// Which words of two names belong together.
struct TokenPairing {
  struct Pair {
    var likeness: Double
    var weight: Double
    var left: Range<Int>
    var right: Range<Int>
    var reason: MatchReason?
  }

  private(set) var pairs: [Pair] = []
  private let lefts: [NameToken]
  private let rights: [NameToken]
  private var candidates: [Pair] = []

  /// Words less alike than this contradict each other.
  private static let floor = 0.68
  /// Names of more words are cut: the cost grows with their product.
  private static let maxTokens = 24

  init(_ lefts: [NameToken], _ rights: [NameToken], isPerson: Bool) {
    self.lefts = Array(lefts.prefix(TokenPairing.maxTokens))
    self.rights = Array(rights.prefix(TokenPairing.maxTokens))
    addSingles(isPerson: isPerson)
    addJoined()
    choose()
  }

  /// What is left on either side, as weights.
  var unpairedWeights: (left: Double, right: Double) {
    let (usedLeft, usedRight) = (Set(pairs.flatMap(\.left)), Set(pairs.flatMap(\.right)))
    func rest(_ tokens: [NameToken], _ used: Set<Int>) -> Double {
      tokens.indices.reduce(0) { used.contains($1) ? $0 : $0 + tokens[$1].weight }
    }
    return (rest(lefts, usedLeft), rest(rights, usedRight))
  }

  var reasons: Set<MatchReason> {
    var reasons = Set(pairs.compactMap(\.reason))
    if isReordered { reasons.insert(.order) }
    return reasons
  }

  private var isReordered: Bool {
    let ordered = pairs.sorted { $0.left.lowerBound < $1.left.lowerBound }
    return zip(ordered, ordered.dropFirst()).contains { $0.right.lowerBound > $1.right.lowerBound }
  }

  /// Whether both names are the same two words in another order.
  var isSwap: Bool { lefts.count == 2 && rights.count == 2 && pairs.count == 2 && isReordered }

  private mutating func addSingles(isPerson: Bool) {
    for left in lefts.indices {
      for right in rights.indices {
        let (one, other) = (lefts[left], rights[right])
        var likeness = TokenLikeness.of(one, other)
        var reason: MatchReason? = likeness == 1 ? nil : .spelling
        if isPerson, likeness < 0.9, one.isInitial != other.isInitial, one.letters.first == other.letters.first {
          (likeness, reason) = (0.7, .initials)
        }
        if likeness >= TokenPairing.floor { add(likeness, left..<left + 1, right..<right + 1, reason) }
        if isPerson { addInitials(left, right) }
      }
    }
  }

  /// `JC` for `Jean-Claude`.
  private mutating func addInitials(_ left: Int, _ right: Int) {
    func spells(_ initials: NameToken, _ tokens: ArraySlice<NameToken>) -> Bool {
      initials.letters == tokens.compactMap(\.letters.first)
    }
    let (one, other) = (lefts[left].letters.count, rights[right].letters.count)
    if (2...3).contains(one), right + one <= rights.count, spells(lefts[left], rights[right..<right + one]) {
      add(0.72, left..<left + 1, right..<right + one, .initials)
    }
    if (2...3).contains(other), left + other <= lefts.count, spells(rights[right], lefts[left..<left + other]) {
      add(0.72, left..<left + other, right..<right + 1, .initials)
    }
  }

  /// Words that are divided on one side: `Good Will`, `Goodwill`.
  private mutating func addJoined() {
    for length in 2...3 {
      for left in lefts.indices where left + length <= lefts.count && mayJoin(lefts[left..<left + length], rights) {
        let joined = NameToken(joining: lefts[left..<left + length])
        for right in rights.indices {
          let likeness = TokenLikeness.of(joined, rights[right])
          if likeness >= 0.84 { add(likeness * 0.98, left..<left + length, right..<right + 1, .joined) }
        }
      }
      for right in rights.indices where right + length <= rights.count && mayJoin(rights[right..<right + length], lefts)
      {
        let joined = NameToken(joining: rights[right..<right + length])
        for left in lefts.indices {
          let likeness = TokenLikeness.of(lefts[left], joined)
          if likeness >= 0.84 { add(likeness * 0.98, left..<left + 1, right..<right + length, .joined) }
        }
      }
    }
  }

  /// Whether words joined are about as long as one of the other name, without which they are no division of it.
  private func mayJoin(_ words: ArraySlice<NameToken>, _ others: [NameToken]) -> Bool {
    let length = words.reduce(0) { $0 + $1.letters.count }
    return others.contains { abs($0.letters.count - length) <= 3 }
  }

  private mutating func add(_ likeness: Double, _ left: Range<Int>, _ right: Range<Int>, _ reason: MatchReason?) {
    let weight = max(lefts[left].reduce(0) { $0 + $1.weight }, rights[right].reduce(0) { $0 + $1.weight })
    candidates.append(Pair(likeness: likeness, weight: weight, left: left, right: right, reason: reason))
  }

  /// The most alike first; of pairs equally alike the longer words.
  private mutating func choose() {
    candidates.sort { ($0.likeness, $0.weight) > ($1.likeness, $1.weight) }
    var (usedLeft, usedRight) = (Set<Int>(), Set<Int>())
    for candidate in candidates {
      guard usedLeft.isDisjoint(with: candidate.left), usedRight.isDisjoint(with: candidate.right) else { continue }
      usedLeft.formUnion(candidate.left)
      usedRight.formUnion(candidate.right)
      pairs.append(candidate)
    }
  }
}

/// How alike two words are, from 0 to 1.
enum TokenLikeness {
  static func of(_ one: NameToken, _ other: NameToken) -> Double {
    if one.letters == other.letters { return 1 }
    let longest = max(one.letters.count, other.letters.count)
    if longest == 0 { return 0 }
    if one.isNumber || other.isNumber { return numbers(one, other, longest) }
    if one.isSyllabic || other.isSyllabic {
      return 1 - Double(EditDistance.between(one.letters, other.letters)) / Double(longest)
    }
    // A third of the letters may differ, not more; words of lengths too different need no comparison.
    if abs(one.letters.count - other.letters.count) * 2 > longest + 1 { return 0 }
    // One letter makes another word of a short word: Ming and Xing are two people.
    if longest <= 4 { return one.skeleton == other.skeleton ? 0.94 : 0 }
    let distance = EditDistance.between(readingDigits(one.letters), readingDigits(other.letters), limit: longest / 2)
    let likeness = 1 - Double(distance) / Double(longest)
    return max(likeness, distance == 1 ? 0.86 : 0, bySound(one, other))
  }

  private static func bySound(_ one: NameToken, _ other: NameToken) -> Double {
    if one.skeleton == other.skeleton { return 0.94 }
    guard min(one.skeleton.count, other.skeleton.count) >= 4 else { return 0 }
    let longest = max(one.skeleton.count, other.skeleton.count)
    let distance = EditDistance.between(one.skeleton, other.skeleton, limit: longest / 3)
    return (1 - Double(distance) / Double(longest)) * 0.92
  }

  private static func numbers(_ one: NameToken, _ other: NameToken, _ longest: Int) -> Double {
    if one.isNumber, other.isNumber, one.letters.count < 3 { return 0 }
    return 1 - Double(EditDistance.between(one.letters, other.letters)) / Double(longest)
  }

  /// Digits that stand for letters, as in `Sech1n`.
  private static func readingDigits(_ letters: [UInt32]) -> [UInt32] {
    guard letters.contains(where: { (0x30...0x39).contains($0) }) else { return letters }
    return letters.map { letter in
      switch letter {
      case 0x30: 0x6F
      case 0x31: 0x69
      case 0x33: 0x65
      case 0x34: 0x61
      case 0x35: 0x73
      case 0x39: 0x67
      default: letter
      }
    }
  }
}
