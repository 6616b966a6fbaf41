import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// Relations that only Popolo's own files have tie records as ours do.
@Suite("Ties of Popolo")
struct PopoloTieTests {
  @Test("A membership on behalf of a party ties the person to the party, which its page and its list show")
  func aMembershipOnBehalfOfAPartyTiesThePersonToThePartyWhichItsPageAndItsList() throws {
    let fixture = try Fixture([
      "popolo.json": """
      {"persons": [{"id": "p", "name": "Jane Doe"}],
       "organizations": [{"id": "house", "name": "Parliament"}, {"id": "party", "name": "The Party"}],
       "memberships": [{"person_id": "p", "organization_id": "house", "on_behalf_of_id": "party", "role": "Member"}]}
      """
    ])
    let catalogue = try fixture.updated()
    #expect(try catalogue.ids(.people, "org:party") == ["p"])
    #expect(try catalogue.ids(.organisations, "person:p").sorted() == ["house", "party"])
    #expect(try catalogue.section(.people, of: "organisation:party") == ["Jane Doe | Member, Parliament"])
    #expect(try catalogue.section(.roles, of: "person:p") == ["Member, Parliament | for The Party"])
    try fixture.write(
      #"{"persons": [{"id": "p", "name": "Jane Doe"}], "organizations": [{"id": "party", "name": "The Party"}]}"#,
      to: "popolo.json")
    _ = try catalogue.update()
    #expect(try catalogue.ids(.people, "org:party") == [])
  }

  @Test("The organisation of an event is one of its organisers, once")
  func theOrganisationOfAnEventIsOneOfItsOrganisersOnce() throws {
    let fixture = try Fixture([
      "organisations.json": #"[{"id": "o", "name": "O"}, {"id": "host", "name": "H"}]"#,
      "events.json": """
      [{"id": "e", "name": "E", "organization_id": "o", "organizers": [{"organization_id": "host", "role": "host"}]},
       {"id": "f", "name": "F", "organization_id": "host", "organizers": [{"organization_id": "host", "role": "host"}]}]
      """,
    ])
    let catalogue = try fixture.updated()
    #expect(try catalogue.ids(.events, "org:o") == ["e"])
    #expect(try catalogue.section(.organisers, of: "event:e") == ["H | host", "O"])
    #expect(try catalogue.section(.organisers, of: "event:f") == ["H | host"])
  }

  @Test("Delegations and people are found by the programmes of their events; what tells organisations nothing is said")
  func delegationsAndPeopleAreFoundByTheProgrammesOfTheirEventsWhatTells() throws {
    let catalogue = try Fixture([
      "programmes.json": #"{"id": "prog", "name": "Programme"}"#,
      "events.json": #"{"id": "e", "name": "E", "programme_ids": ["prog"], "attendees": [{"person_id": "p"}]}"#,
      "people.json": #"[{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}]"#,
      "delegations.json": #"[{"id": "d", "name": "D", "event_ids": ["e"]}, {"id": "x", "name": "X"}]"#,
      "organisations.json": #"{"id": "o", "name": "O"}"#,
    ]).updated()
    for (list, id) in [(ListKind.delegations, "d"), (.people, "p"), (.events, "e")] {
      #expect(try catalogue.ids(list, "programme:prog") == [id])
    }
    for query in ["role:Rector", "place:Geneva"] {
      let problems = try catalogue.page(ListRequest(.organisations, query: query), range: 0..<1).queryProblems
      #expect(problems.first?.message.contains("tells no organisations apart and is left out here.") == true)
    }
  }
}
