import Foundation
import NewsroomTestSupport
import Testing

@testable import newsroom

@Suite("The journal of the user's state")
struct UserJournalTests {
  private let folder: TemporaryFolder
  private let key = UserState.Key(kind: .note, subject: "person:ji-lili")

  init() throws { folder = try TemporaryFolder() }

  private func journal(_ compactionLimit: Int = 5_000) throws -> UserJournal {
    let journal = UserJournal(path: folder.path("user.jsonl"), compactionLimit: compactionLimit)
    try journal.refresh()
    return journal
  }

  private func tag(_ name: String) -> UserState.Key { UserState.Key(kind: .tag, subject: "person:a", item: name) }

  @Test("Undo and redo go on where another process left off")
  func undoAndRedoGoOnWhereAnotherProcessLeftOff() throws {
    try journal().set(key, to: "one")
    try journal().set(key, to: "two")
    _ = try journal().undo()
    #expect(try journal().state.values == [key: "one"])
    _ = try journal().undo()
    #expect(try journal().state.values == [:])
    #expect(try journal().undo() == nil)
    _ = try journal().redo()
    _ = try journal().redo()
    #expect(try journal().state.values == [key: "two"])
    #expect(try journal().redo() == nil)
    _ = try journal().undo()
    try journal().set(key, to: "three")
    #expect(try journal().redo() == nil)
  }

  @Test("Of two writers at the same time nothing is lost and nothing doubled")
  func concurrentWritersLoseNothing() async throws {
    let path = folder.path("user.jsonl")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in ["a", "b"] {
        group.addTask {
          let journal = UserJournal(path: path, compactionLimit: 150)
          for number in 0..<200 {
            try journal.set(UserState.Key(kind: .tag, subject: "person:\(writer)", item: "\(number)"), to: "")
          }
        }
      }
      try await group.waitForAll()
    }
    let state = try journal().state
    #expect(state.values.count == 400)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(separator: "\n").count == 400)
  }

  @Test("Wherever the last line was cut off, all before it is there, and the next change too")
  func whereverTheLastLineWasCutOffAllBeforeItIsThereAndTheNextChangeToo() throws {
    for number in 0..<3 { try journal().set(tag("\(number)"), to: "") }
    let path = folder.path("user.jsonl")
    let whole = try Data(contentsOf: URL(filePath: path))
    let lastLine = whole.split(separator: UInt8(ascii: "\n")).last?.count ?? 0
    for cut in 1...lastLine {
      try whole.dropLast(1 + cut).write(to: URL(filePath: path))
      #expect(try journal().state.values.keys.contains(tag("1")))
      try journal().set(tag("next"), to: "")
      let keys = Set(try journal().state.values.keys)
      #expect(keys == [tag("0"), tag("1"), tag("next")])
    }
  }

  @Test("Compaction keeps every value and the last changes that can be undone")
  func compactionKeepsValuesAndUndo() throws {
    let small = try journal(500)
    for number in 0..<600 { try small.set(key, to: "\(number)") }
    let lines = try String(contentsOfFile: small.path, encoding: .utf8).split(separator: "\n").count
    #expect(lines < 500)
    #expect(try journal().state.values == [key: "599"])
    for _ in 0..<UserJournal.keptChanges { #expect(try small.undo() != nil) }
    #expect(try journal().state.values[key].flatMap(Int.init).map { $0 < 400 } == true)
  }

  @Test("The file is for the user alone, and a line that is not understood stays in it")
  func filePermissionsAndForeignLines() throws {
    let path = folder.path("user.jsonl")
    try "{\"of\": \"a later version\"}\n".write(toFile: path, atomically: false, encoding: .utf8)
    let journal = try journal(0)
    try journal.set(key, to: "one")
    #expect(journal.unreadableLines == 1)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("{\"of\": \"a later version\"}\n"))
    try FileManager.default.removeItem(atPath: path)
    try self.journal().set(key, to: "two")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
