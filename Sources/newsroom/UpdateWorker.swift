import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel
import Synchronization

/// Brings the catalogue up to date on a thread of its own: once at the start, whenever asked to, and whenever the directory
/// changes, which another thread watches.
final class UpdateWorker: Sendable {
  private struct Inbox {
    var demand = PendingChanges()
    var hasBegun = false
    var isClosed = false
  }

  private let watch: DirectoryWatch
  /// As it is before the first screen is asked for.
  private let beginning: UpdateRun
  private let inbox = Mutex(Inbox())
  private let signal = DispatchSemaphore(value: 0)

  init(catalogue: Catalogue, directory: DataDirectory, mailbox: Mailbox) {
    watch = DirectoryWatch(root: directory.root)
    beginning = UpdateRun(catalogue: catalogue, directory: directory, mailbox: mailbox)
  }

  func start() {
    Thread.start(named: "watch") { [self] in watch.run(whenSet: watchIsSet, ask) }
    Thread.start(named: "update", work)
  }

  /// Asks for a look at the files; what is asked for while one is going on is looked at once, afterwards.
  func ask(_ change: DirectoryWatch.Change) {
    inbox.withLock { $0.demand.add(change) }
    signal.signal()
  }

  func close() {
    inbox.withLock { $0.isClosed = true }
    watch.stop()
    signal.signal()
  }

  private var isClosed: Bool { inbox.withLock { $0.isClosed } }

  /// A look that began before every folder was watched may have missed something.
  private func watchIsSet() {
    let isLate = inbox.withLock { $0.hasBegun }
    if isLate { ask(.everything) } else { signal.signal() }
  }

  private func work() {
    // Watching a directory of usual size begins within milliseconds; then one look is enough.
    _ = signal.wait(timeout: .now() + .milliseconds(150))
    inbox.withLock { inbox in
      inbox.hasBegun = true
      inbox.demand.add(.everything)
    }
    var run = beginning
    while !isClosed {
      var demand = PendingChanges()
      demand.add(inbox.withLock { $0.demand.take() })
      demand.add(run.takeDue())
      if let change = demand.take() {
        run.update(change) { isClosed }
      } else if let due = run.due {
        _ = signal.wait(timeout: due)
      } else {
        signal.wait()
      }
    }
  }
}
