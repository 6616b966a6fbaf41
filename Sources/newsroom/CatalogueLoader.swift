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
    let showsProgress = isatty(STDERR_FILENO) == 1 && catalogue.isEmpty
    var summary = try update(catalogue, showsProgress)
    let patience = ContinuousClock.now + .seconds(30)
    while summary.isLockedByAnotherProcess, ContinuousClock.now < patience {
      usleep(50_000)
      summary = try update(catalogue, showsProgress)
    }
    if summary.isLockedByAnotherProcess {
      Output.printError("note: another newsroom is reading the files; this may lack records.")
    }
    reportStars(to: catalogue)
    if showsProgress { Output.clearProgress() }
    return catalogue
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
