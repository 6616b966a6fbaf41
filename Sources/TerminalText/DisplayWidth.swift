import CICU

/// How many columns text takes on a terminal: the one measure for layout and for drawing.
///
/// The width of a character is the sum of its scalars: marks, enclosing marks and the vowels and finals of Hangul take none,
/// East Asian wide and full-width characters two, all others one; ambiguous ones take one. That is what the C library, ncurses
/// and tmux agree on. Where terminals do not agree (emoji sequences, flags, variation selectors) the gate has already taken
/// the sequence apart. The tables are those of ICU; but the circled numbers U+3248–324F (ambiguous) and the hexagrams
/// U+4DC0–4DFF (narrow until Unicode 16) are wide, as the C library has always had it.
package enum DisplayWidth {
  /// How many marks one cell keeps on its base: ncurses holds five scalars a cell.
  package static let marksPerCell = 4

  /// 0, 1 or 2 columns for one scalar.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0x00..<0x20, 0x7F..<0xA0, 0xAD: return 0
    case 0xA0...0x2FF, 0x400...0x482, 0x620...0x64A, 0x2010...0x2027, 0x2500...0x25FC: return 1
    case 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return 2
    case 0x3248...0x324F, 0x4DC0...0x4DFF: return 2  // Circled numbers and hexagrams, against the table: see above.
    default: return columnsByTable(Int32(scalar.value))
    }
  }

  /// Columns of one extended grapheme cluster of a safe text.
  package static func columns(of cluster: Character) -> Int {
    cluster.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  private static func columnsByTable(_ code: Int32) -> Int {
    switch Int(newsroom_u_charType(code)) {
    case GeneralCategory.nonspacingMark, GeneralCategory.enclosingMark: return 0
    case GeneralCategory.format: return isVisibleFormat(code) ? 1 : 0
    default: break
    }
    let syllable = newsroom_u_hangul_syllable_type(code)
    if syllable == HangulType.vowel || syllable == HangulType.final { return 0 }
    let width = newsroom_u_east_asian_width(code)
    return width == EastAsianWidth.fullWidth || width == EastAsianWidth.wide ? 2 : 1
  }

  /// The signs that stand under or around the digits after them (Arabic number sign, end of ayah, …).
  private static func isVisibleFormat(_ code: Int32) -> Bool {
    switch code {
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD: true
    default: false
    }
  }
}

/// Values of ICU's enums that Swift imports as types of their own: `UCharCategory`.
private enum GeneralCategory {
  static let nonspacingMark = 6
  static let enclosingMark = 7
  static let format = 16
}

/// `UHangulSyllableType`.
private enum HangulType {
  static let vowel: Int32 = 2
  static let final: Int32 = 3
}

/// `UEastAsianWidth`.
private enum EastAsianWidth {
  static let fullWidth: Int32 = 3
  static let wide: Int32 = 5
}
