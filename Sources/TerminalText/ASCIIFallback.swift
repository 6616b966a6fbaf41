import CICU

/// What is shown in place of characters where only ASCII can be (`LANG=C`): column for column, so that nothing moves.
///
/// Lines become `-`, `|` and `+`, letters lose their accents, an ellipsis is `~`, since with a full stop what was cut would look
/// whole, and what has no likeness is `?`, once for each of its columns.
package enum ASCIIFallback {
  /// The likeness of one character of one column; of a wide one, it is repeated.
  package static func byte(for value: UInt32) -> UInt8 {
    if value < 0x7F { return UInt8(value) }
    return (likeness(of: value) ?? decomposed(value))?.asciiValue ?? UInt8(ascii: "?")
  }

  private static func likeness(of value: UInt32) -> Character? {
    switch value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x2550, 0x2574, 0x2576: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551, 0x2575, 0x2577, 0x258C, 0x258F, 0x2590, 0x2595: "|"
    case 0x250C...0x254B, 0x2552...0x2570: "+"
    case 0x2018, 0x2019, 0x2032, 0x201B: "'"
    case 0x201C, 0x201D, 0x2033, 0xAB, 0xBB: "\""
    case 0x2039, 0x2190, 0x25C0, 0x25C2, 0x3008: "<"
    case 0x203A, 0x2192, 0x25B6, 0x25B8, 0x3009: ">"
    case 0x2191, 0x25B2, 0x25B4: "^"
    case 0x2193, 0x25BC, 0x25BE: "v"
    case 0x2022, 0x2023, 0x2043, 0x2605, 0x2606, 0x25CF, 0x25CB, 0x2713, 0x2714: "*"
    case 0x2580...0x2593, 0x2594, 0x25A0...0x25AB: "#"
    case 0xB7, 0x2027, 0x3002: "."
    case 0x2026: "~"
    case 0xD7, 0x2717, 0x2718: "x"
    case 0xDF: "s"
    case 0xC6, 0xE6: value == 0xC6 ? "A" : "a"
    case 0xD8, 0x152: "O"
    case 0xF8, 0x153: "o"
    case 0x131: "i"
    case 0x141, 0x142: value == 0x141 ? "L" : "l"
    default: nil
    }
  }

  /// The base of an accented letter.
  private static func decomposed(_ value: UInt32) -> Character? {
    let base = newsroom_unorm_compatible_base(Int32(bitPattern: value))
    return Unicode.Scalar(UInt32(bitPattern: base)).map { Character($0) }
  }
}
