import Testing

@testable import NewsroomModel

@Suite("Popolo as it is published")
struct PublishedPopoloTests {
  private func memberships(_ text: String) -> [String] {
    let file = TextOfFile(text, path: "all.json", kind: nil)
    return file.records.flatMap { located -> [String] in
      guard case .person(let person) = located.record else { return [] }
      return person.memberships.map { membership in
        [
          membership.role, membership.organizationID, membership.onBehalfOfID, membership.startDate?.description,
          membership.endDate?.description,
        ].map { $0 ?? "-" }.joined(separator: " | ")
      }
    }
  }

  @Test("Role and organisation of a membership are those of its post")
  func roleAndOrganisationOfAMembershipAreThoseOfItsPost() {
    let text = """
      {"persons": [{"id": "p", "name": "Bo"}], "organizations": [{"id": "house", "name": "House"}],
       "posts": [{"id": "post", "label": "Member for Northford", "organization_id": "house"}],
       "memberships": [{"person_id": "p", "post_id": "post", "on_behalf_of_id": "g", "start_date": "2010"}]}
      """
    #expect(memberships(text) == ["Member for Northford | house | g | 2010 | -"])
  }

  @Test("Memberships of two legislatures are told apart by their periods and areas")
  func membershipsOfTwoLegislaturesAreToldApartByTheirPeriodsAndAreas() {
    let text = """
      {"persons": [{"id": "p", "name": "Ada"}], "organizations": [], "areas": [{"id": "a", "name": "Northford"}],
       "events": [{"id": "t", "name": "First", "start_date": "2010-05-01", "end_date": "2014-04-30"}],
       "memberships": [{"person_id": "p", "organization_id": "o", "role": "member", "area_id": "a", "legislative_period_id": "t"}]}
      """
    #expect(memberships(text) == ["member (Northford) | o | - | 2010-05-01 | 2014-04-30"])
  }

  @Test("Memberships may stand in an organisation, and a person or organisation in a membership")
  func membershipsMayStandInAnOrganisationAndAPersonOrOrganisationInAMembership() {
    let inside = """
      {"persons": [{"id": "p", "name": "Ada"}], "organizations": [{"id": "o", "name": "O", "memberships": [
        {"role": "Chair", "person_id": "p"}, {"role": "Clerk", "person": {"id": "q", "name": "Bo"}}]}]}
      """
    #expect(memberships(inside) == ["Chair | o | - | - | -", "Clerk | o | - | - | -"])
    let file = TextOfFile(
      #"{"persons": [{"id": "p", "name": "A", "memberships": [{"role": "R", "organization": {"id": "o", "name": "O"}}]}]}"#,
      path: "all.json", kind: nil)
    #expect(file.records.map(\.record.address.description) == ["person:p", "organisation:o"])
  }

  @Test("A name may be in parts, and other names do not repeat it")
  func aNameMayBeInPartsAndOtherNamesDoNotRepeatIt() {
    let text = """
      {"persons": [{"id": "p1", "given_name": "Ada", "family_name": "Brook"},
        {"id": "p2", "other_names": [{"note": "Main", "given_name": "Bo", "family_name": "Cole"}]},
        {"id": "p3", "name": "Cy", "other_names": [{"name": "Cy", "note": "multilingual"}, {"name": "Sy"}]}],
       "organizations": []}
      """
    let file = TextOfFile(text, path: "all.json", kind: nil)
    let people = file.records.compactMap { if case .person(let person) = $0.record { person } else { nil } }
    #expect(people.map(\.name) == ["Ada Brook", "Bo Cole", "Cy"])
    #expect(people.map { $0.otherNames.map(\.name) } == [[], [], ["Sy"]])
    #expect(file.problems.map(\.code) == [.dialect])
  }

  @Test("An attendee may be a person with an id, and keys of Popolo that newsroom has no use for are passed over")
  func anAttendeeMayBeAPersonWithAnIdAndKeysOfPopoloThatNewsroomHasNoUseForAre() {
    let event = TextOfFile(
      #"{"id": "e", "name": "E", "attendees": [{"id": "p"}], "area_id": "a"}"#, path: "events/e.json", kind: .event)
    guard case .event(let read)? = event.records.first?.record else { return #expect(Bool(false)) }
    #expect(read.attendees.map(\.personID) == ["p"] && event.problems == [])
    let party = TextOfFile(
      #"{"id": "o", "name": "O", "posts": [], "slug": "o", "register": "North"}"#, path: "organisations/o.json",
      kind: .organisation)
    #expect(party.problems == [])
  }
}
