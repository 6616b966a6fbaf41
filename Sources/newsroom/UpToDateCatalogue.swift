import Foundation
import NewsroomIndex
import NewsroomModel

/// The catalogue as subcommands use it: checked against the files before the first question.
enum UpToDateCatalogue {
  /// Opens the catalogue and brings it up to date, with progress on standard error when that is a terminal.
  static func open(_ options: DataOptions) throws -> Catalogue { try open(options, of: options.openDirectory()) }

  static func open(_ options: DataOptions, of directory: DataDirectory) throws -> Catalogue {
    let catalogue = try options.openCatalogue(of: directory)
    let showsProgress = isatty(STDERR_FILENO) == 1 && catalogue.isEmpty
    var summary = try update(catalogue, showsProgress)
    let patience = ContinuousClock.now + .seconds(30)
    while summary.isBusyElsewhere, ContinuousClock.now < patience {
      usleep(50_000)
      summary = try update(catalogue, showsProgress)
    }
    if summary.isBusyElsewhere {
      Output.printError("note: another newsroom is reading the files; this may lack records.")
    }
    sayStars(to: catalogue)
    if showsProgress { Output.clearProgress() }
    return catalogue
  }

  private static func update(_ catalogue: Catalogue, _ showsProgress: Bool) throws -> UpdateSummary {
    do {
      return try catalogue.update(progress: { stage in if showsProgress { report(stage) } })
    } catch let error as DataDirectoryError {
      throw Failure(error.description, code: .noInput)
    }
  }

  private static func sayStars(to catalogue: Catalogue) {
    do {
      catalogue.setStars(try StarsFile()?.read() ?? [])
    } catch {
      Output.printError("note: \((error as? Failure)?.sentence ?? "\(error)")")
    }
  }

  private static func report(_ stage: UpdateProgress) {
    Output.showProgress("Reading \(stage.filesDone) of \(stage.filesTotal) files")
  }
}

extension Catalogue {
  /// The one record that an address means as it was typed.
  /// - Throws: a ``Failure`` where it is none, or several have it.
  func address(typed text: String) throws -> RecordAddress {
    let addresses = try addresses(typed: text)
    if addresses.count > 1 { throw Failure.severalRecords(text, addresses.map(\.description)) }
    if let address = addresses.first { return address }
    let isAddress = RecordAddress(typed: text) != nil || text.contains("://")
    throw isAddress ? Failure.missingRecord(text) : Failure.unknownAddress(text)
  }

  /// Answers a question; a catalogue that proves damaged is built anew before.
  func rebuiltIfDamaged<Value>(_ question: (Catalogue) throws -> Value) throws -> Value {
    do {
      return try question(self)
    } catch is CatalogueReplaced {
      _ = try update()
      return try question(self)
    }
  }
}
