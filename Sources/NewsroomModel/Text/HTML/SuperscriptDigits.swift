/// Raised and lowered digits, which Unicode has as characters of their own.
enum SuperscriptDigits {
  private static let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".map { Array($0.utf8) }
  private static let lowered = "₀₁₂₃₄₅₆₇₈₉".map { Array($0.utf8) }
  /// What may stand between digits, as characters and raised or lowered.
  private static let signs: [UInt8: (raised: String, lowered: String)] = [
    UInt8(ascii: "+"): ("⁺", "₊"), UInt8(ascii: "-"): ("⁻", "₋"),
  ]

  /// The digits raised or lowered; nil where the text is not digits alone, such as "st" behind 1 or a mark in brackets, and so is
  /// read well as it stands.
  static func digits(_ text: UnsafeBufferPointer<UInt8>, isRaised: Bool) -> [UInt8]? {
    var (result, hasDigits): ([UInt8], Bool) = ([], false)
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        result += (isRaised ? raised : lowered)[Int(byte - UInt8(ascii: "0"))]
        hasDigits = true
      case UInt8(ascii: " "), 0x09, 0x0A, 0x0D: result.append(byte)
      default:
        guard let sign = signs[byte] else { return nil }
        result += Array((isRaised ? sign.raised : sign.lowered).utf8)
      }
    }
    return hasDigits ? result : nil
  }
}
