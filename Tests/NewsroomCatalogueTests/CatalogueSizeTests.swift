import GRDB
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("How large a catalogue is")
struct CatalogueSizeTests {
  @Test("Little data have small pages, much have large ones", arguments: [(1, 4_096), (9_000_000, 16_384)])
  func littleDataHaveSmallPagesMuchHaveLargeOnes(padding: Int, wanted: Int) throws {
    let article = #"{"uri": "urn:a", "headlines": [{"value": "A"}]}"# + String(repeating: " ", count: padding)
    let catalogue = try Fixture(["articles/a.json": article]).updated()
    #expect(try catalogue.asking { try Int.fetchOne($0, sql: "PRAGMA page_size") } == wanted)
    #expect(try catalogue.ids(.articles) == ["urn:a"])
  }
}
