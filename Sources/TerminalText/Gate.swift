import CICU

/// The gate for untrusted text: what becomes of each character on its way into a `SafeText`.
///
/// - Controls are shown: C0 and DEL as their control pictures, C1 as U+FFFD.
/// - What has neither meaning nor agreed width here becomes U+FFFD: invalid UTF-8, private use, unassigned characters,
///   non-characters, interlinear marks and other format characters.
/// - What only steers or hides is removed: bidi controls, zero-width space, word joiner, BOM, tag characters, variation
///   selectors, grapheme joiner. So `1️⃣` is a digit in a key and `❤️` a heart of one column, on every terminal.
/// - Zero-width joiner and non-joiner stay between letters of scripts that spell with them (Arabic, Indic, …) and go
///   everywhere else, so a ZWJ family becomes its members, two columns each. A skin tone after its emoji is removed, a lone
///   one shown as `■`.
/// - Flags become their two letters: terminals disagree about the width of regional indicators, never about letters.
/// - Hangul fillers, which are blank letters, are shown as `␣`.
/// - A base carries at most `DisplayWidth.marksPerCell` marks; further ones are removed, because no terminal keeps them. A
///   mark without a base gets `◌`, so that it cannot climb onto a neighbour.
struct Gate {
  /// Whether line breaks stay.
  let keepsLines: Bool

  private var output = ""
  /// Marks on the base so far; nil where there is no base yet.
  private var marks: Int?
  /// The scalar before this one in the input, and the last one let through.
  private var previous: UInt32 = 0
  private var lastPassed: UInt32 = 0
  /// A joiner that waits for the character after it.
  private var joiner: Unicode.Scalar?

  init(keepsLines: Bool) { self.keepsLines = keepsLines }

  /// The safe form of `text`, in one pass.
  mutating func pass(_ text: String) -> String {
    output.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      pass(scalar)
      previous = scalar.value
    }
    dropSoftHyphen()
    return output
  }

  private mutating func pass(_ scalar: Unicode.Scalar) {
    let verdict = GateVerdict(on: scalar)
    if verdict != .joiner { settleJoiner(before: scalar) }
    switch verdict {
    case .base: put(scalar)
    case .mark: putMark(scalar)
    case .remove: break
    case .show(let sign): put(sign)
    case .joiner: joiner = ScalarRanges.spellsWithJoiners(lastPassed) ? scalar : nil
    case .softHyphen: putSoftHyphen()
    case .lineBreak(let sign): putLineBreak(scalar, sign: sign)
    case .tab: put(keepsLines ? " " : "\u{2409}")
    case .skinTone: if !newsroom_u_is_emoji_modifier_base(Int32(lastPassed)) { put("■") }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    output.unicodeScalars.append(scalar)
    (marks, lastPassed) = (0, scalar.value)
  }

  private mutating func putMark(_ scalar: Unicode.Scalar) {
    if marks == nil { put("◌") }
    guard let count = marks, count < DisplayWidth.marksPerCell else { return }
    output.unicodeScalars.append(scalar)
    (marks, lastPassed) = (count + 1, scalar.value)
  }

  private mutating func settleJoiner(before scalar: Unicode.Scalar) {
    guard let waiting = joiner else { return }
    joiner = nil
    if ScalarRanges.spellsWithJoiners(scalar.value) { putMark(waiting) }
  }

  /// One soft hyphen is as good as several, and none is needed at the start or at the end of a line.
  private mutating func putSoftHyphen() {
    guard marks != nil else { return }
    output.unicodeScalars.append("\u{AD}")
    (marks, lastPassed) = (nil, 0xAD)
  }

  private mutating func dropSoftHyphen() {
    if lastPassed == 0xAD { output.unicodeScalars.removeLast() }
  }

  private mutating func putLineBreak(_ scalar: Unicode.Scalar, sign: Unicode.Scalar) {
    guard keepsLines else { return put(sign) }
    if scalar == "\n" && previous == 0x0D { return }
    dropSoftHyphen()
    output.unicodeScalars.append("\n")
    (marks, lastPassed) = (nil, 0x0A)
  }
}
