/// Dates of articles as other systems write them: RFC 3339 with a space or small letters, RFC 822, ISO 8601 without signs, seconds or
/// milliseconds since 1970. What can be read in two ways is not read.
enum LenientDate {
  /// The date that a string or number is; nil for what is none, and for what may be two.
  static func date(_ value: JSONValue) -> PartialDate? {
    switch value.kind {
    case .string:
      if !value.node.isEscaped, let date = try? PartialDate(utf8: value.bytes) { return date }
      return date(JSONText.decode(value))
    case .number: return sinceEpoch(JSONText.decode(value))
    default: return nil
    }
  }

  /// The date that a text is.
  static func date(_ text: String) -> PartialDate? {
    if let date = try? PartialDate(text) { return date }
    let text = text.trimmed.lowercased()
    guard text.utf8.count >= 8, text.utf8.count <= 64, text.utf8.first != UInt8(ascii: "-") else { return nil }
    return numeric(text) ?? sinceEpoch(text) ?? compact(text) ?? inWords(text)
  }

  /// The two dates that a text such as 05/06/2024 may be; nil for what may be one at most.
  static func readings(_ text: String) -> (PartialDate, PartialDate)? {
    guard let (first, second, year, sign, _) = dayAndMonth(text.trimmed.lowercased()), sign != ".", first != second,
      let one = PartialDate(year: year, month: first, day: second),
      let other = PartialDate(year: year, month: second, day: first)
    else { return nil }
    return (one, other)
  }

  // MARK: Numbers

  /// Ten digits are seconds, thirteen are milliseconds since 1970, as a number or as ASP.NET's `/Date(…)/`.
  private static func sinceEpoch(_ text: String) -> PartialDate? {
    let isWrapped = text.hasPrefix("/date(") && text.hasSuffix(")/")
    let number = isWrapped ? text.dropFirst(6).prefix { $0.isNumber } : text[...]
    let digits = number.prefix { $0.isASCII && $0.isNumber }
    let rest = number.dropFirst(digits.count)
    guard rest.isEmpty || rest.first == "." && rest.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
      let value = Int(digits), digits.count == 10 || digits.count == 13
    else { return nil }
    let seconds = digits.count == 13 ? value / 1000 : value
    var date = PartialDate(dayNumber: seconds / 86_400)
    let rest2 = seconds % 86_400
    date.time = "\(two(rest2 / 3600)):\(two(rest2 / 60 % 60)):\(two(rest2 % 60))Z"
    return date
  }

