import Foundation

/// How dates are written for the reader: plainly, or in words by the customs of a locale.
public struct DateStyle: Hashable, Sendable {
  /// The locale; nil for the plain form. Only its name, because most commands write no date in words.
  private let locale: String?

  /// `2024-06-07`.
  public static let iso = DateStyle(locale: nil)

  /// `7 June 2024`: what a reader gets whose locale says nothing.
  public static let english = DateStyle(locale: "en_GB")

  /// The form that the environment asks for with LC_ALL, LC_TIME or LANG, the first that is set.
  public static func inEnvironment(_ environment: [String: String]) -> DateStyle {
    let named = ["LC_ALL", "LC_TIME", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let identifier = named.prefix { $0 != "." && $0 != "@" }
    return ["C", "POSIX"].contains(identifier) ? .english : DateStyle(locale: String(identifier))
  }

  /// A date: "7 June 2024", "June 2024", "2024".
  public func string(_ date: PartialDate) -> String {
    guard let locale else { return date.dateOnly }
    let moment = Date(timeIntervalSince1970: Double(date.firstDay) * 86_400)
    let calendar = Calendar(identifier: .gregorian)
    var style = Date.FormatStyle(locale: Locale(identifier: locale), calendar: calendar, timeZone: .gmt).year()
    if date.month != nil { style = style.month(.wide) }
    if date.day != nil { style = style.day() }
    // Locales put spaces of special widths before abbreviations; a terminal has one width.
    return moment.formatted(style).replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
  }

  /// A span: "6 June 2024", "6 June 2024 – 8 June 2024".
  public func string(_ span: DateRange) -> String {
    switch (span.start.map(string), span.end.map(string)) {
    case (let start?, let end?): start == end ? start : "\(start) – \(end)"
    case (let start?, nil): start
    case (nil, let end?): "– \(end)"
    case (nil, nil): ""
    }
  }
}
