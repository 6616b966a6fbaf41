import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// An edit of one file reaches records that are tied to it through another one.
@Suite("What an edit means to others")
struct IndirectRelationTests {
  private static let files = [
    "people/ada.json": #"{"id": "ada", "name": "Ada"}"#,
    "organisations/quay.json": #"{"id": "quay", "name": "Quay"}"#,
    "organisations/pier.json": #"{"id": "pier", "name": "Pier"}"#,
    "events/stop.json": """
    {"id": "stop", "name": "Stop", "attendees": [
      {"person_id": "ada", "organization_id": "quay"}, {"person_id": "bob", "on_behalf_of_id": "pier"}]}
    """,
    "delegations/one.json": #"{"id": "one", "name": "One", "event_ids": ["stop"]}"#,
  ]

  /// A catalogue that saw one file change after it was built.
  private func edited(_ path: String, _ text: String) throws -> Catalogue {
    let fixture = try Fixture(Self.files)
    let edited = try fixture.updated()
    try fixture.write(text, to: path)
    _ = try edited.update(UpdateScope(paths: [path]))
    let fresh = try Catalogue(directory: DataDirectory(path: fixture.folder), folder: nil)
    _ = try fresh.update()
    #expect(try Picture.of(edited) == Picture.of(fresh))
    return edited
  }

  @Test("A delegation is found by the new name of somebody it met")
  func aDelegationIsFoundByTheNewNameOfSomebodyItMet() throws {
    let catalogue = try edited("people/ada.json", #"{"id": "ada", "name": "Grace"}"#)
    #expect(try catalogue.ids(.delegations, "grace") == ["one"])
  }

  @Test("Organisations that were there are found by a delegation that is said later to have come")
  func organisationsThatWereThereAreFoundByADelegationThatIsSaidLaterToHaveCome() throws {
    let catalogue = try edited("delegations/two.json", #"{"id": "two", "name": "Two", "event_ids": ["stop"]}"#)
    #expect(try Set(catalogue.ids(.organisations, "delegation:two")) == ["quay", "pier"])
  }

  @Test("An organisation is found by the event and the delegation at which somebody stood for it")
  func anOrganisationIsFoundByTheEventAndTheDelegationAtWhichSomebodyStoodForIt() throws {
    let event = #"{"id": "next", "name": "Next", "attendees": [{"person_id": "ada", "on_behalf_of_id": "pier"}]}"#
    #expect(try edited("events/next.json", event).ids(.organisations, "event:next") == ["pier"])
    let delegation = #"{"id": "two", "name": "Two", "members": [{"person_id": "ada", "on_behalf_of_id": "pier"}]}"#
    #expect(try edited("delegations/two.json", delegation).ids(.organisations, "delegation:two") == ["pier"])
  }
}
