import CNcurses
import TerminalCells

/// Styles as ncurses attributes and colour pairs, as far as the terminal has colours.
///
/// A pair is asked for when a style first needs it; ncurses keeps count of them and reuses old ones.
struct ColourPairs {
  private let colours: Int
  private var known: [UInt64: Int32] = [:]
  /// Whether a colour's number is its red, green and blue (`xterm-direct`), all but the first eight.
  private let isDirect: Bool
  /// Whether a colour of the terminal's palette may be changed into the very one that is wanted.
  private let changesPalette: Bool
  private var exact: [UInt32: Int32] = [:]
  /// The colours of the palette that are to be others, as 0xRRGGBB. Each is the nearest one that there was, so that a terminal
  /// which does not listen shows something like it.
  private(set) var changes: [(number: Int32, value: UInt32)] = []

  /// - Parameters:
  ///   - wantsColour: false where the user asked for none (`NO_COLOR`).
  ///   - isExact: whether the terminal is said to show every colour (`COLORTERM`).
  init(wantsColour: Bool, isExact: Bool) {
    let hasColours = wantsColour && has_colors() && start_color() == OK && use_default_colors() == OK
    colours = hasColours ? Int(newsroom_colors()) : 0
    isDirect = colours > 256
    changesPalette = isExact && colours == 256 && can_change_color()
  }

  /// Attributes and pair for a style. Where there are only eight colours, a bright one is the plain one in bold.
  mutating func rendition(of style: Style) -> (attributes: attr_t, pair: Int32) {
    var attributes = ColourPairs.attributes(style.attributes)
    guard colours > 0 else { return (attributes, 0) }
    if colours < 16 || isDirect, case .palette(8...15) = style.foreground { attributes |= newsroom_bold() }
    return (attributes, pair(number(style.foreground), number(style.background)))
  }

  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    if foreground == -1 && background == -1 { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let pair = known[key] { return pair }
    let pair = max(0, alloc_pair(foreground, background))
    known[key] = pair
    return pair
  }

  private mutating func number(_ colour: Colour) -> Int32 {
    switch colour {
    case .terminal: -1
    case .palette(let index): Int32(index) % Int32(min(colours, isDirect ? 8 : 16))
    case .rgb(let red, let green, let blue): number(red, green, blue)
    }
  }

  private mutating func number(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int32 {
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    if isDirect { return Int32(max(8, value)) }
    if let number = exact[value] { return number }
    let taken = changesPalette ? Set(exact.values) : []
    let number = Palette.nearest(red: red, green: green, blue: blue, of: colours, except: taken)
    if changesPalette { changes.append((number, value)) }
    exact[value] = number
    return number
  }

  private static func attributes(_ attributes: Style.Attributes) -> attr_t {
    (attributes.contains(.bold) ? newsroom_bold() : 0) | (attributes.contains(.dim) ? newsroom_dim() : 0)
      | (attributes.contains(.italic) ? newsroom_italic() : 0)
      | (attributes.contains(.underline) ? newsroom_underline() : 0)
      | (attributes.contains(.reverse) ? newsroom_reverse() : 0)
  }
}

/// xterm's palette, in which a colour finds its nearest.
enum Palette {
  /// The levels of the 6x6x6 cube at 16 to 231.
  private static let levels: [Int] = [0, 95, 135, 175, 215, 255]

  static func nearest(red: UInt8, green: UInt8, blue: UInt8, of count: Int, except taken: Set<Int32> = []) -> Int32 {
    let wanted = [Int(red), Int(green), Int(blue)]
    let candidates = (count >= 256 ? 16..<256 : 0..<min(count, 16)).filter { !taken.contains(Int32($0)) }
    return Int32(candidates.min { distance(wanted, colour($0)) < distance(wanted, colour($1)) } ?? 7)
  }

  private static func distance(_ left: [Int], _ right: [Int]) -> Int {
    zip(left, right).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// The colour at an index, as xterm has it.
  private static func colour(_ index: Int) -> [Int] {
    switch index {
    case 232...: return Array(repeating: 8 + (index - 232) * 10, count: 3)
    case 16...: return [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map { levels[$0] }
    case 7: return [192, 192, 192]
    case 8: return [128, 128, 128]
    default: return (0..<3).map { index >> $0 & 1 == 0 ? 0 : index > 8 ? 255 : 128 }
    }
  }
}
