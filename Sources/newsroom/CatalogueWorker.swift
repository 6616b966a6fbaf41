import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel
import Synchronization

/// Asks the catalogue on a thread of its own, so that no key ever waits for the disk.
///
/// Of each kind of question only the newest counts: a newer one takes the place of one that waits, and interrupts one that
/// runs. The same one asked again, because the data have changed, follows it: while a large archive is read they change faster
/// than some questions can be answered, and rows of a moment ago are better than none. What the user looks at first is asked
/// first: rows before previews, previews before counts.
final class CatalogueWorker: Sendable {
  /// Kinds of question, most urgent first.
  enum RequestKind: Int, CaseIterable {
    case rows, location, record, history, loss, place, neighbour, sources, file, names, completion, problems
    case preview, count, facet, totals
  }

  private struct Queue {
    var waiting: [RequestKind: Question] = [:]
    var running: (kind: RequestKind, question: Question)?
    /// How often the catalogue proved damaged since it gave an answer.
    var corruptions = 0
    var isClosed = false
    /// The list of which rows, or their number, were asked last.
    var request: ListRequest?

    /// Whether a question is about a list that nobody looks at any more.
    func isOutdated(_ question: Question) -> Bool {
      if case .countRows(let counted) = question, let request { counted != request } else { false }
    }

    /// Whether the question that runs is to make way: for a newer one of its kind, or for one that is more urgent than those of
    /// which the answers can wait.
    func mustInterrupt(for question: Question) -> Bool {
      guard let running else { return false }
      let kind = RequestKind(question)
      if running.kind == kind { return running.question != question }
      return running.kind.rawValue >= RequestKind.preview.rawValue && kind.rawValue < running.kind.rawValue
    }
  }

  private let catalogue: Catalogue
  private let mailbox: Mailbox
  private let whenReplaced: @Sendable () -> Void
  private let queue = Mutex(Queue())
  private let signal = DispatchSemaphore(value: 0)

  /// - Parameter whenReplaced: called when the catalogue proved damaged and has to be built anew.
  init(catalogue: Catalogue, mailbox: Mailbox, whenReplaced: @escaping @Sendable () -> Void) {
    (self.catalogue, self.mailbox, self.whenReplaced) = (catalogue, mailbox, whenReplaced)
  }

  func start() {
    Thread.start(named: "catalogue", work)
  }

  /// Asks the catalogue. The answer is posted as a message.
  func submit(_ question: Question) {
    let mustInterrupt = queue.withLock { queue in
      if let list = question.listOfRows { queue.request = list }
      queue.waiting[RequestKind(question)] = question
      return queue.mustInterrupt(for: question)
    }
    if mustInterrupt { catalogue.interrupt() }
    signal.signal()
  }

  func close() {
    queue.withLock { $0.isClosed = true }
    catalogue.interrupt()
    signal.signal()
  }

  private func work() {
    while true {
      signal.wait()
      while let question = next() {
        answer(question)
        queue.withLock { $0.running = nil }
      }
      if queue.withLock({ $0.isClosed }) { return }
    }
  }

  private func next() -> Question? {
    queue.withLock { queue in
      guard !queue.isClosed, let kind = queue.waiting.keys.min(by: { $0.rawValue < $1.rawValue }) else { return nil }
      guard let question = queue.waiting.removeValue(forKey: kind) else { return nil }
      queue.running = (kind, question)
      return question
    }
  }

  private func answer(_ question: Question) {
    do {
      mailbox.post(try catalogue.answer(question))
      queue.withLock { $0.corruptions = 0 }
    } catch is CatalogueReplaced {
      whenReplaced()
      askAgainAfterCorruption(question)
    } catch {
      if Catalogue.isInterruption(error) {
        askAgain(question)
      } else {
        mailbox.post(.questionFailed(question, "The catalogue gave no answer: \(error)"))
      }
    }
  }

