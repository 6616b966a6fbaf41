import NewsroomBrowser
import NewsroomCatalogue

/// Passes on progress often enough to be seen and seldom enough to cost nothing.
struct ProgressReporter {
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
