import Foundation
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

struct ContactTests {
  private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../data").standardizedFileURL.path

  private static func catalogue(_ folder: String) throws -> Catalogue {
    let catalogue = try Catalogue(directory: DataDirectory(path: folder), folder: nil)
    _ = try catalogue.update()
    return catalogue
  }

  private static func organisation(_ id: String) -> Party { .record(RecordAddress(.organisation, id)) }
  private static func person(_ id: String) -> Party { .record(RecordAddress(.person, id)) }

  private static func figures(_ partners: [Partner]) -> [String: PlainRelationScan.Figure] {
    Dictionary(
      uniqueKeysWithValues: partners.map {
        ($0.institution.address.id, .init(contacts: $0.contacts, met: $0.met, joint: $0.joint))
      })
  }

  /// Compares all partners of a directory with the plain scan.
  private static func compare(_ folder: String) throws {
    let (catalogue, scan) = try (catalogue(folder), PlainRelationScan(folder))
    for id in scan.organisations.keys.sorted() where scan.institution(id) == id {
      let partners = try catalogue.partners(of: organisation(id), includesPresent: true)
      #expect(figures(partners) == scan.partners(ofInstitution: id), "\(id)")
    }
    for id in scan.people.keys.sorted() {
      let partners = try catalogue.partners(of: person(id), includesPresent: true)
      #expect(figures(partners) == scan.partners(ofPerson: id), "\(id)")
    }
  }

  @Test func partnersOfTheSampleAreThoseOfAPlainScan() throws { try Self.compare(Self.sample) }

  @Test(arguments: 1...6) func partnersOfGeneratedDirectoriesAreThoseOfAPlainScan(seed: UInt64) throws {
    let fixture = try Fixture(GeneratedRelations(seed: seed).files)
    try Self.compare(fixture.folder)
    try Self.checkRules(Self.catalogue(fixture.folder), PlainRelationScan(fixture.folder).organisations.keys.sorted())
  }

  /// Symmetry, figures that open, histories that mirror one another.
  private static func checkRules(_ catalogue: Catalogue, _ ids: [String]) throws {
    for id in ids {
      for partner in try catalogue.partners(of: organisation(id), includesPresent: true) {
        let other = partner.institution.address.id
        let history = try catalogue.history(organisation(id), organisation(other))
        #expect(history.contacts.count == partner.contacts, "\(id) \(other)")
        #expect(history.contacts.count { $0.strength == .met } == partner.met)
        #expect(history.contacts.allSatisfy { !$0.left.isEmpty && !$0.right.isEmpty })
        let mirror = try catalogue.history(organisation(other), organisation(id))
        #expect(mirror.contacts.map(\.occasion) == history.contacts.map(\.occasion))
        #expect(mirror.contacts.map(\.strength) == history.contacts.map(\.strength))
        #expect(mirror.contacts.map(\.left) == history.contacts.map(\.right))
      }
    }
  }

  @Test func everyFigureOfTheSampleOpensToAsManyContacts() throws {
    let scan = try PlainRelationScan(Self.sample)
    let ids = scan.organisations.keys.sorted().filter { scan.institution($0) == $0 }
    try Self.checkRules(Self.catalogue(Self.sample), ids.enumerated().filter { $0.offset % 12 == 0 }.map(\.element))
  }

  // MARK: The cases of the issue

