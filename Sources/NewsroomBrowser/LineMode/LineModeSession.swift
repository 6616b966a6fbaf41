package import NewsroomModel

/// What a plain session asks: the same questions as the screens, answered at once.
package protocol LineModeSource {
  func page(_ request: ListRequest, range: Range<Int>) throws -> ListPage
  func count(_ request: ListRequest) throws -> Int
  func record(_ address: RecordAddress) throws -> RecordPage?
  /// What is starred.
  var stars: Set<RecordAddress> { get throws }
  /// Gives a record a star for good, or takes it away.
  /// - Returns: why that cannot be done; nil when it was.
  func keepStar(_ address: RecordAddress, isOn: Bool) throws -> String?
  /// Writes a file.
  /// - Returns: what was written, or why nothing was.
  func export(_ order: ExportRequest) throws -> String
}

/// The newsroom as a conversation in lines, for screen readers, braille displays and pipes: no boxes, no cursor addressing, no
/// colour. Everything that can be followed has a number; a line typed is a number or a word.
package struct LineModeSession {
  /// What is told, and whether the session goes on.
  package struct Reply: Equatable {
    package var text: String
    package var isOver = false
  }

  private enum Place: Equatable {
    case list(ListRequest, start: Int)
    case record(RecordAddress)
  }

  private var backStack: [Place] = [.list(ListRequest(.articles), start: 0)]
  /// What the numbers printed last lead to.
  private var choices: [FocusTarget.Destination] = []
  /// The number of the first of them: rows of a list have the numbers of their places in it.
  private var firstNumber = 1
  private let source: any LineModeSource

  /// Rows told at a time.
  static let rows = 20

  package init(source: any LineModeSource) { self.source = source }

  /// What is told at the start.
  package mutating func begin() throws -> Reply {
    let reply = try tell()
    return Reply(text: reply.text + "\nType h for help.")
  }

  /// Takes in a line and tells what it leads to.
  package mutating func take(_ line: String) throws -> Reply {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first else { return try tell() }
    if let number = Int(first) { return try follow(number) }
    if first.hasPrefix("*") { return try star(line.drop { " *".contains($0) }) }
    if first.hasPrefix("/") { return try filter(by: String(line.drop { " /".contains($0) })) }
    switch first.lowercased() {
    case "n", "next": return try turn(by: Self.rows)
    case "p", "previous": return try turn(by: -Self.rows)
    case "s", "sort": return try sort()
    case "x", "export": return try export(words.dropFirst().first ?? "")
    case "b", "back": return try goBack()
    case "q", "quit": return Reply(text: "", isOver: true)
    case "h", "?", "help": return Reply(text: Self.help)
    default: return try goToList(first)
    }
  }

  static let help = """
    A number opens what has that number.
    n and p: the next and the previous rows of a list.
    / and words: filter the list; / alone: no filter.
    s: sort the list in the next order.
    * and a number: star what has that number, or take its star off; * alone: what is open. / is:starred lists what is starred.
    x and the name of a file: write the list, or what is open, to it; its ending, csv, json, jsonl, md or txt, says the form.
    articles, delegations, people, organisations, events: go to that list.
    b: back. q: quit. The words, such as back, do as well. An empty line tells the same again.
    Query syntax:

    """ + QueryField.syntaxExamples.map { "\($0.form): \($0.meaning)." }.joined(separator: "\n") + """

      Query fields, such as /org:unesco-ibe:

      """ + QueryField.allCases.map { "\($0.rawValue): \($0.help)." }.joined(separator: "\n")
}

extension LineModeSession {
  private mutating func tell() throws -> Reply {
    switch backStack[backStack.count - 1] {
    case .list(let request, let start): try tell(request, start)
    case .record(let address): try tell(address)
    }
  }

  private mutating func tell(_ request: ListRequest, _ start: Int) throws -> Reply {
    let page = try source.page(request, range: start..<start + Self.rows)
    let total = try page.total ?? source.count(request)
    choices = page.rows.map { .target(.record($0.address)) }
    firstNumber = start + 1
    let stars = try source.stars
    let filter = request.query.isEmpty ? "" : ", filter \(request.query)"
    let range = page.rows.isEmpty ? "none" : "\(start + 1) to \(start + page.rows.count) of \(total)"
    var lines = ["\(request.list.title)\(filter): \(range)."]
    lines += page.queryProblems.map { $0.message(fieldsAre: "Type h for the fields there are.") }
    for (index, row) in page.rows.enumerated() {
      lines.append("\(firstNumber + index). \(row.accessibleText)\(stars.contains(row.address) ? ", starred" : "")")
    }
    return Reply(text: lines.joined(separator: "\n"))
  }

  private mutating func tell(_ address: RecordAddress) throws -> Reply {
    guard let page = try source.record(address) else { return Reply(text: "There is no \(address) any more.") }
    (choices, firstNumber) = ([], 1)
    var lines =
      ["\(address.kind.rawValue): \(page.title)\(try source.stars.contains(address) ? ", starred" : "")"]
      + page.facts.map { "\($0.label): \($0.value)" }
    if !page.activity.isEmpty {
      lines.append("Articles by year: " + page.activity.map(\.description).joined(separator: ", "))
    }
    // Apart from what is told before and after it, as its paragraphs are from one another.
    if !page.text.isEmpty { lines += ["", page.text.readingText, ""] }
    for section in page.sections { lines += told(section) }
    return Reply(text: lines.joined(separator: "\n"))
  }

