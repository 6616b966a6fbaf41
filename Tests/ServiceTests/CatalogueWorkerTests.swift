import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel
import NewsroomTestSupport
import Synchronization
import Testing

@testable import newsroom

/// What nobody looks at any more may go unanswered; what was asked for last may not, whenever it was asked.
@Suite("The catalogue's worker", .serialized)
struct CatalogueWorkerTests {
  private static let count = 300
  private let folder: TemporaryFolder
  private let catalogue: Catalogue

  init() throws {
    folder = try TemporaryFolder()
    // Every row has to be explained from its file, which takes long enough to be interrupted.
    let lines = (0..<Self.count).map { index in
      """
      {"uri":"urn:\(index)","headlines":[{"value":"Item \(index)"}],"bodies":[{"contentType":"text/html",\
      "value":"<p>\(String(repeating: "hay stack straw ", count: 60)) needle</p>"}]}
      """
    }
    let directory = try folder.dataDirectory(file: "all.jsonl", lines.joined(separator: "\n"))
    catalogue = try Catalogue(directory: directory, folder: folder.path("cache"))
    _ = try catalogue.update()
  }

  @Test("However questions follow one another, the last of each kind is answered", arguments: 1...3)
  func howeverQuestionsFollowOneAnotherTheLastOfEachKindIsAnswered(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let mailbox = try Mailbox()
    let worker = CatalogueWorker(catalogue: catalogue, mailbox: mailbox) {}
    worker.start()
    defer { worker.close() }
    for round in 0..<60 {
      var awaited: [String: Question] = [:]
      var messages: [Message] = []
      for _ in 0...random.below(8) {
        for (kind, effect) in Self.questions(&random) {
          // A list that is looked at no more is not counted any more.
          if kind == "rows" { awaited["count"] = nil }
          awaited[kind] = effect
          worker.submit(effect)
        }
        usleep(UInt32(random.below(random.below(4) == 0 ? 20_000 : 1_500)))
        messages += mailbox.takeAll()
      }
      try Deadline.wait(for: "the answers to \(awaited) of round \(round) with seed \(seed), not \(messages)") {
        messages += mailbox.takeAll()
        return awaited.values.allSatisfy { effect in messages.contains { Self.answers($0, effect) } }
      }
    }
  }

  @Test("The same question asked again and again, as while files are read, is answered in between")
  func theSameQuestionAskedAgainAndAgainAsWhileFilesAreReadIsAnsweredInBetween() throws {
    let mailbox = try Mailbox()
    let worker = CatalogueWorker(catalogue: catalogue, mailbox: mailbox) {}
    worker.start()
    defer { worker.close() }
    let question = Question.fetchRows(ListRequest(.articles, query: "needle"), 0..<200)
    try Deadline.wait(for: "an answer") {
      worker.submit(question)
      return mailbox.takeAll().contains { Self.answers($0, question) }
    }
  }

  @Test("Where web pages and files are found, and that a record names none or is gone")
  func whereWebPagesAndFilesAreFoundAndThatARecordNamesNoneOrIsGone() throws {
    let mailbox = try Mailbox()
    let worker = CatalogueWorker(catalogue: catalogue, mailbox: mailbox) {}
    worker.start()
    defer { worker.close() }
    let (one, none) = (RecordAddress(.article, "urn:1"), RecordAddress(.article, "urn:none"))
    for (question, answer) in [
      (Question.findSources([one, none]), Message.sourcesFound(of: [one, none], [])),
      (.findFile(none), .fileFound(of: none, nil)),
      (.findFile(one), .fileFound(of: one, try catalogue.location(of: one))),
    ] {
      worker.submit(question)
      try Deadline.wait(for: "\(answer)") { mailbox.takeAll().contains(answer) }
    }
  }

  @Test("A catalogue that is damaged each time it is built anew is given up, and does not run for ever")
  func aCatalogueThatIsDamagedEachTimeItIsBuiltAnewIsGivenUpAndDoesNotRunFor() throws {
    let cache = folder.path("cache")
    let damage: @Sendable () -> Void = {
      for file in (try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? [] where !file.hasSuffix(".lock") {
        guard let handle = FileHandle(forWritingAtPath: cache + "/" + file) else { continue }
        try? handle.write(contentsOf: Data(repeating: 0x5A, count: 400_000))
      }
    }
    let replaced = Atomic(0)
    let mailbox = try Mailbox()
    let worker = CatalogueWorker(catalogue: catalogue, mailbox: mailbox) {
      replaced.add(1, ordering: .relaxed)
      damage()
    }
    damage()
    worker.start()
    defer { worker.close() }
    let question = Question.findFile(RecordAddress(.article, "urn:1"))
    worker.submit(question)
    try Deadline.wait(for: "the end of it") {
      mailbox.takeAll().contains { if case .questionFailed(question, _) = $0 { true } else { false } }
    }
    #expect(replaced.load(ordering: .relaxed) == 4)
  }

  /// What a key may lead to: rows and then, as it may be, their number, a preview, a page.
  private static func questions(_ random: inout SeededGenerator) -> [(String, Question)] {
    let address = RecordAddress(.article, "urn:\(random.below(count))")
    let request = ListRequest(.articles, query: random.below(2) == 0 ? "needle" : "\"item \(random.below(count))\"")
    switch random.below(4) {
    case 0: return [("rows", .fetchRows(request, 0..<200))]
    case 1: return [("rows", .fetchRows(request, 0..<40)), ("count", .countRows(request)), ("totals", .countTotals)]
    case 2: return [("page", .openRecord(address))]
    default: return [("preview", .previewRecord(address))]
    }
  }

  /// Whether a message is the right answer to a question.
  private static func answers(_ message: Message, _ effect: Question) -> Bool {
    switch (message, effect) {
    case (.rowsFetched(let page), .fetchRows(let request, let range)):
      page.request == request && page.rows.count == (request.query == "needle" ? range.count : 1)
    case (.rowsCounted(let counted, let number), .countRows(let request)):
      counted == request && number == (request.query == "needle" ? count : 1)
    case (.recordPreviewed(_, let page), .previewRecord(let address)): page?.address == address
    case (.recordOpened(_, let page), .openRecord(let address)): page?.address == address
    case (.totalsCounted(let totals), .countTotals): totals.records[.article] == count
    default: false
    }
  }
}
