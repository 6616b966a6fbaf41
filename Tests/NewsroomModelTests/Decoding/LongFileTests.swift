import NewsroomTestSupport
import Testing

@testable import NewsroomModel

/// What takes time grows with what is read, however much is wrong in it.
@Suite("Long files")
struct LongFileTests {
  @Test("An array of records with something wrong in each, on many lines or on one", arguments: ["\n", ""])
  func anArrayOfRecordsWithSomethingWrongInEachOnManyLinesOrOnOne(space: String) {
    let unit = #"{"id": "x", "name": "N", "zork": 1, "zork": 2, "start_date": "é"},"# + space
    #expect(Growth.isLinear(unit, from: 300) { _ = TextOfFile("[\($0){}]").problems })
  }

  @Test("A collection with something wrong in each of its records")
  func aCollectionWithSomethingWrongInEachOfItsRecords() {
    let unit = #"{"person_id": "x", "role": "R"},"#
    #expect(
      Growth.isLinear(unit, from: 500) {
        _ = TextOfFile(#"{"persons": [{"id": "p"}], "memberships": [\#($0){}]}"#, path: "all.json", kind: nil).problems
      })
  }

  @Test("A delegation of which no member is known")
  func aDelegationOfWhichNoMemberIsKnown() {
    let makeCheck = { (count: Int) -> (TemporaryDirectory?, DataDirectory?) in
      let members = (0..<count).map { #"{"person_id": "x\#($0)", "role": "R"}"# }
      let folder = try? TemporaryDirectory()
      try? folder?.write(
        #"{"id": "d", "name": "D", "members": [\#(members.joined(separator: ","))]}"#, to: "delegations/d.json")
      return (folder, folder.flatMap { try? DataDirectory(path: $0.path) })
    }
    var fewest = Int.max
    #expect(Growth.isLinear(from: 250, makeCheck) { fewest = min(fewest, $0.1?.check().count ?? 0) })
    #expect(fewest == 250)
  }

  @Test("Reading each record of a feed or a collection again", arguments: [RecordKind.article, .person])
  func readingEachRecordOfAFeedOrACollectionAgain(kind: RecordKind) {
    let make = { (count: Int) -> (TemporaryDirectory?, DataDirectory?, [RecordLocation]) in
      let records = (0..<count).map { #"{"id": "r\#($0)", "title": "T", "name": "N"}"# }.joined(separator: ",")
      let text =
        kind == .person
        ? #"{"persons": [\#(records)], "organizations": []}"#
        : #"{"version": "https://jsonfeed.org/version/1", "items": [\#(records)]}"#
      let folder = try? TemporaryDirectory()
      try? folder?.write(text, to: "all.json")
      let data = folder.flatMap { try? DataDirectory(path: $0.path) }
      var places: [RecordLocation] = []
      for file in data?.files() ?? [] { _ = data?.read(file) { places.append($0.location) } }
      return (folder, data, places)
    }
    var fewest = Int.max
    let isLinear = Growth.isLinear(from: 100, make) { input in
      fewest = min(fewest, input.2.count { input.1?.record(kind, at: $0) != nil })
    }
    #expect(isLinear)
    #expect(fewest == 100)
  }
}
