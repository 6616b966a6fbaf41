import Foundation
import NewsroomModel
import Testing

@Suite("Looking at some paths of a data directory")
struct ChangedPathsTests {
  private static let files = [
    "articles/2024/a.json", "articles/2024/b.json", "articles/2024.json", "articles/c.jsonl", "people.json",
    "people/p.json", "notes/n.json", "articles/.hidden/h.json", "articles/2024/.x.json",
  ]

  private func directory() throws -> (TemporaryDirectory, DataDirectory) {
    let temporary = try TemporaryDirectory()
    for file in Self.files { try temporary.write("{}", to: file) }
    return (temporary, try DataDirectory(path: temporary.path))
  }

  private static let cases: [(paths: Set<String>, found: [String])] = [
    (["articles"], ["articles/2024.json", "articles/2024/a.json", "articles/2024/b.json", "articles/c.jsonl"]),
    (["articles/2024", "articles/2024/a.json"], ["articles/2024/a.json", "articles/2024/b.json"]),
    (["people/p.json", "people.json", "articles/c.jsonl"], ["articles/c.jsonl", "people.json", "people/p.json"]),
    (["articles/gone.json", "gone/a.json"], []), (["notes", "notes/n.json"], []),
    (["articles/.hidden", "articles/.hidden/h.json", "articles/2024/.x.json"], []), ([], []),
  ]

  @Test("finds what a walk of everything finds there, and nothing else", arguments: cases)
  func findsWhatAWalkOfEverythingFindsThereAndNothingElse(paths: Set<String>, found: [String]) throws {
    let (temporary, directory) = try directory()
    let part = directory.walk(paths: paths)
    #expect(part.files.map(\.path) == found)
    #expect(Set(part.files).isSubset(of: directory.walk().files))
    withExtendedLifetime(temporary) {}
  }

  @Test(
    "A file that breaks off is unfinished for a moment after it was written, not later",
    arguments: [("{\"a\": ", 0.0, true), ("{\"a\": ", -2, false), ("{\"a\": ", 3600, false), ("{}", 0, false)])
  func aFileThatBreaksOffIsUnfinishedForAMomentAfterItWasWrittenNotLater(text: String, age: Double, isUnfinished: Bool)
    throws
  {
    let (temporary, directory) = try directory()
    try temporary.write(text, to: "articles/c.jsonl")
    let path = temporary.path + "/articles/c.jsonl"
    let time = Date().addingTimeInterval(age)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    let file = try #require(directory.walk(paths: ["articles/c.jsonl"]).files.first)
    #expect(directory.isUnfinished(file) == isUnfinished)
  }
}