  @Test func partnersAreTheSameWhicheverPageIsRead() throws {
    let catalogue = try Self.catalogue(Self.sample)
    let partners = try catalogue.partners(of: Self.organisation("unesco-ichei"))
    let unesco = try #require(partners.first { $0.institution.address.id == "unesco" })
    let back = try #require(
      try catalogue.partners(of: Self.organisation("unesco")).first { $0.institution.address.id == "unesco-ichei" })
    #expect((unesco.contacts, unesco.met, unesco.joint) == (back.contacts, back.met, back.joint))
    #expect(unesco.dates == back.dates)
    #expect(unesco.dates?.end == (try? PartialDate("2025-12-08")))
  }

  @Test func eachStopIsAnOccasionSoThatIESALCIsAPartner() throws {
    let history = try Self.catalogue(Self.sample).history(
      Self.organisation("unesco-ichei"), Self.organisation("unesco-iesalc"))
    let met = history.contacts.filter { $0.strength == .met }
    #expect(met.map(\.occasion.address.id) == ["2024-09-02-ichei-meets-iesalc"])
    #expect(met.first?.leftSide == .sent)
  }

  @Test func coOrganiserOfAnEventIsAPartner() throws {
    let partners = try Self.catalogue(Self.sample).partners(of: Self.organisation("unesco"))
    let ministry = try #require(partners.first { $0.institution.address.id == "kenya-moe" })
    #expect((ministry.contacts, ministry.joint) == (1, 1))
  }

  @Test func nairobiHasItsContactsWithTheirPeopleAndOutcomes() throws {
    let history = try Self.catalogue(Self.sample).history(
      Self.organisation("unesco-ichei"), Self.organisation("university-of-nairobi"))
    #expect(
      history.contacts.map(\.occasion.address.id) == [
        "2022-01-11-iioe-west-asia-africa-conference", "2022-03-02-ichei-uon-workplan",
        "2022-04-25-uon-smart-classroom", "2022-05-18-whec-2022", "2023-03-13-ichei-at-university-of-nairobi",
      ])
    #expect(history.contacts.map(\.strength) == [.present, .met, .present, .present, .met])
    #expect(history.contacts[1].outcomes.map(\.text) == ["Work priorities for 2022 were agreed."])
    #expect(history.contacts[4].left.compactMap(\.person?.address.id) == ["li-ming", "lu-chun"])
    #expect(history.contacts[4].left.compactMap(\.role) == ["Director", "Deputy Director"])
    #expect(history.years.map(\.count) == [4, 1])
  }

  @Test func periodRegionAndProgrammeNarrowPartners() throws {
    let catalogue = try Self.catalogue(Self.sample)
    let ichei = Self.organisation("unesco-ichei")
    let period = try catalogue.partners(of: ichei, since: PartialDate("2022"), until: PartialDate("2023"))
    #expect(!period.isEmpty)
    #expect(period.allSatisfy { ($0.dates?.start?.year ?? 0) <= 2023 && ($0.dates?.end?.year ?? 0) >= 2022 })
    let africa = try catalogue.partners(of: ichei, region: .region("002"))
    #expect(africa.contains { $0.institution.address.id == "university-of-nairobi" })
    #expect(
      africa.allSatisfy {
        ["KE", "NG", "EG", "DJ", "ET", "UG", "MA", "ZA", "GM", "CM", "NA", "ZM", "TN"].contains($0.country)
      })
    let programme = try catalogue.partners(of: ichei, programme: "no-such-programme")
    #expect(programme.isEmpty)
  }

  @Test func countryHasContactsThroughItsInstitutions() throws {
    let history = try Self.catalogue(Self.sample).history(Self.organisation("unesco-ichei"), .country("KE"))
    #expect(history.contacts.count >= 4)
    #expect(history.contacts.allSatisfy { !$0.right.isEmpty })
  }

  @Test func institutionHasNoContactWithItsOwnUnits() throws {
    let history = try Self.catalogue(Self.sample).history(
      Self.organisation("unesco-ichei"), Self.organisation("ichei-gppo"))
    #expect(history.contacts.isEmpty)
  }

  @Test func cancelledEventIsNoContact() throws {
    let fixture = try Fixture([
      "organisations/a.json": #"[{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]"#,
      "events/e.json": #"""
      [{"id": "e", "name": "E", "status": "cancelled",
        "organizers": [{"organization_id": "a"}, {"organization_id": "b"}]}]
      """#,
    ])
    #expect(try Self.catalogue(fixture.folder).history(Self.organisation("a"), Self.organisation("b")).contacts.isEmpty)
  }

  @Test func partsAreFoldedAsTheirRecordStates() throws {
    func partners(_ part: String) throws -> [String] {
      let fixture = try Fixture([
        "organisations/a.json": #"[{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, \#(part)]"#,
        "events/e.json": #"""
        {"id": "e", "name": "E", "organizers": [{"organization_id": "a"}, {"organization_id": "p"}]}
        """#,
      ])
      return try Self.catalogue(fixture.folder).partners(of: Self.organisation("a")).map(\.institution.address.id)
    }
    #expect(try partners(#"{"id": "p", "name": "P", "parent_id": "b", "classification": "office"}"#) == ["b"])
    #expect(try partners(#"{"id": "p", "name": "P", "parent_id": "b"}"#) == ["b"])
    #expect(
      try partners(#"{"id": "p", "name": "P", "parent_id": "b", "classification": "research institute"}"#) == ["p"])
    #expect(
      try partners(#"{"id": "p", "name": "P", "parent_id": "b", "classification": "office", "is_unit": false}"#) == [
        "p"
      ])
  }
}

/// Directories with relations of every kind: units, sessions, journeys with and without stops.
struct GeneratedRelations {
  private(set) var files: [String: String] = [:]

  init(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func below(_ limit: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(limit))
    }
    func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
    let organisations = (0..<14).map { index -> [String: Any] in
      var record: [String: Any] = ["id": "o\(index)", "name": "Organisation \(index)"]
      if index > 4, below(3) > 0 { record["parent_id"] = "o\(below(index))" }
      if below(2) == 0 { record["classification"] = pick(["office", "university", "research institute", "faculty"]) }
      if below(6) == 0 { record["is_unit"] = below(2) == 0 }
      return record
    }
    let people = (0..<12).map { ["id": "p\($0)", "name": "Person \($0)"] }
    func participants(_ parts: [String]) -> [[String: Any]] {
      (0..<below(5)).map { _ in
        var record: [String: Any] = ["person_id": "p\(below(12))"]
        if below(5) > 0 { record["organization_id"] = "o\(below(15))" }
        if below(5) == 0 { record["on_behalf_of_id"] = "o\(below(14))" }
        if !parts.isEmpty, below(4) > 0 { record["part"] = pick(parts) }
        return record
      }
    }
    let events = (0..<22).map { index -> [String: Any] in
      var record: [String: Any] = ["id": "e\(index)", "name": "Event \(index)", "start_date": "20\(10 + below(9))"]
      if index > 6, below(3) == 0 { record["parent_id"] = "e\(below(index))" }
      record["classification"] = pick(["visit", "conference", "bilateral meeting", "signing"])
      if below(9) == 0 { record["status"] = "cancelled" }
      record["organizers"] = (0..<below(4)).map { _ in
        [
          "organization_id": "o\(below(14))",
          "role": pick(["host", "organiser", "signatory", "sponsor", "participant", "odd"]),
        ]
      }
      record["attendees"] = participants(["counterpart", "speaker", "host", "signatory", "participant"])
      return record
    }
    let delegations = (0..<7).map { index -> [String: Any] in
      [
        "id": "d\(index)", "name": "Delegation \(index)", "start_date": "201\(below(9))",
        "on_behalf_of_ids": (0..<1 + below(2)).map { _ in "o\(below(14))" }, "members": participants([]),
        "event_ids": (0..<below(4)).map { _ in "e\(below(24))" },
      ]
    }
    for (name, records) in [
      ("organisations", organisations), ("people", people), ("events", events), ("delegations", delegations),
    ] {
      let data = try? JSONSerialization.data(withJSONObject: records, options: [.sortedKeys])
      files["\(name)/all.json"] = data.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
