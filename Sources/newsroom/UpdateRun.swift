import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel

/// Updates one after another: what they report, and what has to be looked at again later.
struct UpdateRun {
  let catalogue: Catalogue
  let directory: DataDirectory
  let mailbox: Mailbox
  private var later = PendingChanges()
  /// When to look again.
  private(set) var due: DispatchTime?
  private var isDirectoryGone = false
  /// What the browser was last told of, or has seen by itself; another newsroom may have updated the catalogue since.
  private var generation: Int?

  /// The newsroom's name as the browser has it.
  private var name: String?

  init(catalogue: Catalogue, directory: DataDirectory, mailbox: Mailbox) {
    (self.catalogue, self.directory, self.mailbox) = (catalogue, directory, mailbox)
    name = directory.settings().name
    generation = try? catalogue.retryingInterrupts { try $0.generation() }
  }

  /// What has to be looked at again now.
  mutating func takeDue() -> DirectoryWatch.Change? {
    guard let due, due <= .now() else { return nil }
    self.due = nil
    return later.take()
  }

  /// Looks at what changed and reports to the browser.
  mutating func update(_ change: DirectoryWatch.Change, isCancelled: () -> Bool) {
    var reporter = ProgressReporter(mailbox: mailbox)
    do {
      let summary = try catalogue.update(
        UpdateScope(change), progress: { reporter.report($0) }, isCancelled: isCancelled)
      take(summary, of: change)
    } catch let error as DataDirectoryError {
      reportGone(error)
    } catch is CancellationError {
      return
    } catch {
      mailbox.post(.updateFinished(changed: true))
      mailbox.post(.failed("The files could not be read to the end: \(error)"))
      // What was asked for is still to be done.
      look(again: .everything, after: .seconds(10))
    }
  }

  private mutating func take(_ summary: UpdateSummary, of change: DirectoryWatch.Change) {
    if isDirectoryGone {
      mailbox.post(.directoryGone(false))
      mailbox.post(.succeeded("The data directory is back."))
    }
    isDirectoryGone = false
    reportName()
    let present = try? catalogue.retryingInterrupts { try $0.generation() }
    let hasChanges = summary.hasChanges || present != generation
    generation = present
    if summary.isLockedByAnotherProcess {
      // What the other one commits is shown as it comes; what is not there yet is not gone, so nothing has finished.
      if hasChanges { mailbox.post(.catalogueChanged) }
      return look(again: change, after: .milliseconds(300))
    }
    if !summary.filesDeferred.isEmpty {
      look(again: .paths(summary.filesDeferred), after: .milliseconds(100))
    }
    mailbox.post(.updateFinished(changed: hasChanges))
  }

  private mutating func look(again change: DirectoryWatch.Change, after wait: DispatchTimeInterval) {
    later.add(change)
    due = .now() + wait
  }

  private mutating func reportName() {
    let present = directory.settings().name
    if present != name { mailbox.post(.renamed(BrowserLoop.name(present))) }
    name = present
  }

  private mutating func reportGone(_ error: DataDirectoryError) {
    mailbox.post(.updateFinished(changed: false))
    // Nobody is told when something is mounted.
    look(again: .everything, after: .seconds(1))
    guard !isDirectoryGone else { return }
    isDirectoryGone = true
    mailbox.post(.directoryGone(true))
    mailbox.post(.failed("The data directory is gone; what is shown was read before. \(error)"))
  }
}

extension UpdateScope {
  /// The scope that takes in a change.
  fileprivate init(_ change: DirectoryWatch.Change) {
    switch change {
    case .everything: self.init(skipsIncompleteFiles: true)
    case .paths(let paths): self.init(paths: paths, skipsIncompleteFiles: true)
    }
  }
}
