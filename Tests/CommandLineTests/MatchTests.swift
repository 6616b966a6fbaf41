import Foundation
import NewsroomTestSupport
import Testing

@testable import newsroom

@Suite("Matching a list of guests")
struct MatchTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  private static let guests = tests.appending(path: "Fixtures/guests.csv")

  private struct Row: Decodable {
    struct Candidate: Decodable {
      var id: String
      var score: Double
      var match: Bool
    }
    var query: String
    var status: String
    var result: [Candidate]
  }

  private func run(_ arguments: [String]) throws -> Command.Outcome {
    let folder = try TemporaryFolder()
    let program = BuiltProducts.program("newsroom").path()
    let data = Self.tests.appending(path: "../data").standardized.path()
    let environment = ["HOME": folder.path("."), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    return try Command.run([program, "match", "--data", data] + arguments, environment: environment)
  }

  /// Half of the 200 are people of the sample, spelled as people do in Latin, Cyrillic, Greek, Arabic and Chinese letters; the rest are
  /// not in it, forty of them made of its given and family names.
  @Test func knowsTheKnownGuestsAndFewOthers() throws {
    let outcome = try run([Self.guests.path(), "--json"])
    let rows = try JSONDecoder().decode([String: Row].self, from: Data(outcome.output.utf8))
    let expected = DelimitedText(try String(contentsOf: Self.guests, encoding: .utf8)).rows.dropFirst().map { $0[2] }
    try #require(rows.count == 200 && expected.count == 200)
    var (right, wrong, found): (Double, Double, Double) = (0, 0, 0)
    for (index, id) in expected.enumerated() {
      let row = try #require(rows["q\(index)"])
      if row.status == "known" { if row.result.first?.id == id { right += 1 } else { wrong += 1 } }
      if !id.isEmpty, row.status != "unknown", row.result.contains(where: { $0.id == id }) { found += 1 }
    }
    #expect(right / (right + wrong) >= 0.98, "\(right) right, \(wrong) wrong")
    #expect(found / 100 >= 0.95, "\(found) found")
  }

  @Test(
    "reads lines and tables with columns in any order",
    arguments: [
      ("Svein Oestveit\n", ["Svein Oestveit"]),
      ("1. Svein Oestveit, IBE\n• Tao Zhan\n", ["Svein Oestveit, IBE", "Tao Zhan"]),
      ("Institution;Nom de famille;Prénom\nIBE;Oestveit;Svein\n", ["Svein Oestveit"]),
      ("单位\t姓名\r\n\"a \"\"b\"\"\"\t詹涛\r\n", ["詹涛"]), ("\u{FEFF}Name,Role\n\"Lee, Ann\",Head\n", ["Lee, Ann"]), ("", []),
    ])
  func readsLinesAndTablesWithColumnsInAnyOrder(text: String, names: [String]) {
    #expect(GuestList(text).guests.map(\.name) == names)
  }

  @Test func namesThatTheLineGivesWithAnOrganisationAreFoundToo() throws {
    let folder = try TemporaryFolder()
    try "Svein Oestveit, International Bureau of Education\n".write(
      toFile: folder.path("list.txt"), atomically: true, encoding: .utf8)
    let outcome = try run([folder.path("list.txt")])
    #expect(
      outcome.output.hasPrefix(
        "known\tSvein Oestveit, International Bureau of Education\tSvein Oesttveit\tDirector a.i."))
  }

  @Test func pairsWithoutTheirColumnsAreRefused() throws {
    let folder = try TemporaryFolder()
    try "a,b\nc,d\n".write(toFile: folder.path("pairs.csv"), atomically: true, encoding: .utf8)
    let outcome = try run(["--pairs", folder.path("pairs.csv")])
    #expect(outcome.status == 65 && outcome.errors.contains("needs the columns name1 and name2"))
  }
}