  /// 20240506, 20240506T1430, 20240506T143000+0200.
  private static func compact(_ text: String) -> PartialDate? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 8, let number = Int(digits),
      var date = PartialDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { return nil }
    let rest = text.dropFirst(8)
    guard !rest.isEmpty else { return date }
    guard rest.first == "t" || rest.first == " " else { return nil }
    let clock = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard clock.count == 4 || clock.count == 6 else { return setting(rest.dropFirst().description, of: date) }
    let parts = stride(from: 0, to: clock.count, by: 2).map { clock.dropFirst($0).prefix(2) }
    date.time = nil
    return setting(parts.joined(separator: ":") + rest.dropFirst(1 + clock.count), of: date)
  }

  /// 2024-05-06 14:30, 2024/5/6, 2024.05.06; 6.5.2024; 13/05/2024, where only one order is possible.
  private static func numeric(_ text: String) -> PartialDate? {
    if let (year, month, day, _, rest) = parts(text), year >= 1000,
      let date = PartialDate(year: year, month: month, day: day)
    {
      return setting(rest, of: date)
    }
    guard let (first, second, year, sign, rest) = dayAndMonth(text), readings(text) == nil else { return nil }
    let isDayFirst = sign == "." || first > 12 || first == second
    let date = PartialDate(year: year, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
    return date.flatMap { setting(rest, of: $0) }
  }

  private static func dayAndMonth(_ text: String) -> (Int, Int, Int, Character, String)? {
    guard let (first, second, year, sign, rest) = parts(text), first < 100, year >= 1000 else { return nil }
    return (first, second, year, sign, rest)
  }

  /// Three numbers with the same sign between them, and what follows.
  private static func parts(_ text: String) -> (Int, Int, Int, Character, String)? {
    var (rest, numbers, sign) = (text[...], [Int](), Character("-"))
    for index in 0..<3 {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      guard index < 2 else { break }
      guard let found = rest.first, "-/.".contains(found), index == 0 || found == sign else { return nil }
      sign = found
      rest = rest.dropFirst()
    }
    guard rest.isEmpty || " t,".contains(rest.first ?? " ") else { return nil }
    return (numbers[0], numbers[1], numbers[2], sign, rest.dropFirst().description.trimmed)
  }

  // MARK: Words

  /// Mon, 06 May 2024 14:30:00 +0200; May 6, 2024 2:30 pm; Monday, 06-May-24 14:30:00 GMT; Mon May  6 14:30:00 2024.
  private static func inWords(_ text: String) -> PartialDate? {
    var (day, month, year, time): (Int?, Int?, Int?, [Substring]) = (nil, nil, nil, [])
    var words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0.isNewline })
    words = words.flatMap { word in
      word.contains(where: \.isLetter) && word.first?.isNumber == true && word.contains("-") && !word.contains(":")
        ? word.split(separator: "-") : [word]
    }
    for word in words {
      if let number = months[String(word.prefix(3))], word.allSatisfy({ $0.isLetter || $0 == "." }), month == nil {
        month = number
      } else if isFiller(word) {
        continue
      } else if word.contains(":") || !time.isEmpty && !isYear(word, year) {
        time.append(word)
      } else if let number = Int(word.prefix { $0.isNumber }), !word.hasPrefix("+") {
        if day == nil, number <= 31, word.count <= 4 {
          day = number
        } else if year == nil {
          year = number
        } else {
          return nil
        }
      } else {
        return nil
      }
    }
    guard let day, let month, var year else { return nil }
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    return PartialDate(year: year, month: month, day: day).flatMap { setting(time.joined(separator: " "), of: $0) }
  }

  private static func isYear(_ word: Substring, _ year: Int?) -> Bool {
    year == nil && word.count == 4 && word.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isFiller(_ word: Substring) -> Bool {
    ["of", "at", "on", "the"].contains(word)
      || word.allSatisfy({ $0.isLetter || $0 == "." }) && days.contains(String(word.prefix(3)))
  }

  private static let days: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]

  // MARK: Times

  /// The date with a time of day behind it; nil where the text is no time.
  private static func setting(_ text: String, of date: PartialDate) -> PartialDate? {
    var date = date
    let text = text.trimmed
    guard !text.isEmpty else { return date }
    guard let time = time(text) else { return nil }
    var bytes = time
    guard bytes.withUTF8({ TimeOfDay(utf8: UnsafeRawBufferPointer($0)[...]) }) != nil else { return nil }
    date.time = time
    return date
  }

  /// A time as newsroom writes it: 14:30:00+02:00. A zone whose name means several places is left out.
  private static func time(_ text: String) -> String? {
    let clock = text.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
    var rest = text.dropFirst(clock.count).description.trimmed
    var fields = clock.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 2 || fields.count == 3, var hour = Int(fields[0]) else { return nil }
    for (mark, isAfternoon) in [("am", false), ("pm", true), ("a.m.", false), ("p.m.", true)] where rest.hasPrefix(mark)
    {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      rest = rest.dropFirst(mark.count).description.trimmed
      break
    }
    fields[0] = two(hour)
    return zone(rest).map { fields.joined(separator: ":") + $0 }
  }

  private static func zone(_ text: String) -> String? {
    if text.isEmpty { return "" }
    let name = text.prefix { $0.isLetter }.description
    if name == text { return zones[name] ?? (name.count <= 5 ? "" : nil) }
    // "+0200", "+02:00 (CEST)", "GMT+0200".
    let offset = (["gmt", "utc"].contains(name) ? text.dropFirst(3) : text[...]).prefix { !"( ".contains($0) }
    return offset.first == "+" || offset.first == "-" ? String(offset) : nil
  }

  /// The zones of RFC 822, and those of Europe.
  private static let zones = [
    "z": "Z", "gmt": "Z", "ut": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "wet": "+00:00", "west": "+01:00",
  ]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
