extension PartialDate {
  /// The date as one writes it in a sentence: "7 June 2024", "June 2024", "2024".
  public var inWords: String {
    guard let month else { return String(year) }
    let name = Self.monthNames[month - 1]
    return day.map { "\($0) \(name) \(year)" } ?? "\(name) \(year)"
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension DateSpan {
  /// The span as one writes it in a sentence: "6 June 2024", "6 June 2024 – 8 June 2024".
  public var inWords: String {
    switch (start, end) {
    case (let start?, let end?): start.inWords == end.inWords ? start.inWords : "\(start.inWords) – \(end.inWords)"
    case (let start?, nil): start.inWords
    case (nil, let end?): "until \(end.inWords)"
    case (nil, nil): ""
    }
  }
}
