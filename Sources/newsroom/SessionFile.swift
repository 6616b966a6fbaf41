import Foundation
import NewsroomBrowser
import NewsroomIndex
import NewsroomModel

/// The file in which a session waits for the next one: `sessions/NAME.json` in the folder for state (XDG), one for each data
/// directory.
struct SessionFile {
  let path: String

  /// Larger files are none of ours.
  private static let mostBytes = 1_000_000

  /// - Returns: nil where there is no folder for state.
  init?(of directory: DataDirectory, environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard let folder = StateFolder.path(environment) else { return nil }
    path = "\(folder)/sessions/\(directory.fileStem).json"
  }

  /// What was kept; nil when nothing was.
  /// - Throws: a ``Failure`` when the file cannot be read as a session.
  func read() throws -> Session? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path), data.count <= Self.mostBytes,
      let session = try? JSONDecoder().decode(Session.self, from: data)
    else {
      throw Failure("The session kept before cannot be read and is passed over: \(path)", code: .noInput)
    }
    return session
  }

  /// Keeps a session in place of the one before. One that cannot be written is not worth a word at the end.
  func write(_ session: Session) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(session) else { return }
    try? AtomicFile.write(data + Data("\n".utf8), to: path)
  }
}

/// Writes files of the user's: whole or not at all, and for nobody else's eyes.
enum AtomicFile {
  /// - Throws: the system's error, with the old file as it was.
  static func write(_ data: Data, to path: String) throws {
    // A link to a file kept elsewhere stays one.
    let path = (path as NSString).resolvingSymlinksInPath
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var name = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: data)
      try handle.synchronize()
      guard rename(name, path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    } catch {
      unlink(name)
      throw error
    }
  }
}
