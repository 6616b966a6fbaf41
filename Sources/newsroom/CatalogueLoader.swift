import Foundation
import NameMatching
import NewsroomCatalogue
import NewsroomModel

/// The catalogue as subcommands use it: checked against the files before the first question.
enum CatalogueLoader {
  /// Opens the catalogue and brings it up to date, with progress on standard error when that is a terminal.
  static func open(_ options: DataOptions) throws -> Catalogue { try open(options, of: options.openDirectory()) }

  static func open(_ options: DataOptions, of directory: DataDirectory) throws -> Catalogue {
    let catalogue = try options.openCatalogue(of: directory)
    if let reason = catalogue.folderRefusal {
      Output.printError("note: the catalogue is kept in memory: \(reason).")
    }
    let showsProgress = isatty(STDERR_FILENO) == 1 && catalogue.isEmpty
    var summary = try update(catalogue, showsProgress)
    if summary.isLockedByAnotherProcess { summary = try wait(for: catalogue, summary) }
    if showsProgress { Output.clearProgress() }
    if summary.isLockedByAnotherProcess {
      Output.printError(
        "note: another newsroom is updating the catalogue and makes no progress; reading the files again.")
      return try openInMemory(options, of: directory)
    }
    reportUnread(summary)
    reportStars(to: catalogue)
    return catalogue
  }

  /// How long another newsroom may go without writing anything.
  private static let patience = Duration.seconds(10)

  /// Waits until another newsroom has brought the catalogue up to date, for what is only half built gives wrong answers.
  /// - Returns: what was done then; still locked where the other one stopped writing.
  private static func wait(for catalogue: Catalogue, _ first: UpdateSummary) throws -> UpdateSummary {
    var summary = first
    let showsProgress = isatty(STDERR_FILENO) == 1
    var generation = try? catalogue.generation()
    var end = ContinuousClock.now + patience
    while summary.isLockedByAnotherProcess, ContinuousClock.now < end {
      if showsProgress { Output.showProgress("Waiting for another newsroom, which is reading the files") }
      usleep(50_000)
      summary = try update(catalogue, showsProgress)
      let present = try? catalogue.generation()
      if present != generation { (generation, end) = (present, .now + patience) }
    }
    if showsProgress { Output.clearProgress() }
    return summary
  }

  /// A catalogue of this process alone, built from the files.
  private static func openInMemory(_ options: DataOptions, of directory: DataDirectory) throws -> Catalogue {
    let catalogue = try options.openCatalogue(of: directory, isInMemory: true)
    let showsProgress = isatty(STDERR_FILENO) == 1
    let summary = try update(catalogue, showsProgress)
    if showsProgress { Output.clearProgress() }
    reportUnread(summary)
    reportStars(to: catalogue)
    return catalogue
  }

  /// Says that the answer lacks what could not be read.
  private static func reportUnread(_ summary: UpdateSummary) {
    guard summary.filesUnread > 0 else { return }
    let files = summary.filesUnread == 1 ? "1 file or folder" : "\(summary.filesUnread) files or folders"
    Output.printError(
      "note: \(files) could not be read; records may be missing or out of date. 'newsroom check' lists the causes.")
  }

  private static func update(_ catalogue: Catalogue, _ showsProgress: Bool) throws -> UpdateSummary {
    do {
      return try catalogue.update(progress: { stage in if showsProgress { report(stage) } })
    } catch let error as DataDirectoryError {
      throw CLIError(error.description, code: .noInput)
    }
  }

  private static func reportStars(to catalogue: Catalogue) {
    do {
      catalogue.setStars(try StarsFile()?.read() ?? [])
    } catch {
      Output.printError("note: \((error as? CLIError)?.message ?? "\(error)")")
    }
  }

  private static func report(_ stage: UpdateProgress) {
    Output.showProgress("Reading \(stage.filesDone) of \(stage.filesTotal) files")
  }
}

extension Catalogue {
  /// The one record that an address means as it was typed.
  /// - Throws: a ``CLIError`` where it is none, or several have it.
  func address(typed text: String) throws -> RecordAddress {
    let addresses = try addresses(typed: text)
    if addresses.count > 1 { throw CLIError.severalRecords(text, addresses.map(\.description)) }
    if let address = addresses.first { return address }
    let isAddress = RecordAddress(typed: text) != nil || text.contains("://")
    if isAddress { throw CLIError.missingRecord(text) }
    return try address(named: text)
  }

  /// The one person or organisation whose name is the one typed, or as good as that; which one is said.
  private func address(named text: String) throws -> RecordAddress {
    let candidates = try records(matching: text, limit: 6)
    guard let best = candidates.first else { throw CLIError.unknownAddress(text) }
    guard candidates.count == 1 || candidates[1].match.score < best.match.score - 0.04 else {
      throw CLIError.severalRecords(text, candidates.map { "\($0.address) (\($0.title))" })
    }
    let reasons = best.match.reasons.map(\.rawValue).sorted().joined(separator: ", ")
    if best.match.score < 1 { Output.printError("note: showing \(best.title) (\(best.address)): \(reasons)") }
    return best.address
  }

  /// Answers a question; a catalogue that proves damaged is built anew before.
  func recoveringFromCorruption<Value>(_ question: (Catalogue) throws -> Value) throws -> Value {
    do {
      return try question(self)
    } catch is CatalogueReplaced {
      _ = try update()
      return try question(self)
    }
  }
}
