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
