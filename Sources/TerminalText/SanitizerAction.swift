import CICU

/// What the gate does with one character.
enum SanitizerAction: Equatable {
  case base, mark, remove, joiner, softHyphen, tab, skinTone
  /// Another character takes its place.
  case show(Unicode.Scalar)
  /// It ends a line; where lines are not kept, the sign is shown.
  case lineBreak(sign: Unicode.Scalar)

  init(on scalar: Unicode.Scalar) {
    if ScalarRanges.passesUnchanged(scalar.value) {
      self = .base
    } else {
      self = SanitizerAction(onSpecial: scalar) ?? SanitizerAction(byCategoryOf: scalar)
    }
  }

  /// The characters with a rule of their own.
  private init?(onSpecial scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .lineBreak(sign: SanitizerAction.picture(of: scalar.value))
    case 0x85: self = .lineBreak(sign: "\u{FFFD}")
    case 0x2028, 0x2029: self = .lineBreak(sign: "\u{2424}")
    case 0x00..<0x20, 0x7F: self = .show(SanitizerAction.picture(of: scalar.value))
    case 0xAD: self = .softHyphen
    case 0x200C, 0x200D: self = .joiner
    case 0x115F, 0x1160, 0x3164, 0xFFA0: self = .show("\u{2423}")
    case 0x1F1E6...0x1F1FF: self = .show(SanitizerAction.letter(scalar.value - 0x1F1E6))
    case 0x1F3FB...0x1F3FF: self = .skinTone
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD: self = .base
    default: return nil
    }
  }

  private init(byCategoryOf scalar: Unicode.Scalar) {
    let code = Int32(scalar.value)
    if newsroom_u_is_default_ignorable(code) {
      self = newsroom_u_charType(code) == 0 ? .show("\u{FFFD}") : .remove
      return
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      self = .show("\u{FFFD}")
    default:
      // A newer Swift knows characters that ICU, which gives the widths, has not heard of.
      if newsroom_u_charType(code) == 0 {
        self = .show("\u{FFFD}")
      } else {
        self = DisplayWidth.columns(of: scalar) == 0 ? .mark : .base
      }
    }
  }

  private static func picture(of control: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(control == 0x7F ? 0x2421 : 0x2400 + control) ?? "\u{FFFD}"
  }

  private static func letter(_ index: UInt32) -> Unicode.Scalar { Unicode.Scalar(0x41 + index) ?? "\u{FFFD}" }
}

extension ScalarRanges {
  static func isSpace(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0xA0 || value == 0x3000 || (0x2000...0x200A).contains(value) || value == 0x0A
  }

  /// Whether `value` is of a script that spells with zero-width joiners.
  static func spellsWithJoiners(_ value: UInt32) -> Bool {
    switch value {
    case 0x0620...0x06D3, 0x06D5, 0x06FA...0x06FF, 0x0710...0x074F, 0x0750...0x077F, 0x0840...0x08FF: true
    case 0x0900...0x0DFF, 0x0F40...0x0FBC, 0x1000...0x109F, 0x1780...0x17D3, 0x1820...0x18AA: true
    case 0x1B00...0x1B4B, 0xA840...0xA873, 0xA980...0xA9C0, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x11000...0x11FFF: true
    default: false
    }
  }
}
