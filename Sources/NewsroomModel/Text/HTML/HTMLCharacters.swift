import CLibXML2
import Foundation

/// Characters by the names and numbers that HTML gives them.
enum HTMLCharacters {
  /// The character that `&name;` stands for; nil where none is known. Those of HTML 4 are libxml2's; of the letters that came
  /// later most are named by their accents, such as `Zcaron`, and put together.
  static func named(_ name: String) -> Unicode.Scalar? { ofHTML4(name) ?? accented(name) }

  private static func ofHTML4(_ name: String) -> Unicode.Scalar? {
    name.withCString(encodedAs: UTF8.self) { htmlEntityLookup($0) }.flatMap { Unicode.Scalar($0.pointee.value) }
  }

  /// The character of a name that may stand without a semicolon: Latin 1, and what markup is made of.
  static func bare(_ name: String) -> Unicode.Scalar? {
    guard name.utf8.count <= longestBare, name != "apos", let scalar = ofHTML4(name), scalar.value < 0x100 else {
      return nil
    }
    return scalar
  }

  /// `Aacute`, `thorn`, `curren`: no name of Latin 1 is longer.
  private static let longestBare = 6

  /// The character of a number; nil where it is none, or would control something. What Windows has from 128 to 159 is meant by
  /// these numbers everywhere, and HTML says so.
  static func numbered(_ number: UInt32) -> Unicode.Scalar? {
    switch number {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: Unicode.Scalar(number)
    case 0x80...0x9F: Unicode.Scalar(windows[Int(number - 0x80)]).flatMap { $0 == "\0" ? nil : $0 }
    case 0xA0...: number & 0xFFFE == 0xFFFE ? nil : Unicode.Scalar(number)
    default: nil
    }
  }

  /// Windows-1252 from 128 on; 0 where it has nothing.
  private static let windows: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  private static let accents: [(name: String, mark: String)] = [
    ("acute", "\u{301}"), ("grave", "\u{300}"), ("circ", "\u{302}"), ("caron", "\u{30C}"), ("breve", "\u{306}"),
    ("cedil", "\u{327}"), ("ogon", "\u{328}"), ("macr", "\u{304}"), ("dblac", "\u{30B}"), ("ring", "\u{30A}"),
    ("tilde", "\u{303}"), ("uml", "\u{308}"),
  ]
  /// Letters that no accent makes, or whose name would make another.
  private static let others: [String: Unicode.Scalar] = [
    "Lstrok": "Ł", "lstrok": "ł", "Dstrok": "Đ", "dstrok": "đ", "Hstrok": "Ħ", "hstrok": "ħ", "Tstrok": "Ŧ",
    "tstrok": "ŧ",
    "inodot": "ı", "Idot": "İ", "Cdot": "Ċ", "cdot": "ċ", "Edot": "Ė", "edot": "ė", "Gdot": "Ġ", "gdot": "ġ",
    "Zdot": "Ż",
    "zdot": "ż",
  ]

  private static func accented(_ name: String) -> Unicode.Scalar? {
    guard let letter = name.first, let accent = accents.first(where: { name.dropFirst() == $0.name }) else {
      return others[name]
    }
    let composed = "\(letter)\(accent.mark)".precomposedStringWithCanonicalMapping.unicodeScalars
    return composed.count == 1 ? composed.first : nil
  }
}
