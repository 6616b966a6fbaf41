/// Characters of other keyboard layouts and input methods, and the keys of a US keyboard at the same position.
///
/// Commands are letters and signs of a US keyboard. Where no command is bound to the character that was typed, the command of the
/// key at the same position runs, so that nobody has to change the layout to press `j`. Prompts take characters as they are typed.
enum KeyboardLayout {
  /// Rows of keys in the order of a US keyboard, one pair per layout; a space stands for a key without a character of its own.
  private static let rows: [(us: String, other: String)] = [
    // Russian, then what Ukrainian and Belarusian have instead.
    ("`qwertyuiop[]asdfghjkl;'zxcvbnm,.", "ёйцукенгшщзхъфывапролджэячсмитьбю"),
    ("~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>#", "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ№"),
    ("s]'\\oS}\"|O", "іїєґўІЇЄҐЎ"),
    // Greek.
    ("wertyuiopasdfghjklzxcvbnm", "ςερτυθιοπασδφγηξκλζχψωβνμ"),
    ("ERTYUIOPASDFGHJKLZXCVBNM", "ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ"),
    // Hebrew.
    ("ertyuiopasdfghjkl;zxcvbnm,.", "קראטוןםפשדגכעיחלךףזסבהנמצתץ"),
    // Arabic.
    ("qwertyuiop[]asdfghjkl;'zxcvnm,./`", "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"),
    ("?,;", "؟،؛"),
    // Korean (two-set).
    ("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"),
    ("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ"),
    // Chinese and Japanese input methods.
    ("/.<>[][]\"\"''$^*`,", "、。《》【】「」“”‘’￥…·・，"),
    // Digits.
    ("0123456789", "٠١٢٣٤٥٦٧٨٩"), ("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
  ]

  private static let table: [Character: Character] = Dictionary(
    rows.flatMap { zip($0.other, $0.us).filter { $0.0 != " " } }, uniquingKeysWith: { first, _ in first })

  /// The character of a US keyboard for a character of another layout; nil where there is none.
  static func usCharacter(for character: Character) -> Character? {
    if let us = table[character] { return us }
    // Full-width forms stand in the order of ASCII.
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF01...0xFF5E).contains(scalar.value)
    else { return nil }
    return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
  }
}

extension Key {
  /// The key at the same position of a US keyboard; nil where the key is on one, or on no layout that is known.
  package var onUSKeyboard: Key? {
    switch self {
    case .character(let character): KeyboardLayout.usCharacter(for: character).map(Key.character)
    case .control(let character): KeyboardLayout.usCharacter(for: character).map(Key.control)
    case .alt(let character): KeyboardLayout.usCharacter(for: character).map(Key.alt)
    case .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .altLeft, .altRight, .controlLeft, .controlRight, .altBackspace, .function:
      nil
    }
  }
}
