import Foundation
import NewsroomBrowser
import NewsroomCatalogue
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

  func start(_ order: ExportRequest) {
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

  private func outcome(of order: ExportRequest) -> Message {
    do {
      let file = try ExportFile(order.path, directory: directory)
      let format = try ExportFormat(path: order.path)
      let job = ExportTask(catalogue: catalogue, directory: directory, content: order.content, format: format)
      let outcome = try file.write { write in
        try job.run(write, isCancelled: { [self] in isCancelled.load(ordering: .relaxed) }) {
          mailbox.post(.exportProgressed($0))
        }
      }
      return .exportFinished(outcome.message(file.path))
    } catch is CancellationError {
      return .exportFinished("Stopped; there is no file.")
    } catch {
      return .exportRefused(order, (error as? CLIError)?.message ?? "\(error)")
    }
  }
}

/// Carries out one order, wherever what it writes goes.
struct ExportTask {
  let catalogue: Catalogue
  let directory: DataDirectory
  let content: ExportRequest.Content
  let format: ExportFormat

  /// What was written.
  struct Outcome {
    var written: Int
    /// Records that could not be read any more.
    var missing: Int
    var hasChanged: Bool

    /// - Parameter place: where everything went.
    func message(_ place: String) -> String {
      var sentences = ["Wrote \(written) record\(written == 1 ? "" : "s") to \(place)."]
      if missing > 0 {
        sentences.append("\(missing) could not be read any more and \(missing == 1 ? "is" : "are") not in it.")
      }
      if hasChanged { sentences.append("The data changed meanwhile.") }
      return sentences.joined(separator: " ")
    }
  }

  /// - Parameter progress: called now and then.
  /// - Throws: a ``CLIError`` with a message, `CancellationError`, or whatever `write` throws.
  func run(
    _ write: (Data) throws -> Void, isCancelled: @escaping () -> Bool, progress: (ExportProgress) -> Void
  ) throws -> Outcome {
    // Everything as of one moment: otherwise records move between the pages that are asked for.
    let export = RecordSerializer(
      catalogue: try catalogue.snapshot(), directory: directory, content: content, format: format,
      isCancelled: isCancelled)
    let generation = try catalogue.retryingInterrupts { try $0.generation() }
    var last = ContinuousClock.now
    let (written, missing) = try export.run(write) { stage in
      guard ContinuousClock.now - last > .milliseconds(100) else { return }
      last = .now
      progress(stage)
    }
    let hasChanged = try catalogue.retryingInterrupts { try $0.generation() } != generation
    return Outcome(written: written, missing: missing, hasChanged: hasChanged)
  }
}
