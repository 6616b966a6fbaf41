/// A word of a name, prepared for comparison.
struct NameToken: Hashable, Sendable {
  /// The word: ASCII letters in lower case, or the letters of its own script.
  let letters: [UInt32]
  /// The word as it sounds: alike for spellings that differ by transliteration alone (Yusuf, Youssouf).
  let skeleton: [UInt32]
  /// How much the word says about who is meant: little for "al" and "bin", less than others for "university".
  let weight: Double

  init(_ text: String) {
    letters = text.unicodeScalars.map(\.value)
    skeleton = NameToken.skeleton(of: letters)
    weight = NameWords.weight(of: text, length: letters.count)
  }

  /// A word made of several that follow each other.
  init(joining tokens: ArraySlice<NameToken>) {
    letters = tokens.flatMap(\.letters)
    skeleton = NameToken.skeleton(of: letters)
    weight = tokens.reduce(0) { $0 + $1.weight }
  }

  var isInitial: Bool { letters.count == 1 }
  var isNumber: Bool { !letters.isEmpty && letters.allSatisfy { (0x30...0x39).contains($0) } }
  var isParticle: Bool { weight == NameWords.particleWeight }
  /// Whether the letters are syllables or words of their own, as in Chinese, Japanese and Korean: one of them is no typing error.
  var isSyllabic: Bool { letters.contains { $0 > 0x2E80 } }
  var text: String { String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init))) }

  /// Pairs of letters and what they are replaced by, in order.
  private static let replacements: [([UInt32], [UInt32])] = [
    ("cz", "zh"), ("sch", "sh"), ("tsch", "ch"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dj", "j"),
    ("dh", "d"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ck", "k"), ("ts", "z"), ("tz", "z"), ("x", "ks"), ("q", "k"),
    ("w", "v"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("aa", "a"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("j", "y"),
    ("y", "i"), ("c", "k"), ("o", "u"), ("e", "i"),
  ].map { ($0.0.unicodeScalars.map(\.value), $0.1.unicodeScalars.map(\.value)) }

  private static let umlauts: Set<[UInt32]> = Set(["oe", "ue", "ae"].map { $0.unicodeScalars.map(\.value) })

  static func skeleton(of letters: [UInt32]) -> [UInt32] {
    var result = withoutDoubles(letters)
    // "ue" for "ü" is a spelling of long words; Xue and Xu are two names.
    let isShort = letters.count < 5
    for (old, new) in replacements where result.count >= old.count && !(isShort && umlauts.contains(old)) {
      result = replacing(old, by: new, in: result)
    }
    return withoutDoubles(result)
  }

  private static func withoutDoubles(_ letters: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(letters.count)
    for letter in letters where result.last != letter { result.append(letter) }
    return result
  }

  private static func replacing(_ old: [UInt32], by new: [UInt32], in letters: [UInt32]) -> [UInt32] {
    guard let first = letters.firstIndex(of: old[0]) else { return letters }
    if old.count > 1, !letters[first...].contains(old[1]) { return letters }
    var (result, index): ([UInt32], Int) = ([], 0)
    result.reserveCapacity(letters.count + 2)
    while index < letters.count {
      if letters[index] == old[0], letters[index...].starts(with: old) {
        result += new
        index += old.count
      } else {
        result.append(letters[index])
        index += 1
      }
    }
    return result
  }
}
