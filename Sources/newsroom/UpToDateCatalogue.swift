import Foundation
import NewsroomIndex

/// The catalogue as subcommands use it: checked against the files before the first question.
enum UpToDateCatalogue {
  /// Opens the catalogue and brings it up to date, with progress on standard error when that is a terminal.
  static func open(_ options: DataOptions) throws -> Catalogue {
    let directory = try options.openDirectory()
    let catalogue = try options.openCatalogue(of: directory)
    let showsProgress = isatty(STDERR_FILENO) == 1 && catalogue.isEmpty
    _ = try catalogue.update(
      progress: { stage in if showsProgress { report(stage) } }, isCancelled: { false })
    if showsProgress { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    return catalogue
  }

  private static func report(_ stage: UpdateProgress) {
    FileHandle.standardError.write(Data("\rReading \(stage.filesDone) of \(stage.filesTotal) files".utf8))
  }
}
