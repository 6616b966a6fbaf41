/// What a name names.
package enum NameKind: String, Sendable, CaseIterable {
  case person, organisation
}

/// A name prepared for comparison with many others.
package struct PreparedName: Sendable {
  /// The name as it was written.
  package let text: String
  package let kind: NameKind
  /// Its words in ASCII letters, without titles or legal forms.
  let tokens: [NameToken]
  /// Its words in their own script, where that is neither Latin, Cyrillic nor Greek.
  let nativeTokens: [NameToken]
  /// The classes of legal forms in it.
  let legalForms: Set<String>
  let script: NameScript
  /// The names on either side of a slash, which are alternatives.
  let alternatives: [PreparedName]
  /// Whether a comma shows which word is the family name.
  let hasComma: Bool

  /// Names are compared by their first letters; the cost grows with the square of their number.
  private static let maxLength = 300

  package init(_ text: String, kind: NameKind) {
    self.init(String(text.prefix(PreparedName.maxLength)), kind: kind, splits: true)
  }

  private init(_ text: String, kind: NameKind, splits: Bool) {
    (self.text, self.kind) = (text, kind)
    script = NameScript(text)
    hasComma = text.contains(",")
    let words = PreparedName.words(Transliterator.latin(text))
    (tokens, legalForms) = PreparedName.core(words, kind)
    nativeTokens = script == .other ? PreparedName.core(PreparedName.words(text.lowercased()), kind).0 : []
    let parts = splits ? text.split(separator: "/").filter { $0.count > 4 } : []
    alternatives = parts.count > 1 ? parts.map { PreparedName(String($0), kind: kind, splits: false) } : []
  }

  private static let silent: Set<Unicode.Scalar> = ["'", "’", "`", "ʹ", "ʺ", "ʻ", "ʼ", "‘", "\"", "´"]

  /// The words of a text: runs of letters, marks and digits.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !silent.contains(scalar) {
      if isPartOfWord(scalar) {
        word.append(scalar)
      } else {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
        if scalar == "&" { words.append("and") }
      }
    }
    return word.isEmpty ? words : words + [String(word)]
  }

  /// Letters, digits, and the marks on them.
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return "a"..."z" ~= scalar || "0"..."9" ~= scalar || "A"..."Z" ~= scalar }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark,
      .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// The words that say who is meant, and the legal forms among the others.
  private static func core(_ words: [String], _ kind: NameKind) -> ([NameToken], Set<String>) {
    if kind == .person {
      let rest = words.filter { !NameWords.titles.contains($0) }
      return ((rest.isEmpty ? words : rest).map { NameToken($0) }, [])
    }
    let joined = joiningInitials(words).flatMap { word in
      let word = NameWords.numbers[word] ?? word
      return (NameWords.abbreviations[word] ?? word).split(separator: " ").map(String.init)
    }
    let (rest, forms) = withoutLegalForms(readingNumbers(joined))
    let core = rest.filter { $0 != "the" }
    return ((core.isEmpty ? joined : core).map { NameToken($0) }, forms)
  }

  /// `a`, `b`, `c` as `abc`.
  private static func joiningInitials(_ words: [String]) -> [String] {
    var result: [String] = []
    var run: [String] = []
    func finish() {
      result += run.count >= 2 ? [run.joined()] : run
      run = []
    }
    for word in words {
      if word.count == 1, word.first?.isLetter == true {
        run.append(word)
      } else {
        finish()
        result.append(word)
      }
    }
    finish()
    return result
  }

  /// `forty`, `4` as `44`.
  private static func readingNumbers(_ words: [String]) -> [String] {
    var (result, index): ([String], Int) = ([], 0)
    while index < words.count {
      if let tens = NameWords.tens[words[index]] {
        let unit = index + 1 < words.count ? Int(words[index + 1]).flatMap { (1...9).contains($0) ? $0 : nil } : nil
        result.append(String(tens + (unit ?? 0)))
        index += unit == nil ? 1 : 2
      } else {
        result.append(words[index])
        index += 1
      }
    }
    return result
  }

  private static func withoutLegalForms(_ words: [String]) -> ([String], Set<String>) {
    var (rest, forms, index): ([String], Set<String>, Int) = ([], [], 0)
    while index < words.count {
      let found = stride(from: NameWords.longestLegalForm, through: 1, by: -1).lazy.compactMap {
        length -> (Int, String)? in
        guard index + length <= words.count else { return nil }
        return NameWords.legalForms[Array(words[index..<index + length])].map { (length, $0) }
      }.first
      if let (length, form) = found {
        forms.insert(form)
        index += length
      } else {
        rest.append(words[index])
        index += 1
      }
    }
    return (rest, forms)
  }
}

/// Scripts as far as they decide how names are compared.
enum NameScript: Sendable {
  /// Scripts whose letters are compared after transliteration.
  case latin, greek, cyrillic
  /// Any other: two names of one such script are compared as they are written.
  case other

  init(_ text: String) {
    switch text.unicodeScalars.first(where: { $0.properties.isAlphabetic })?.value ?? 0 {
    case 0..<0x370, 0x1E00..<0x1F00: self = .latin
    case 0x370..<0x400, 0x1F00..<0x2000: self = .greek
    case 0x400..<0x530: self = .cyrillic
    default: self = .other
    }
  }
}
