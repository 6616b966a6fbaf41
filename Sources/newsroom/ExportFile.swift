import Foundation
import NewsroomModel

/// The file that records are written to: never one that is there already, and in the data directory only where its whole path
/// was typed.
///
/// It gets its name when it is whole. Until then it is a hidden file beside it, `.newsroom-…`, all that a program killed in
/// the middle leaves behind.
struct ExportFile {
  /// The whole path.
  let path: String
  private let folder: String

  /// - Throws: a ``CLIError`` that says why nothing can be written there.
  init(_ typed: String, directory: DataDirectory, environment: [String: String] = processEnvironment) throws {
    let typed = typed.trimmingCharacters(in: .whitespaces)
    let expanded = typed.hasPrefix("~/") ? Self.home(environment) + typed.dropFirst() : typed
    let whole = expanded.hasPrefix("/") ? expanded : FileManager.default.currentDirectoryPath + "/" + expanded
    if whole.hasSuffix("/") || Self.isFolder(whole) {
      throw CLIError("\(whole) is a folder. Type the name of a file in it.", code: .usage)
    }
    let named = (whole as NSString).deletingLastPathComponent
    guard let resolved = realpath(named, nil) else {
      let reason = String(cString: strerror(errno))
      throw errno == ENOENT
        ? CLIError("There is no folder \(named). Type the name of one that is there.", code: .noInput)
        : CLIError("\(named) cannot be entered: \(reason).", code: .noInput)
    }
    defer { free(resolved) }
    folder = String(cString: resolved)
    if !typed.hasPrefix("/"), folder == directory.root || folder.hasPrefix(directory.root + "/") {
      throw CLIError("That is in the data directory. Name another folder, or type the whole path.", code: .usage)
    }
    path = (folder == "/" ? "" : folder) + "/" + (whole as NSString).lastPathComponent
    // Said before anything is asked of a catalogue that may have to be built first.
    var status = stat()
    if lstat(path, &status) == 0 { throw failure(EEXIST) }
  }

  /// Writes the file with `body`; where that throws, there is no file.
  func write<Value>(_ body: ((Data) throws -> Void) throws -> Value) throws -> Value {
    // No ending that newsroom reads: in the data directory it is no record.
    let part = folder + "/.newsroom-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(errno) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // Gone already where it was given its name by renaming.
    defer { unlink(part) }
    let value = try body { data in
      do { try handle.write(contentsOf: data) } catch { throw failure(errno) }
    }
    if fsync(descriptor) != 0, errno != EINVAL { throw failure(errno) }
    try giveName(to: part)
    return value
  }

  /// Gives a whole file its name, unless something else has taken that by now.
  /// - Parameter link: the system's, for a test to stand in for a file system without links.
  func giveName(
    to part: String, link: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32 = { Glibc.link($0, $1) }
  ) throws {
    guard link(part, path) != 0 else { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { throw failure(errno) }
    // FAT, and some file systems of networks, know no links: there the name is taken with an empty file first.
    let taken = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard taken >= 0 else { throw failure(errno) }
    close(taken)
    guard rename(part, path) == 0 else {
      let code = errno
      unlink(path)
      throw failure(code)
    }
  }

  /// Where `~` leads, as in a shell: $HOME, which Foundation passes over, and what the system knows only without it.
  private static func home(_ environment: [String: String]) -> String {
    environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private func failure(_ code: Int32) -> CLIError {
    if code == EEXIST {
      return CLIError("\(path) is there already, and nothing is written over. Type another name.", code: .usage)
    }
    return CLIError("\(path) cannot be written: \(String(cString: strerror(code))).", code: .unavailable)
  }
}
