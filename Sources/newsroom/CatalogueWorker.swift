import Foundation
import NewsroomBrowser
import NewsroomIndex
import NewsroomModel
import Synchronization

/// Asks the catalogue on a thread of its own, so that no key ever waits for the disk.
///
/// Of each kind of question only the newest counts: a newer one takes the place of one that waits, and interrupts one that
/// runs. What the user looks at first is asked first: rows before previews, previews before counts.
final class CatalogueWorker: Sendable {
  /// Kinds of question, most urgent first.
  enum Slot: Int, CaseIterable {
    case rows, location, record, loss, place, neighbour, names, completion, problems, preview, count, facet, totals
  }

  private struct Queue {
    var waiting: [Slot: Effect] = [:]
    var running: Slot?
    var isClosed = false
    /// The list of which rows, or their number, were asked last.
    var request: ListRequest?

    /// Whether a question is about a list that nobody looks at any more.
    func isOutdated(_ effect: Effect) -> Bool {
      if case .countRows(let counted) = effect, let request { counted != request } else { false }
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
    Thread(block: work).start(named: "catalogue")
  }

  /// Asks the question that `effect` stands for, if it is one for the catalogue.
  func submit(_ effect: Effect) -> Bool {
    guard let slot = Slot(effect) else { return false }
    let mustInterrupt = queue.withLock { queue in
      switch effect {
      case .fetchRows(let request, _), .countRows(let request): queue.request = request
      default: break
      }
      queue.waiting[slot] = effect
      return queue.running.map { $0 == slot || $0.rawValue >= Slot.preview.rawValue && slot.rawValue < $0.rawValue }
        ?? false
    }
    if mustInterrupt { catalogue.interrupt() }
    signal.signal()
    return true
  }

  func close() {
    queue.withLock { $0.isClosed = true }
    catalogue.interrupt()
    signal.signal()
  }

  private func work() {
    while true {
      signal.wait()
      while let (slot, effect) = next() {
        answer(effect, slot)
        queue.withLock { $0.running = nil }
      }
      if queue.withLock({ $0.isClosed }) { return }
    }
  }

  private func next() -> (Slot, Effect)? {
    queue.withLock { queue in
      guard !queue.isClosed, let slot = queue.waiting.keys.min(by: { $0.rawValue < $1.rawValue }) else { return nil }
      queue.running = slot
      return queue.waiting.removeValue(forKey: slot).map { (slot, $0) }
    }
  }

  private func answer(_ effect: Effect, _ slot: Slot) {
    do {
      if let message = try catalogue.answer(effect) { mailbox.post(message) }
    } catch is CatalogueReplaced {
      mailbox.post(.failed("The catalogue was damaged and is built anew."))
      whenReplaced()
      askAgain(effect, slot)
    } catch {
      if Catalogue.isInterruption(error) {
        askAgain(effect, slot)
      } else {
        mailbox.post(.questionFailed(effect, "The catalogue gave no answer: \(error)"))
      }
    }
  }

  private func askAgain(_ effect: Effect, _ slot: Slot) {
    queue.withLock { queue in
      if queue.waiting[slot] == nil, !queue.isOutdated(effect) { queue.waiting[slot] = effect }
    }
  }
}

extension CatalogueWorker.Slot {
  fileprivate init?(_ effect: Effect) {
    switch effect {
    case .fetchRows: self = .rows
    case .locateRow: self = .location
    case .openRecord: self = .record
    case .findLoss: self = .loss
    case .findNeighbour: self = .neighbour
    case .previewRecord: self = .preview
    case .countRows: self = .count
    case .fetchFacet: self = .facet
    case .findNames: self = .names
    case .completeValue: self = .completion
    case .fetchProblems: self = .problems
    case .readPlace: self = .place
    case .countTotals: self = .totals
    default: return nil
    }
  }
}

extension Catalogue {
  /// Puts an effect's question and gives the message that answers it.
  fileprivate func answer(_ effect: Effect) throws -> Message? {
    switch effect {
    case .fetchRows(let request, let range):
      .rowsFetched(try page(request, range: range, highlight: true, countsLater: true))
    case .countRows(let request): .rowsCounted(request, try count(request))
    case .locateRow(let address, let request): .rowLocated(address, request, index: try index(of: address, in: request))
    case .fetchFacet(let question): .facetFetched(question, try facetRows(question))
    case .findNames(let text): .namesFound(text, try records(called: text, limit: Palette.mostRows))
    case .completeValue(let question): .valuesCompleted(question, try candidates(question))
    case .fetchProblems(let filter, let range):
      .problemsFetched(
        matching: filter, start: range.lowerBound, try problems(matching: filter, range: range),
        total: try problemCount(matching: filter))
    case .readPlace(let problem): .placeRead(problem, try place(of: problem))
    case .openRecord(let address): .recordOpened(address, try record(address))
    case .findLoss(let address, let path): .lossFound(address, isUnreadable: try cannotBeRead(path))
    case .previewRecord(let address): .recordPreviewed(address, try record(address))
    case .findNeighbour(let request, let address, let index, let step): try next(to: address, at: index, step, request)
    case .countTotals: .totalsCounted(Totals(records: try totals(), problems: try problemCount()))
    default: nil
    }
  }

  private func next(
    to address: RecordAddress, at index: Int, _ step: Int, _ request: ListRequest
  ) throws -> Message {
    let (index, row) = try neighbour(of: address, at: index, step: step, in: request)
    return .neighbourFound(request, of: address, index: index, row)
  }
}

extension Thread {
  /// Starts the thread under a name that tools show.
  func start(named name: String) {
    self.name = name
    stackSize = 4 << 20
    start()
  }
}
