import TerminalText

/// One place on the screen: a character and its style.
///
/// A character is what a terminal keeps in one cell: a base that takes one or two columns, and up to four marks that take
/// none (`DisplayWidth.marksPerCell`). The second column of a wide character is empty, and an empty cell stands nowhere
/// else. A cell is a plain 32-byte value without references, laid out as the terminal library wants it, so that two rows
/// are compared and copied as fast as memory goes.
package struct Cell: Hashable, Sendable {
  /// Lanes 0 to 4: base and marks; 5 and 6: the colours; 7: the attributes, and whether the character is wide.
  package private(set) var lanes: SIMD8<UInt32>

  private static let wideFlag: UInt32 = 0x100

  /// The first character of `text`, sanitised; the empty text makes the second half of a wide cell.
  package init(text: String = " ", style: Style = .plain) {
    self = Cell.secondHalf(style: style)
    guard let unit = SafeText(text).units.first(where: { $0.columns > 0 }) else { return }
    self = Cell(unit, style: self)
  }

  private init(lanes: SIMD8<UInt32>) { self.lanes = lanes }

  /// A character in the style of another cell.
  init(_ unit: DisplayWidth.Unit, style: Cell) {
    lanes = style.lanes
    lanes.replace(with: unit.lanes, where: Cell.characterLanes)
    lanes[7] = lanes[7] & ~Cell.wideFlag | (unit.columns == 2 ? Cell.wideFlag : 0)
  }

  /// An ASCII character in the style of a `secondHalf`.
  init(ascii: UInt8, style: Cell) {
    lanes = style.lanes
    lanes[0] = UInt32(ascii)
  }

  private static let characterLanes = SIMDMask<SIMD8<Int32>>(
    arrayLiteral: true, true, true, true, true, false, false, false)

  /// The second column of a wide character: no character, only a style.
  static func secondHalf(style: Style) -> Cell {
    let colours = (style.foreground.packed, style.background.packed)
    return Cell(lanes: SIMD8(0, 0, 0, 0, 0, colours.0, colours.1, UInt32(style.attributes.rawValue)))
  }

  /// The character; empty in the second column of a wide one.
  package var text: String {
    var text = ""
    for lane in 0..<5 where lanes[lane] != 0 {
      if let scalar = Unicode.Scalar(lanes[lane]) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// Whether the cell has the style of another.
  package func isStyled(as other: Cell) -> Bool {
    lanes[5] == other.lanes[5] && lanes[6] == other.lanes[6] && (lanes[7] ^ other.lanes[7]) & ~Cell.wideFlag == 0
  }

  /// Whether the character takes two columns: this one and the next.
  package var isWide: Bool { lanes[7] & Cell.wideFlag != 0 }

  /// Whether this is the second column of a wide character.
  package var isSecondHalf: Bool { lanes[0] == 0 }

  package var style: Style {
    get {
      Style(
        Style.Attributes(rawValue: UInt8(truncatingIfNeeded: lanes[7])),
        foreground: Colour(packed: lanes[5]), background: Colour(packed: lanes[6]))
    }
    set {
      lanes[5] = newValue.foreground.packed
      lanes[6] = newValue.background.packed
      lanes[7] = lanes[7] & Cell.wideFlag | UInt32(newValue.attributes.rawValue)
    }
  }

  /// The cell with its character gone.
  var blank: Cell { Cell(text: " ", style: style) }
}

extension Colour {
  /// The colour in one number: kind in the high byte, value below.
  var packed: UInt32 {
    switch self {
    case .terminal: 0
    case .palette(let index): 1 << 24 | UInt32(index)
    case .rgb(let red, let green, let blue): 2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }
  }

  init(packed: UInt32) {
    let byte = { (shift: UInt32) in UInt8(truncatingIfNeeded: packed >> shift) }
    switch packed >> 24 {
    case 1: self = .palette(byte(0))
    case 2: self = .rgb(byte(16), byte(8), byte(0))
    default: self = .terminal
    }
  }
}
