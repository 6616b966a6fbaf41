import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel

/// The file in which a session waits for the next one: `sessions/NAME.json` in the folder for state (XDG), one for each data
/// directory.
struct SessionFile {
  let path: String

  /// - Returns: nil where there is no folder for state.
  init?(of directory: DataDirectory, environment: [String: String] = processEnvironment) {
    guard let folder = StateFolder.path(environment) else { return nil }
    path = "\(folder)/sessions/\(directory.cacheKey).json"
  }

  /// What was kept; nil when nothing was.
  /// - Throws: a ``CLIError`` when the file cannot be read as a session.
  func read() throws -> Session? {
    do {
      return try AtomicFile.read(path).map { try JSONDecoder().decode(Session.self, from: $0) }
    } catch {
      throw CLIError("The session kept before cannot be read and is passed over: \(path)", code: .noInput)
    }
  }

  /// The queries that were kept; none where they cannot be read.
  var queries: [String] { (try? read())?.queries ?? [] }

  /// Keeps a session in place of the one before. One that cannot be written is not worth a word at the end.
  func write(_ session: Session) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(session) else { return }
    try? AtomicFile.write(data + Data("\n".utf8), to: path)
  }
}
