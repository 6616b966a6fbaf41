import CNcurses
import TerminalText

/// The sequences that terminfo has no name for, and those that give a terminal back.
///
/// All are fixed, but for a clipping, which only a `SafeText` can be. The window's title is left alone: many terminals could not be
/// given theirs back.
struct ControlSequences {
  /// Whether the terminal is of xterm's family, which understands the clipboard and palettes. Others may print them.
  let isXtermCompatible: Bool
  private let reordersBidi: Bool

  /// Terminals whose names begin so follow xterm.
  private static let families = [
    "xterm", "tmux", "screen", "rxvt", "foot", "kitty", "alacritty", "st-", "vte", "gnome", "konsole", "mlterm",
    "wezterm", "contour", "iterm",
  ]

  init(terminal: String, reordersBidi: Bool) {
    isXtermCompatible = ControlSequences.families.contains { terminal.hasPrefix($0) }
    self.reordersBidi = reordersBidi
  }

  /// Sent when the terminal is taken: bracketed paste, and explicit bidi mode (ECMA-48 BDSM).
  var start: String { "\u{1B}[?2004h" + (reordersBidi ? "\u{1B}[8l" : "") }

  /// The reverse, sent when the terminal is returned.
  var end: String { mouse(false) + "\u{1B}[?2004l" + (reordersBidi ? "\u{1B}[8h" : "") }

  /// Clicks, drags and the wheel, with coordinates in decimal.
  func mouse(_ isOn: Bool) -> String {
    let letter = isOn ? "h" : "l"
    return "\u{1B}[?1000\(letter)\u{1B}[?1002\(letter)\u{1B}[?1006\(letter)"
  }

  /// Changes colours of the palette.
  static func palette(_ changes: some Sequence<(number: Int32, value: UInt32)>) -> String {
    changes.map { number, value in
      let parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      return "\u{1B}]4;\(number);rgb:\(parts.joined(separator: "/"))\u{07}"
    }.joined()
  }

  /// Makes colours what the terminal's own settings say, and leaves alone all others, which the user may have set.
  static func paletteEnd(_ numbers: some Collection<Int32>) -> String {
    numbers.isEmpty ? "" : "\u{1B}]104;\(numbers.map(String.init).joined(separator: ";"))\u{07}"
  }

  /// Puts text on the clipboard (OSC 52), as base64, in which nothing can end the sequence.
  func clipboard(_ text: SafeText) -> String { "\u{1B}]52;c;\(Base64.encode(text.string.utf8))\u{1B}\\" }

  /// Everything that gives a terminal back, from whatever state, without asking ncurses: for a crash.
  ///
  /// Must be called once ncurses knows the terminal.
  /// - Parameter changesPalette: whether colours from 16 on may have been changed.
  func fullEnd(changesPalette: Bool) -> [UInt8] {
    let capabilities = ["sgr0", "op", "rmkx", "rmcup", "cnorm"].compactMap(ControlSequences.capability)
    let starts = changesPalette ? Array(stride(from: Int32(16), to: 256, by: 30)) : []
    let palette = starts.map { ControlSequences.paletteEnd($0..<$0 + 30) }
    return Array((end + palette.joined() + capabilities.joined()).utf8)
  }

  /// A capability's string without its paddings, which only terminals of wire and relays need.
  static func capability(_ name: String) -> String? {
    guard let value = newsroom_tigetstr(name) else { return nil }
    var text = String(cString: value)
    while let start = text.range(of: "$<"), let end = text[start.upperBound...].firstIndex(of: ">") {
      text.removeSubrange(start.lowerBound...end)
    }
    return text
  }
}

extension String {
  fileprivate func range(of word: String) -> Range<String.Index>? { firstRange(of: word) }
}

/// The base64 of RFC 4648.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let number = (0..<3).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0) }
      for letter in 0..<4 {
        output.append(letter <= part.count ? alphabet[number >> (18 - 6 * letter) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
