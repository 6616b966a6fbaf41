import Foundation

/// The organisations, people, events, delegations and programmes of a generated directory, in sizes that fit its articles.
struct World {
  struct Organisation {
    var id: String
    var name: String
    var acronym: String
    var parent: Int?
    var country: String
  }
  struct Person {
    var id: String
    var name: String
    var family: String
    var given: String
    var organisation: Int
    var role: String
  }
  struct Occasion {
    var id: String
    var name: String
    var kind: String
    var day: Int
    var host: Int
    var guests: [Int]
    var speakers: [Int]
    var place: String
    var programme: Int?
  }

  var organisations: [Organisation] = []
  var people: [Person] = []
  var events: [Occasion] = []
  var programmes: [String] = []

  static let countries = [
    "CN", "FR", "CH", "RU", "EG", "KE", "TH", "MN", "ZA", "BR", "JP", "DE", "GB", "US", "UZ", "KZ",
  ]
  static let places = [
    "Geneva", "Paris", "Shenzhen", "Moscow", "Cairo", "Nairobi", "Bangkok", "Ulaanbaatar", "Tashkent",
  ]
  static let kinds = ["visit", "annual meeting", "launch", "signing", "conference", "bilateral meeting", "training"]
  static let roles = ["Director", "Deputy Director", "Rector", "Programme Specialist", "Minister", "Professor", "Head"]

  /// A world for so many articles.
  init(articles: Int, seed: UInt64) {
    var random = Randomness(seed: seed)
    makeOrganisations(40 + min(articles / 200, 3_000), &random)
    makePeople(60 + min(articles / 40, 20_000), &random)
    programmes = (0..<(8 + min(articles / 2_000, 60))).map { "\(Self.capitalised(3, &random)) Programme \($0)" }
    makeEvents(20 + min(articles / 30, 20_000), &random)
  }

  private mutating func makeOrganisations(_ count: Int, _ random: inout Randomness) {
    for index in 0..<count {
      let name = Self.capitalised(random.within(3...5), &random)
      let acronym = String(name.split(separator: " ").compactMap(\.first)) + String(index)
      organisations.append(
        Organisation(
          id: "org-\(index)", name: name, acronym: acronym,
          parent: index > 5 && !random.once(in: 3) ? random.skewed(index) : nil,
          country: Self.countries[random.below(Self.countries.count)]))
    }
  }

  private mutating func makePeople(_ count: Int, _ random: inout Randomness) {
    for index in 0..<count {
      let (family, given) = (Self.capitalised(1, &random), Self.capitalised(1, &random))
      people.append(
        Person(
          id: "person-\(index)", name: "\(given) \(family.uppercased())", family: family, given: given,
          organisation: random.skewed(organisations.count), role: Self.roles[random.below(Self.roles.count)]))
    }
  }

  private mutating func makeEvents(_ count: Int, _ random: inout Randomness) {
    for index in 0..<count {
      let host = random.skewed(organisations.count)
      let guests = (0..<random.within(1...3)).map { _ in random.skewed(organisations.count) }
      let kind = Self.kinds[random.below(Self.kinds.count)]
      events.append(
        Occasion(
          id: "event-\(index)", name: "\(organisations[guests[0]].acronym) \(kind) at \(organisations[host].acronym)",
          kind: kind, day: random.below(365 * 14), host: host, guests: guests,
          speakers: (0..<random.within(1...5)).map { _ in random.skewed(people.count) },
          place: Self.places[random.below(Self.places.count)],
          programme: random.once(in: 4) ? random.below(programmes.count) : nil))
    }
  }

  private static func capitalised(_ words: Int, _ random: inout Randomness) -> String {
    (0..<words).map { _ in
      // From the middle of the vocabulary: names are made of words, but not of "the" and "of".
      Vocabulary.english.words[100 + random.below(4_000)].capitalized
    }.joined(separator: " ")
  }
}
