import Foundation

/// Writes articles: prose with Zipf's frequencies in five languages, about the world's events.
struct Prose {
  let world: World
  private let paragraphs: ClosedRange<Int>
  private let vocabularies: [(language: String, vocabulary: Vocabulary, separator: String)]

  init(world: World, paragraphs: ClosedRange<Int>) {
    (self.world, self.paragraphs) = (world, paragraphs)
    vocabularies = [
      ("en", .english, " "), ("zh-Hans", .chinese, ""), ("ru", .russian, " "), ("ar", .arabic, " "),
      ("fr", .french, " "),
    ]
  }

  struct Article {
    var json: String
    var textBytes: Int
  }

  mutating func article(_ index: Int, _ random: inout Randomness) -> Article {
    let event = world.events[random.skewed(world.events.count)]
    let tongue = vocabularies[random.below(10) < 7 ? 0 : random.below(vocabularies.count)]
    let headline = message(tongue, words: random.within(6...12), &random)
    let body = (0..<random.within(paragraphs)).map { _ in
      (0..<random.within(2...3)).map { _ in message(tongue, words: random.within(8...24), &random) }
        .joined(separator: ". ")
    }
    let html = body.map { "<p>\($0).</p>" }.joined()
    return Article(
      json: json(index, event, tongue.language, headline, html, &random),
      textBytes: headline.utf8.count + html.utf8.count)
  }

  private func message(
    _ tongue: (language: String, vocabulary: Vocabulary, separator: String), words: Int, _ random: inout Randomness
  ) -> String {
    var text = ""
    for index in 0..<words {
      if index > 0 { text += tongue.separator }
      text += tongue.vocabulary.word(&random)
    }
    return text
  }

  private func json(
    _ index: Int, _ event: World.Occasion, _ language: String, _ headline: String, _ html: String,
    _ random: inout Randomness
  ) -> String {
    let people = event.speakers.prefix(3).map { mention(world.people[$0].name, world.people[$0].id) }
    let organisations = ([event.host] + event.guests).map {
      mention(world.organisations[$0].acronym, world.organisations[$0].id)
    }
    let publisher = world.organisations[random.skewed(min(40, world.organisations.count))]
    return """
      {"uri":"https://news.example/\(index)","type":"text","language":"\(language)","pubStatus":"usable",\
      "versionCreated":"\(Self.date(event.day + random.below(30)))","headlines":[{"role":"main","value":"\(headline)"}],\
      "bodies":[{"role":"main","contentType":"text/html","value":"\(html)"}],"people":[\(people.joined(separator: ","))],\
      "organisations":[\(organisations.joined(separator: ","))],"events":[\(mention(event.name, event.id))],\
      "infoSources":[{"name":"\(publisher.acronym)","role":"publisher","literal":"\(publisher.id)"}]}
      """
  }

  private func mention(_ name: String, _ id: String) -> String { "{\"name\":\"\(name)\",\"literal\":\"\(id)\"}" }

  /// A date so many days after 2012-01-01, in years of twelve months of 28 days, which all exist.
  static func date(_ day: Int) -> String {
    let (year, month, day) = (2012 + day / 336, day / 28 % 12 + 1, day % 28 + 1)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