  private mutating func told(_ section: PageSection) -> [String] {
    var lines = ["\(section.relation.rawValue), \(section.count):"]
    for row in section.rows {
      choices.append(row.target.map(FocusTarget.Destination.target) ?? .none)
      lines.append("\(choices.count). \(row.accessibleText)")
    }
    guard section.count > section.rows.count else { return lines }
    guard let list = section.list else { return lines + ["… and \(section.count - section.rows.count) more"] }
    choices.append(.list(list))
    return lines + ["\(choices.count). All \(section.count) in the list"]
  }

  private func choice(_ number: Int) -> FocusTarget.Destination? {
    number < firstNumber ? nil : choices.numbered(number - firstNumber + 1)
  }

  private mutating func follow(_ number: Int) throws -> Reply {
    guard let choice = choice(number) else {
      let numbers = "Type a number from \(firstNumber) to \(firstNumber + choices.count - 1)."
      return Reply(text: choices.isEmpty ? "There is nothing to open." : numbers)
    }
    switch choice {
    case .target(.record(let address)): backStack.append(.record(address))
    case .target(.url(let url)): return Reply(text: url)
    case .list(let request): backStack.append(.list(request, start: 0))
    case .none: return Reply(text: "Not a link.")
    }
    return try tell()
  }

  private func star(_ number: Substring) throws -> Reply {
    guard let address = address(number) else { return Reply(text: "Type * and the number of a record.") }
    let isOn = try !source.stars.contains(address)
    if let problem = try source.keepStar(address, isOn: isOn) { return Reply(text: problem) }
    return Reply(text: isOn ? "Starred: \(address)" : "The star is off: \(address)")
  }

  /// The record with a number; without one, the record that is open.
  private func address(_ number: Substring) -> RecordAddress? {
    if number.isEmpty, case .record(let address) = backStack[backStack.count - 1] { return address }
    guard case .target(.record(let address))? = Int(number).flatMap(choice) else { return nil }
    return address
  }

  private mutating func filter(by query: String) throws -> Reply {
    let place = backStack.last { if case .list = $0 { true } else { false } }
    guard case .list(var request, _)? = place else { return try tell() }
    request.query = query
    backStack.append(.list(request, start: 0))
    return try tell()
  }

  private mutating func turn(by distance: Int) throws -> Reply {
    guard case .list(let request, let start) = backStack[backStack.count - 1] else {
      return Reply(text: "Only lists have more rows. Type b to go back to the list.")
    }
    let next = start + distance
    if next < 0 { return Reply(text: "These are the first rows.") }
    if try next >= source.count(request) { return Reply(text: "These are the last rows.") }
    backStack[backStack.count - 1] = .list(request, start: next)
    return try tell()
  }

  private mutating func sort() throws -> Reply {
    guard case .list(var request, _) = backStack[backStack.count - 1] else {
      return Reply(text: "Only lists can be sorted. Type b to go back to the list.")
    }
    request.sort = SortOrder.next(of: request)
    backStack[backStack.count - 1] = .list(request, start: 0)
    return Reply(text: "Sorted: \(request.sort.label).\n" + (try tell().text))
  }

  private func export(_ name: String) throws -> Reply {
    guard !name.isEmpty else { return Reply(text: "Type x and the name of a file, such as x partners.csv.") }
    let content: ExportRequest.Content =
      switch backStack[backStack.count - 1] {
      case .list(let request, _): .list(request)
      case .record(let address): .record(address)
      }
    return Reply(text: try source.export(ExportRequest(content, path: name)))
  }

  private mutating func goBack() throws -> Reply {
    guard backStack.count > 1 else { return Reply(text: "This is the start. Type q to quit.") }
    backStack.removeLast()
    return try tell()
  }

  private mutating func goToList(_ name: String) throws -> Reply {
    guard let list = ListKind.allCases.first(where: { $0.recordKind.plural == name.lowercased() }) else {
      return Reply(text: "'\(name)' is no command. Type h for help.")
    }
    backStack.append(.list(ListRequest(list, sort: .usual(for: list)), start: 0))
    return try tell()
  }
}

extension LineModeSession {
  /// A date as it is told; that of an article's event is called so.
  fileprivate static func accessibleText(_ date: DateRange?, _ usesEventDate: Bool) -> String {
    date.map { (usesEventDate ? "event " : "") + $0.description } ?? ""
  }
}

extension ListRow {
  /// The row as it is told.
  fileprivate var accessibleText: String {
    let parts = [title, detail, LineModeSession.accessibleText(date, usesEventDate), match ?? "", mark ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension PageRow {
  /// The row as it is told.
  fileprivate var accessibleText: String {
    let contacts = count.map { $0 == 1 ? "1 contact" : "\($0) contacts" } ?? ""
    let parts = [PlainText.oneLine(label), role, contacts, LineModeSession.accessibleText(date, usesEventDate)]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
