import Foundation
import NewsroomModel
import Testing

@Suite("Checking a whole directory")
struct DataCheckTests {
  private func check(_ fixture: String, files: [String]? = nil) throws -> [String] {
    try DataDirectory(path: Places.fixtures + "/" + fixture).check(files: files).map(\.description)
  }

  @Test("A good directory has no problem")
  func good() throws { #expect(try check("one-visit") == []) }

  @Test("Every fault is said, sorted by file and place")
  func broken() throws {
    let expected = try String(contentsOfFile: Places.fixtures + "/broken-problems.txt", encoding: .utf8)
    #expect(try check("broken") == expected.split(separator: "\n").map(String.init))
  }

  @Test("Only the files that are named are reported on, against all others")
  func someFiles() throws {
    let problems = try check("broken", files: ["delegations/d.json", "people/none.json"])
    #expect(Set(problems.compactMap { $0.split(separator: ":").first }) == ["delegations/d.json", "people/none.json"])
    #expect(problems.contains { $0.contains("E301 /on_behalf_of_ids/1: unknown organisation \"othr\"") })
  }

  @Test("A broken directory is loaded as far as it goes, the first of two records of one id")
  func load() throws {
    let newsroom = try DataDirectory(path: Places.fixtures + "/broken").load()
    #expect(newsroom.people.map(\.name) == ["Ann Lee", "Ben Ode"])
    #expect(newsroom.person("ann")?.memberships.count == 2)
    #expect(newsroom.organisations.map(\.id) == ["bureau", "house", "tower", "other"])
    #expect(newsroom.articles.map(\.uri) == ["a", "b"])
    #expect(newsroom.delegation("d")?.members.map(\.personID) == ["ann"])
    #expect(newsroom.settings.name == "A newsroom with every fault")
    #expect(newsroom.location(of: RecordAddress(.person, "ben"))?.line == 5)
    #expect(newsroom.problems == (try DataDirectory(path: Places.fixtures + "/broken").check()))
  }
}
