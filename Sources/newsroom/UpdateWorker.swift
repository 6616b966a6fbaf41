import Foundation
import NewsroomBrowser
import NewsroomIndex
import Synchronization

/// Brings the catalogue up to date on a thread of its own: once at the start, and whenever asked to.
final class UpdateWorker: Sendable {
  private let catalogue: Catalogue
  private let mailbox: Mailbox
  private let signal = DispatchSemaphore(value: 0)
  private let isClosed = Atomic(false)
  private let isAsked = Atomic(true)

  init(catalogue: Catalogue, mailbox: Mailbox) {
    (self.catalogue, self.mailbox) = (catalogue, mailbox)
  }

  func start() {
    signal.signal()
    Thread(block: work).start(named: "update")
  }

  /// Asks for another look at the files.
  func ask() {
    isAsked.store(true, ordering: .relaxed)
    signal.signal()
  }

  func close() {
    isClosed.store(true, ordering: .relaxed)
    signal.signal()
  }

  private func work() {
    while true {
      signal.wait()
      if isClosed.load(ordering: .relaxed) { return }
      if isAsked.exchange(false, ordering: .relaxed) { update() }
    }
  }

  private func update() {
    var reporter = ProgressReporter(mailbox: mailbox)
    do {
      let summary = try catalogue.update(
        progress: { reporter.report($0) }, isCancelled: { isClosed.load(ordering: .relaxed) })
      mailbox.post(.updateFinished(changed: summary.hasChanges))
    } catch {
      mailbox.post(.updateFinished(changed: true))
      mailbox.post(.failed("The files could not be read to the end: \(error)"))
    }
  }
}

/// Passes on progress often enough to be seen and seldom enough to cost nothing.
private struct ProgressReporter {
  let mailbox: Mailbox
  private var lastReport = ContinuousClock.now
  private var lastChange = ContinuousClock.now
  private var commits = 0

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  mutating func report(_ progress: UpdateProgress) {
    let now = ContinuousClock.now
    guard now - lastReport > .milliseconds(100) else { return }
    lastReport = now
    mailbox.post(.updateProgressed(UpdateStage(done: progress.filesDone, total: progress.filesTotal)))
    guard progress.commits > commits, now - lastChange > .milliseconds(300) else { return }
    (commits, lastChange) = (progress.commits, now)
    mailbox.post(.catalogueChanged)
  }
}
