import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("A snapshot of the catalogue")
struct SnapshotTests {
  @Test("It answers as of its moment while another catalogue writes")
  func itAnswersAsOfItsMomentWhileAnotherCatalogueWrites() throws {
    let fixture = try Fixture(Visit.files)
    let (catalogue, writer) = (try fixture.updated(), try fixture.catalogue())
    let snapshot = try catalogue.snapshot()
    let before = try catalogue.ids(.articles)
    try fixture.write(#"{"uri": "urn:more"}"#, to: "articles/more.json")
    _ = try writer.update()
    #expect(try snapshot.ids(.articles) == before)
    #expect(try catalogue.ids(.articles).contains("urn:more"))
    #expect(try catalogue.snapshot().ids(.articles).contains("urn:more"))
  }
}
