/// A whole data directory in memory: every record, by kind and by id, and what is wrong.
///
/// For programs that want everything at once. The browser does not use it: it asks its catalogue for what it shows.
public struct NewsroomArchive: Sendable {
  /// What `newsroom.json` says.
  public private(set) var settings = NewsroomSettings()
  /// News items, in the order of their files.
  public private(set) var articles: [Article] = []
  /// Delegations, in the order of their files.
  public private(set) var delegations: [Delegation] = []
  /// People, in the order of their files.
  public private(set) var people: [Person] = []
  /// Organisations, in the order of their files.
  public private(set) var organisations: [Organisation] = []
  /// Events, in the order of their files.
  public private(set) var events: [Event] = []
  /// Programmes, in the order of their files.
  public private(set) var programmes: [Programme] = []
  /// What is wrong, sorted by file and place.
  public private(set) var problems: [Diagnostic] = []
  /// Articles of which there are several versions.
  private var superseded: Set<String> = []
  private var records: [RecordAddress: LocatedRecord] = [:]

  init(reading directory: DataDirectory) {
    settings = directory.settings()
    for file in directory.files() { _ = directory.read(file) { add($0) } }
    if !superseded.isEmpty { articles = articles.filter { !superseded.contains($0.uri) || article($0.uri) == $0 } }
    problems = directory.check()
  }

  /// The record at an address; nil where there is none.
  public subscript(_ address: RecordAddress) -> Record? { records[address]?.record }

  /// Where a record stands.
  public func location(of address: RecordAddress) -> RecordLocation? { records[address]?.location }

  /// The article of a `uri`.
  public func article(_ uri: String) -> Article? {
    if case .article(let article)? = self[RecordAddress(.article, uri)] { article } else { nil }
  }

  /// The delegation of an id.
  public func delegation(_ id: String) -> Delegation? {
    if case .delegation(let delegation)? = self[RecordAddress(.delegation, id)] { delegation } else { nil }
  }

  /// The person of an id.
  public func person(_ id: String) -> Person? {
    if case .person(let person)? = self[RecordAddress(.person, id)] { person } else { nil }
  }

  /// The organisation of an id.
  public func organisation(_ id: String) -> Organisation? {
    if case .organisation(let organisation)? = self[RecordAddress(.organisation, id)] { organisation } else { nil }
  }

  /// The event of an id.
  public func event(_ id: String) -> Event? {
    if case .event(let event)? = self[RecordAddress(.event, id)] { event } else { nil }
  }

  /// The programme of an id.
  public func programme(_ id: String) -> Programme? {
    if case .programme(let programme)? = self[RecordAddress(.programme, id)] { programme } else { nil }
  }

  /// Takes in a record; of two of one id the first stays, of two versions of an article the later one.
  private mutating func add(_ located: LocatedRecord) {
    if let known = records[located.record.address] {
      guard case .article(let article) = located.record, case .article(let other) = known.record,
        article.precedence(over: other) == .newer
      else { return }
      records[located.record.address] = located
      superseded.insert(other.uri)
      return articles.append(article)
    }
    records[located.record.address] = located
    switch located.record {
    case .article(let article): articles.append(article)
    case .delegation(let delegation): delegations.append(delegation)
    case .person(let person): people.append(person)
    case .organisation(let organisation): organisations.append(organisation)
    case .event(let event): events.append(event)
    case .programme(let programme): programmes.append(programme)
    }
  }
}
