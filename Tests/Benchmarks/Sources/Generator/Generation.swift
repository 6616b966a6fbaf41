public import Foundation

/// Writes data directories of any size: the same arguments give the same bytes.
public struct Generation {
  /// How the articles are laid out.
  public enum Layout: String, CaseIterable, Sendable {
    /// One file an article, 1,000 in a folder.
    case files
    /// JSON Lines, 50,000 articles a file.
    case lines
  }

  private let articles: Int
  private let folder: URL
  private let layout: Layout
  private let paragraphs: ClosedRange<Int>
  private let world: World
  private var random: Randomness

  /// A directory to be written.
  /// - Parameters:
  ///   - articles: how many.
  ///   - folder: where; made when it is not there.
  ///   - paragraphs: how many an article has: two to four for one kilobyte of text, one for one kilobyte of JSON.
  public init(
    articles: Int, folder: URL, layout: Layout, paragraphs: ClosedRange<Int> = 2...4, seed: UInt64 = 42
  ) {
    (self.articles, self.folder, self.layout, self.paragraphs) = (articles, folder, layout, paragraphs)
    world = World(articles: articles, seed: seed)
    random = Randomness(seed: seed &+ 1)
  }

  /// Writes everything.
  /// - Returns: the bytes of text in articles, without the JSON around it.
  public mutating func write() throws -> Int {
    try write(lines: organisations(), to: "organisations.jsonl")
    try write(lines: people(), to: "people.jsonl")
    try write(lines: events(), to: "events.jsonl")
    try write(lines: delegations(), to: "delegations.jsonl")
    try write(
      lines: world.programmes.enumerated().map { "{\"id\":\"programme-\($0)\",\"name\":\"\($1)\"}" },
      to: "programmes.jsonl")
    return try writeArticles()
  }

  private mutating func writeArticles() throws -> Int {
    var prose = Prose(world: world, paragraphs: paragraphs)
    var (lines, bytes) = (Data(), 0)
    for index in 0..<articles {
      let article = prose.article(index, &random)
      bytes += article.textBytes
      if layout == .files {
        try write(Data(article.json.utf8), to: "articles/\(index / 1000)/\(index).json")
        continue
      }
      lines.append(contentsOf: article.json.utf8)
      lines.append(0x0A)
      if index % 50_000 == 49_999 || index == articles - 1 {
        try write(lines, to: "articles/part-\(index / 50_000).jsonl")
        lines.removeAll()
      }
    }
    return bytes
  }

  private func write(lines: [String], to path: String) throws {
    try write(Data(lines.joined(separator: "\n").utf8), to: path)
  }

  private func write(_ data: Data, to path: String) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }
}

extension Generation {
  private func organisations() -> [String] {
    world.organisations.map { organisation in
      let parent = organisation.parent.map { ",\"parent_id\":\"\(world.organisations[$0].id)\"" } ?? ""
      return """
        {"id":"\(organisation.id)","name":"\(organisation.name)","country":"\(organisation.country)"\(parent),\
        "other_names":[{"name":"\(organisation.acronym)","note":"acronym"}]}
        """
    }
  }

  private func people() -> [String] {
    world.people.map { person in
      """
      {"id":"\(person.id)","name":"\(person.name)","family_name":"\(person.family)","given_name":"\(person.given)",\
      "memberships":[{"organization_id":"\(world.organisations[person.organisation].id)","role":"\(person.role)"}]}
      """
    }
  }

  private func participants(_ event: World.Occasion) -> String {
    event.speakers.map { index in
      let person = world.people[index]
      return """
        {"person_id":"\(person.id)","role":"\(person.role)","organization_id":"org-\(person.organisation)"}
        """
    }.joined(separator: ",")
  }

  private func events() -> [String] {
    world.events.map { event in
      let programmes = event.programme.map { ",\"programme_ids\":[\"programme-\($0)\"]" } ?? ""
      return """
        {"id":"\(event.id)","name":"\(event.name)","classification":"\(event.kind)","start_date":"\(Prose.date(event.day))",\
        "location":"\(event.place)","organizers":[{"organization_id":"org-\(event.host)","role":"host"}],\
        "attendees":[\(participants(event))]\(programmes)}
        """
    }
  }

  private func delegations() -> [String] {
    world.events.filter { $0.kind == "visit" || $0.kind == "bilateral meeting" }.map { event in
      let senders = event.guests.map { "\"org-\($0)\"" }.joined(separator: ",")
      return """
        {"id":"delegation-\(event.id)","name":"Delegation: \(event.name)","on_behalf_of_ids":[\(senders)],\
        "start_date":"\(Prose.date(event.day))","event_ids":["\(event.id)"],"members":[]}
        """
    }
  }
}