  /// A catalogue that is damaged again and again, as on a disk that fails, is not asked for ever.
  private func askAgainAfterCorruption(_ question: Question) {
    let corruptions = queue.withLock { queue in
      queue.corruptions += 1
      return queue.corruptions
    }
    if corruptions <= Self.maxCorruptions {
      mailbox.post(.failed("The catalogue was damaged and is built anew."))
      askAgain(question)
    } else {
      mailbox.post(
        .questionFailed(question, "The catalogue is damaged each time it is built. Try another folder: --cache."))
    }
  }

  private static let maxCorruptions = 3

  private func askAgain(_ question: Question) {
    queue.withLock { queue in
      let kind = RequestKind(question)
      if queue.waiting[kind] == nil, !queue.isOutdated(question) { queue.waiting[kind] = question }
    }
  }
}

extension CatalogueWorker.RequestKind {
  fileprivate init(_ question: Question) {
    switch question {
    case .fetchRows: self = .rows
    case .locateRow: self = .location
    case .openRecord: self = .record
    case .fetchHistory: self = .history
    case .findLoss: self = .loss
    case .findNeighbour: self = .neighbour
    case .findSources: self = .sources
    case .findFile: self = .file
    case .previewRecord: self = .preview
    case .countRows: self = .count
    case .fetchFacet: self = .facet
    case .findNames: self = .names
    case .completeValue: self = .completion
    case .fetchProblems: self = .problems
    case .readPlace: self = .place
    case .countTotals: self = .totals
    }
  }
}

extension Question {
  /// The list whose rows, or their number, are asked for.
  fileprivate var listOfRows: ListRequest? {
    if case .fetchRows(let request, _) = self { return request }
    if case .countRows(let request) = self { return request }
    return nil
  }
}

extension Catalogue {
  /// The message that answers a question.
  fileprivate func answer(_ question: Question) throws -> Message {
    switch question {
    case .fetchRows(let request, let range):
      .rowsFetched(try page(request, range: range, highlight: true, allowsDeferredCount: true))
    case .countRows(let request): .rowsCounted(request, try count(request))
    case .locateRow(let address, let request): .rowLocated(address, request, index: try index(of: address, in: request))
    case .fetchFacet(let question): .facetFetched(question, try facetRows(question))
    case .findNames(let text): .namesFound(text, try records(called: text, limit: Palette.maxRows))
    case .completeValue(let question): .valuesCompleted(question, try candidates(question))
    case .fetchProblems(let filter, let range):
      .problemsFetched(
        matching: filter, start: range.lowerBound, try problems(matching: filter, range: range),
        total: try problemCount(matching: filter))
    case .readPlace(let problem): .placeRead(problem, try place(of: problem))
    case .openRecord(let address): .recordOpened(address, try record(address))
    case .fetchHistory(let pair): .historyFetched(pair, try history(of: pair))
    case .findLoss(let address, let path): .lossFound(address, isUnreadable: try cannotBeRead(path))
    case .previewRecord(let address): .recordPreviewed(address, try record(address))
    case .findNeighbour(let request, let address, let index, let step): try next(to: address, at: index, step, request)
    case .findSources(let addresses): .sourcesFound(of: addresses, try addresses.compactMap { try record($0)?.source })
    case .findFile(let address): .fileFound(of: address, try location(of: address))
    case .countTotals: .totalsCounted(Totals(records: try totals(), problems: try problemCount()))
    }
  }

  /// The history of two parties that were typed.
  private func history(of pair: PairRequest) throws -> PairAnswer {
    var parties: [Party] = []
    for side in [pair.left, pair.right] {
      let found = try self.parties(typed: side)
      if found.isEmpty { return .unknown(side) }
      if found.count > 1 { return .ambiguous(side, found.map(\.description)) }
      parties += found
    }
    return .history(try history(parties[0], parties[1]))
  }

  private func next(
    to address: RecordAddress, at index: Int, _ step: Int, _ request: ListRequest
  ) throws -> Message {
    let (index, row) = try neighbour(of: address, at: index, step: step, in: request)
    return .neighbourFound(request, of: address, index: index, row)
  }
}
