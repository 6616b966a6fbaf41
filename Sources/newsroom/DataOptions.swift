import ArgumentParser
import Collation
import Foundation
import NewsroomCatalogue
import NewsroomModel

/// Which data directory, and where its catalogue may be kept.
struct DataOptions: ParsableArguments {
  @Option(help: "The data directory (default: $NEWSROOM_DATA, then ./data).", completion: .directory)
  var data: String?

  @Option(
    help: "The folder for the catalogue, which may be deleted at any time (default: the cache folder, XDG).",
    completion: .directory)
  var cache: String?

  @Option(help: "How dates are written: locale (LC_TIME, LANG) or iso.")
  var dates: DatesOption?

  /// Opens the data directory.
  /// - Throws: a ``CLIError`` with one sentence and exit code 66.
  func openDirectory() throws -> DataDirectory {
    let directory: DataDirectory
    do throws(DataDirectoryError) {
      directory = try DataDirectory(path: named ?? "data")
    } catch {
      let hint = named == nil ? SampleData.hint : ""
      throw CLIError(error.description + hint, code: .noInput)
    }
    if directory.isEmpty {
      throw CLIError.emptyDirectory(named ?? "data", unread: directory.walk().problems.filter { $0.code == .unread })
    }
    return directory
  }

  /// The data directory that the user named; nil where newsroom is left to look for one.
  var named: String? { data ?? processEnvironment["NEWSROOM_DATA"].flatMap { $0.isEmpty ? nil : $0 } }

  /// Opens the catalogue of `directory`, in memory where no folder can be written.
  /// - Parameter configuration: the user's settings; nil to read them where the command line leaves anything to them.
  /// - Parameter isInMemory: whether the folder is left alone.
  func openCatalogue(
    of directory: DataDirectory, _ configuration: Configuration? = nil, isInMemory: Bool = false
  ) throws -> Catalogue {
    // A limit on the size of files is then told like a full disk, instead of ending the program.
    signal(SIGXFSZ, SIG_IGN)
    let folder = isInMemory ? nil : cache ?? Catalogue.defaultFolder(environment: processEnvironment)
    let isPlain = dates == .iso || dates == nil && (configuration ?? Configuration()).dates == "iso"
    let form = isPlain ? DateStyle.iso : DateStyle.inEnvironment(processEnvironment)
    let names = NameCollation.inEnvironment(processEnvironment)
    return try Catalogue(directory: directory, folder: folder, dates: form, names: names)
  }
}

/// How dates are written.
enum DatesOption: String, ExpressibleByArgument, CaseIterable {
  case iso, locale
}
