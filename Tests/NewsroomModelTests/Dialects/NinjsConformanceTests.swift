import Testing

@testable import NewsroomModel

@Suite("ninjs, held against IPTC's own files", .enabled(if: Places.conformance != nil))
struct NinjsConformanceTests {
  private static let suite = "ninjs/validation/test_suite/"

  private static func files(_ folders: [String]) -> [String] {
    folders.flatMap { folder in
      Places.conformanceFiles(folder).filter { $0.hasSuffix(".json") }.map { folder + "/" + $0 }
    }
  }

  static let examples = files(["ninjs/examples/1.4", "ninjs/examples/3.0", "ninjs/examples/3.0/collection"])
  static let mustPass = files([suite + "1.0/should_pass", suite + "3.0/should_pass"])
  static let mustFail = files([suite + "1.0/should_fail", suite + "3.0/should_fail"])

  /// What a problem must name. Absent: 014 and 016 of version 1.0, which a later 1.x allows.
  static let offendingKeys = [
    "1.0/should_fail/001_no_uri_declared.json": "uri",
    "1.0/should_fail/002_type_invalid.json": "type",
    "1.0/should_fail/003_malformed_property.json": "mime_type",
    "1.0/should_fail/004_representationtype_invalid.json": "representationtype",
    "1.0/should_fail/005_profile_must_be_string.json": "profile",
    "1.0/should_fail/006_version_must_be_string.json": "version",
    "1.0/should_fail/007_pubstatus_cancelled.json": "pubstatus",
    "1.0/should_fail/008_usageterms_object.json": "usageterms",
    "1.0/should_fail/009_body_text_with_cr.json": "body_text",
    "1.0/should_fail/010_body_must_be_string.json": "body_invalid",
    "1.0/should_fail/011_description_must_be_string.json": "description_invalid",
    "1.0/should_fail/012_location_not_object.json": "location",
    "1.0/should_fail/013_person_not_string.json": "person",
    "1.0/should_fail/015_pubstatus_commissioned.json": "pubstatus",
    "1.0/should_fail/017_description_extension.json": "description_*&^%",
    "3.0/should_fail/001_bad_geojson.json": "geojson",
    "3.0/should_fail/001_bad_toplevel.json": "random",
    "3.0/should_fail/002_bad_association.json": "i_can_put_anything",
    "3.0/should_fail/003_event_with_conflicting_start.json": "expectedStartDate",
    "3.0/should_fail/004_event_with_renditions.json": "expectedStartDate",
    "3.0/should_fail/004_invalid_truncated_date.json": "expectedStartDate",
    "3.0/should_fail/005_planned_coverage_bad_urgency.json": "urgency",
    "3.0/should_fail/006_bad_urgency.json": "urgency",
  ]

  @Test("Every example is read, with a title to list it by", arguments: examples)
  func everyExampleIsReadWithATitleToListItBy(_ path: String) throws {
    let file = try TextOfFile(conformance: path, kind: .article)
    #expect(file.errors == [])
    #expect(!file.articles.isEmpty)
    for article in file.articles { #expect(article.headline != nil || article.summary != nil || article.uri != "") }
  }

  @Test("What must pass passes without an error", arguments: mustPass)
  func whatMustPassPassesWithoutAnError(_ path: String) throws {
    let file = try TextOfFile(conformance: path, kind: .article)
    #expect(file.errors == [])
    #expect(file.articles.count == 1)
  }

  @Test("What must fail has a problem that names the key", arguments: offendingKeys.sorted(by: <))
  func whatMustFailHasAProblemThatNamesTheKey(_ path: String, _ key: String) throws {
    let file = try TextOfFile(conformance: Self.suite + path, kind: .article)
    let named = file.problems.filter { $0.pointer?.contains(key) == true || $0.message.contains("\"\(key)") }
    #expect(!named.isEmpty, "\(file.problems)")
    #expect(named.allSatisfy { $0.line != nil && $0.column != nil })
  }

  @Test("Every must-fail file is in the table, but the two that a later version allows")
  func everyMustFailFileIsInTheTableButTheTwoThatALaterVersionAllows() {
    let known = Set(Self.offendingKeys.keys.map { Self.suite + $0 })
    let others = Self.mustFail.filter { !known.contains($0) }.map { $0.dropFirst(Self.suite.count) }
    #expect(
      others == ["1.0/should_fail/014_type_component.json", "1.0/should_fail/016_infosource.json"])
  }
}
