import Foundation

/// A date as a query writes it: `2024-06`, `today`, `yesterday`, `7d`, `2w`, `18m`, `3y` (so long ago), `march`, `march-2024`.
package enum QueryDate {
  /// The date that a text stands for.
  package static func date(_ text: String, today: PartialDate = today) throws(PartialDate.Fault) -> PartialDate {
    if let date = relative(text.lowercased(), today) ?? month(text, today) { return date }
    return try PartialDate(text)
  }

  /// The present day in the time zone of the user.
  package static var today: PartialDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    let date = PartialDate(year: parts.year ?? 0, month: parts.month, day: parts.day)
    return date ?? PartialDate(dayNumber: Int(Date().timeIntervalSince1970) / 86_400)
  }

  private static func relative(_ text: String, _ today: PartialDate) -> PartialDate? {
    switch text {
    case "today": return today
    case "yesterday": return PartialDate(dayNumber: today.firstDay - 1)
    case "tomorrow": return PartialDate(dayNumber: today.firstDay + 1)
    default: break
    }
    guard let unit = text.last, let count = Int(text.dropLast()), (0...9_999).contains(count) else { return nil }
    switch unit {
    case "d": return PartialDate(dayNumber: today.firstDay - count)
    case "w": return PartialDate(dayNumber: today.firstDay - 7 * count)
    case "m": return months(count, before: today)
    case "y": return months(12 * count, before: today)
    default: return nil
    }
  }

  /// The same day of an earlier month, or its last day where it is shorter.
  private static func months(_ count: Int, before today: PartialDate) -> PartialDate? {
    let month = today.year * 12 + (today.month ?? 1) - 1 - count
    guard month >= 12 else { return nil }
    let day = today.day ?? 1
    return (0..<4).lazy.compactMap { PartialDate(year: month / 12, month: month % 12 + 1, day: day - $0) }.first
  }

  /// A month by name: with its year, or the latest that has begun.
  private static func month(_ text: String, _ today: PartialDate) -> PartialDate? {
    let words = TextNormalizer.words(of: text)
    guard (1...4).contains(words.count), words.contains(where: { Int($0) == nil }) else { return nil }
    if let month = number(ofMonth: words) {
      let year = month > (today.month ?? 12) ? today.year - 1 : today.year
      return PartialDate(year: year, month: month)
    }
    if let year = words.last.flatMap(Int.init), year > 999, let month = number(ofMonth: words.dropLast()) {
      return PartialDate(year: year, month: month)
    }
    guard let year = words.first.flatMap(Int.init), year > 999, let month = number(ofMonth: words.dropFirst()) else {
      return nil
    }
    return PartialDate(year: year, month: month)
  }

  private static func number(ofMonth words: some Collection<String>) -> Int? {
    let name = words.joined(separator: " ")
    guard name.unicodeScalars.count > 1 else { return nil }
    let isLatin = name.utf8.allSatisfy { $0 < 0x80 }
    for names in monthNames {
      let found = names.indices.filter { index in
        names[index] == name || isLatin && name.utf8.count > 2 && names[index].hasPrefix(name)
      }
      if found.count == 1 { return found[0] + 1 }
    }
    return nil
  }

  /// The months in English and in the language of the user.
  private static let monthNames: [[String]] = {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_TIME", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "en"
    return ["en", String(locale.prefix { $0 != "." && $0 != "@" })].flatMap { identifier in
      var calendar = Calendar(identifier: .gregorian)
      calendar.locale = Locale(identifier: identifier)
      return [calendar.monthSymbols, calendar.standaloneMonthSymbols].map { $0.map(TextNormalizer.key) }
    }
  }()
}
