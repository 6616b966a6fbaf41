import CICU

/// The sanitiser for untrusted text: decides about each character on its way into a `SafeText`.
///
/// - Controls are shown: C0 and DEL as their control pictures, C1 as U+FFFD.
/// - What has neither meaning nor agreed width here becomes U+FFFD: invalid UTF-8, private use, unassigned characters,
///   non-characters, interlinear marks and other format characters.
/// - What only steers or hides is removed: bidi controls, zero-width space, word joiner, BOM, tag characters, variation
///   selectors, grapheme joiner. So `1️⃣` is a digit in a key and `❤️` a heart of one column, on every terminal.
/// - Zero-width joiner and non-joiner stay between letters of scripts that spell with them (Arabic, Indic, …) and go
///   everywhere else, so a ZWJ family becomes its members, two columns each. A skin tone after its emoji is removed, a lone
///   one shown as `■`.
/// - A soft hyphen stays between letters, where a line may be broken at it.
/// - Flags become their two letters: terminals disagree about the width of regional indicators, never about letters.
/// - Hangul fillers, which are blank letters, are shown as `␣`.
/// - A base carries at most `DisplayWidth.marksPerCell` marks; further ones are removed, because no terminal keeps them. A
///   mark without a base gets `◌`, so that it cannot climb onto a neighbour.
struct TextSanitizer {
  /// Whether line breaks stay.
  let keepsLines: Bool

  private var output = ""
  /// Marks on the base so far; nil where there is no base yet.
  private var marks: Int?
  /// The scalar before this one in the input, and the last one let through.
  private var previous: UInt32 = 0
  private var lastPassed: UInt32 = 0
  /// A joiner or a soft hyphen, which stays only if the character after it is one that it can stand before.
  private var waiting: Unicode.Scalar?

  init(keepsLines: Bool) { self.keepsLines = keepsLines }

  /// The safe form of `text`, in one pass.
  mutating func pass(_ text: String) -> String {
    output.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      pass(scalar, SanitizerAction(on: scalar))
      previous = scalar.value
    }
    return output
  }

  private mutating func pass(_ scalar: Unicode.Scalar, _ verdict: SanitizerAction) {
    switch verdict {
    case .remove: return
    case .joiner: return wait(with: scalar, if: waiting == nil && ScalarRanges.spellsWithJoiners(lastPassed))
    case .softHyphen: return wait(with: scalar, if: marks != nil && !ScalarRanges.isSpace(lastPassed))
    default: settle(before: scalar, verdict)
    }
    switch verdict {
    case .mark: putMark(scalar)
    case .show(let sign): put(sign)
    case .lineBreak(let sign): putLineBreak(scalar, sign: sign)
    case .tab: put(keepsLines ? " " : "\u{2409}")
    case .skinTone: if !newsroom_u_is_emoji_modifier_base(Int32(lastPassed)) { put("■") }
    default: put(scalar)
    }
  }

  private mutating func wait(with scalar: Unicode.Scalar, if isPlace: Bool) {
    if isPlace { waiting = scalar }
  }

  private mutating func settle(before scalar: Unicode.Scalar, _ verdict: SanitizerAction) {
    guard let kept = waiting else { return }
    waiting = nil
    if kept == "\u{AD}" {
      if verdict == .base && !ScalarRanges.isSpace(scalar.value) { output.unicodeScalars.append(kept) }
    } else if (verdict == .base || verdict == .mark) && ScalarRanges.spellsWithJoiners(scalar.value) {
      putMark(kept)
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

  private mutating func putLineBreak(_ scalar: Unicode.Scalar, sign: Unicode.Scalar) {
    guard keepsLines else { return put(sign) }
    if scalar == "\n" && previous == 0x0D { return }
    output.unicodeScalars.append("\n")
    (marks, lastPassed) = (nil, 0x0A)
  }
}
