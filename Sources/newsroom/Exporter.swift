import Foundation
import NewsroomBrowser
import NewsroomIndex
import NewsroomModel
import Synchronization

/// Writes files on a thread of its own, one at a time, and says how far it has come.
final class Exporter: Sendable {
  private let catalogue: Catalogue
  private let directory: DataDirectory
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "export")
  private let isCancelled = Atomic(false)

  init(catalogue: Catalogue, directory: DataDirectory, mailbox: Mailbox) {
    (self.catalogue, self.directory, self.mailbox) = (catalogue, directory, mailbox)
  }

  func start(_ order: ExportOrder) {
    isCancelled.store(false, ordering: .relaxed)
    queue.async { [self] in mailbox.post(outcome(of: order)) }
  }

  /// Stops what is being written.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Stops what is being written, and waits until its file is removed.
  func finish() {
    cancel()
    queue.sync {}
  }

  private func outcome(of order: ExportOrder) -> Message {
    let job = ExportJob(catalogue: catalogue, directory: directory, order: order)
    do {
      let sentence = try job.run(isCancelled: { [self] in isCancelled.load(ordering: .relaxed) }) {
        mailbox.post(.exportProgressed($0))
      }
      return .exportFinished(sentence)
    } catch is CancellationError {
      return .exportFinished("Stopped; there is no file.")
    } catch {
      return .exportRefused(path: order.path, (error as? Failure)?.sentence ?? "\(error)")
    }
  }
}

/// Carries out one order.
struct ExportJob {
  let catalogue: Catalogue
  let directory: DataDirectory
  let order: ExportOrder

  /// - Parameter progress: called now and then.
  /// - Returns: what was written, in a sentence.
  /// - Throws: a ``Failure`` with a sentence, or `CancellationError`; there is no file then.
  func run(isCancelled: @escaping () -> Bool, progress: (ExportStage) -> Void) throws -> String {
    let format = try ExportFormat(path: order.path)
    let file = try ExportFile(order.path, directory: directory)
    let export = Export(
      catalogue: catalogue, directory: directory, content: order.content, format: format, isCancelled: isCancelled)
    let generation = try? catalogue.generation()
    var last = ContinuousClock.now
    let (written, missing) = try file.write { write in
      try export.run(write) { stage in
        guard ContinuousClock.now - last > .milliseconds(100) else { return }
        last = .now
        progress(stage)
      }
    }
    var sentences = ["Wrote \(written) record\(written == 1 ? "" : "s") to \(file.path)."]
    if missing > 0 { sentences.append("\(missing) could not be read any more and are not in it.") }
    if generation != (try? catalogue.generation()) { sentences.append("The data changed meanwhile.") }
    return sentences.joined(separator: " ")
  }
}
