import TerminalCells

/// Which key a sequence means.
enum KeySequences {
  /// ESC [ numbers final.
  static func control(_ numbers: [Int], final: UInt8) -> Key? {
    let modifiers = numbers.count > 1 ? numbers[1] - 1 : 0
    let (isAlt, isControl) = (modifiers & 2 != 0, modifiers & 4 != 0)
    switch Character(Unicode.Scalar(final)) {
    case "C" where isAlt: return .altRight
    case "D" where isAlt: return .altLeft
    case "C" where isControl: return .controlRight
    case "D" where isControl: return .controlLeft
    case "Z": return .backTab
    // xterm's modifyOtherKeys: ESC [ 27 ; modifiers ; code ~.
    case "~" where numbers.count == 3 && numbers[0] == 27: return kitty([[numbers[2]], [numbers[1]]])
    case "~", "^", "$", "@": return numbered(numbers.first ?? 0)
    case "a", "b", "c", "d": return shifted(final - 0x20)
    default: return shifted(final)
    }
  }

  /// ESC O letter, and ESC [ letter, which means the same.
  static func shifted(_ letter: UInt8) -> Key? {
    switch Character(Unicode.Scalar(letter)) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "M": .enter
    // rxvt's arrows with Ctrl.
    case "c": .controlRight
    case "d": .controlLeft
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    // The numeric keypad in application mode.
    case "p", "q", "r", "s", "t", "u", "v", "w", "x", "y": .character(Character(Unicode.Scalar(letter - 0x40)))
    case "j": "*"
    case "k": "+"
    case "l": ","
    case "m": "-"
    case "n": "."
    case "o": "/"
    case "X": "="
    default: nil
    }
  }

  /// A key of the kitty keyboard protocol, which another program may have left on: code and shifted code, then modifiers.
  static func kitty(_ fields: [[Int]]) -> Key? {
    guard let codes = fields.first, let code = codes.first else { return nil }
    let modifiers = max(0, (fields.count > 1 ? fields[1].first ?? 1 : 1) - 1)
    let (isShift, isAlt, isControl) = (modifiers & 1 != 0, modifiers & 2 != 0, modifiers & 4 != 0)
    switch code {
    case 9: return isShift ? .backTab : .tab
    case 13, 57_414: return .enter
    case 27: return .escape
    case 8, 127: return isAlt ? .altBackspace : .backspace
    case 57_399...57_408: return .character(Character(Unicode.Scalar(UInt8(code - 57_399 + 0x30))))
    case 57_344...63_743: return keypad(code)
    default: break
    }
    guard code >= 0x20, let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
    if isControl { return .control(Character(scalar.properties.lowercaseMapping)) }
    let shifted = codes.count > 1 ? Unicode.Scalar(UInt32(codes[1])).map { Character($0) } : nil
    let character = isShift ? shifted ?? Character(scalar).uppercased().first ?? Character(scalar) : Character(scalar)
    return isAlt ? .alt(character) : .character(character)
  }

  /// Keys of the keypad that move, by their codes in the kitty protocol; nil for modifiers and media keys.
  private static func keypad(_ code: Int) -> Key? {
    switch code {
    case 57_409: "."
    case 57_410: "/"
    case 57_411: "*"
    case 57_412: "-"
    case 57_413: "+"
    case 57_415: "="
    case 57_417: .left
    case 57_418: .right
    case 57_419: .up
    case 57_420: .down
    case 57_421: .pageUp
    case 57_422: .pageDown
    case 57_423: .home
    case 57_424: .end
    case 57_425: .insert
    case 57_426: .delete
    default: nil
    }
  }

  /// ESC [ number ~.
  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// terminfo's names of the keys whose sequences may differ from all the above.
  static let terminfoNames: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}

extension KeySequences {
  /// What the terminal that ncurses knows now sends for its keys.
  static func ofTerminal() -> [(bytes: [UInt8], key: Key)] {
    terminfoNames.compactMap { name, key in
      ControlSequences.capability(name).map { (Array($0.utf8), key) }
    }
  }
}
