import Foundation

/// The files of a data directory, found by walking its folders.
///
/// A folder's entries are read and looked at one by one (`readdir`, `fstatat`), and sorted folder by folder in an order that
/// makes the whole sorted by path, so that a million files take a few seconds.
public struct DirectoryWalk: Sendable {
  /// Every file that may hold records, sorted by path.
  public private(set) var files: [DataFile] = []
  /// What is wrong with entries that are passed over.
  public private(set) var problems: [Diagnostic] = []
  /// Whether a link within the directory was followed: then one file may stand under several paths.
  public private(set) var followsLinks = false
  /// Files and folders that the system did not let be looked at: whether they are still there, and what they hold, is unknown.
  public private(set) var unreadPaths: Set<String> = []

  private let root: String
  /// How many files of the present folder are not read, by their endings.
  private var unread: [String: Int] = [:]
  /// Device and inode of the folders one is in, so that a link in them cannot lead round in a circle.
  private var ancestors: [FileIdentity] = []

  init(root: String) {
    self.root = root
    walk("", kind: nil)
  }

  /// Looks at some paths only, and at what lies below them. A path at which nothing is gives nothing.
  init(root: String, paths: Set<String>) {
    self.root = root
    let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in sorted where !Self.isBelowAnother(path, of: paths) { look(at: path) }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func isBelowAnother(_ path: String, of paths: Set<String>) -> Bool {
    var path = path[...]
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      if paths.contains(String(path)) { return true }
    }
    return false
  }

  private mutating func look(at path: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("#") }) else { return }
    let folder = parts.dropLast().joined(separator: "/")
    let kind = parts.count > 1 ? RecordKind(folder: parts[0]) : nil
    guard parts.count == 1 || kind != nil else { return }
    guard let stream = opendir(join(root, folder)) else { return noteFault(errno, path) }
    defer { closedir(stream) }
    if let entry = entry(name, in: folder, directory: dirfd(stream)) { visit(entry, in: folder, kind: kind) }
  }

  /// Walks a folder; `kind` is what its files hold, nil for the directory itself.
  private mutating func walk(_ folder: String, kind: RecordKind?) {
    let path = folder.isEmpty ? root : root + "/" + folder
    guard let stream = opendir(path) else { return noteFault(errno, folder) }
    defer { closedir(stream) }
    var status = stat()
    guard fstat(dirfd(stream), &status) == 0 else { return noteFault(errno, folder) }
    let identity = FileIdentity(status)
    guard !ancestors.contains(identity) else { return }
    ancestors.append(identity)
    for entry in entries(of: stream, in: folder).sorted(by: <) { visit(entry, in: folder, kind: kind) }
    ancestors.removeLast()
  }

  private mutating func visit(_ entry: DirectoryEntry, in folder: String, kind: RecordKind?) {
    let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
    if entry.isDirectory {
      if let kind = kind ?? RecordKind(folder: entry.name) {
        walk(path, kind: kind)
        if folder.isEmpty { reportUnread(in: path) }
      } else {
        reportUnreadFolder(path)
      }
    } else if RecordFileName.isRecords(entry.name), !(folder.isEmpty && entry.name == "newsroom.json") {
      let kind = kind ?? RecordKind(folder: RecordFileName.baseName(entry.name))
      files.append(DataFile(path: path, kind: kind, size: entry.size, modified: entry.modified, changed: entry.changed))
    } else if let ending = RecordFileName.unreadEnding(entry.name) {
      guard folder.isEmpty else { return unread[ending, default: 0] += 1 }
      if ending != ".txt" { reportUnread("this file is not read: newsroom reads \(Self.endings)", path) }
    }
  }

  private static let endings = RecordFileName.suffixes.joined(separator: ", ")

  private mutating func reportUnread(
    _ message: String, severity: Diagnostic.Severity? = nil, _ path: String, hint: String? = nil
  ) {
    problems.append(Diagnostic(code: .unread, severity: severity, path: path, message: message, hint: hint))
  }

  /// Says once how many files of a folder are not read, and which.
  private mutating func reportUnread(in folder: String) {
    guard !unread.isEmpty else { return }
    let count = unread.values.reduce(0, +)
    let names = unread.keys.sorted().joined(separator: ", ")
    unread = [:]
    reportUnread(
      "\(count) \(count == 1 ? "file is" : "files are") not read (\(names)): newsroom reads \(Self.endings)", folder)
  }

  /// Says how many files there are in a folder that means no kind of record.
  private mutating func reportUnreadFolder(_ folder: String) {
    var (count, nested, depth) = (0, String?.none, 0)
    var waiting = [folder]
    while let next = waiting.popLast(), depth < Self.mostFolders {
      depth += 1
      guard let stream = opendir(root + "/" + next) else { continue }
      defer { closedir(stream) }
      while let found = readdir(stream) {
        let name = String(cString: found.name)
        guard !name.hasPrefix("."), !name.hasPrefix("#") else { continue }
        if found.pointee.d_type == UInt8(DT_DIR) {
          if RecordKind(folder: name) != nil { nested = next }
          waiting.append(next + "/" + name)
        } else if RecordFileName.isRecords(name) || RecordFileName.unreadEnding(name) != nil {
          count += 1
        }
      }
    }
    guard count > 0 else { return }
    let kinds = RecordKind.allCases.map { $0.folders[0] }.joined(separator: ", ")
    reportUnread(
      "newsroom does not read a folder of this name; \(count) \(count == 1 ? "file in it is" : "files in it are") not read",
      severity: .warning, folder,
      hint: nested.map { "open it by itself, with --data \($0)" } ?? "it reads the folders \(kinds)")
  }

  /// So many folders are looked into for files that are not read.
  private static let mostFolders = 1_000

  /// The entries of a folder that are files or folders, links resolved.
  private mutating func entries(of stream: OpaquePointer, in folder: String) -> [DirectoryEntry] {
    var entries: [DirectoryEntry] = []
    while let found = nextEntry(of: stream, in: folder) {
      let length = strlen(found.name)
      let bytes = UnsafeRawBufferPointer(start: found.name, count: length)
      guard let first = bytes.first, first != UInt8(ascii: "."), first != UInt8(ascii: "#") else { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        if let kept = RecordFileName.repaired(bytes) { report(.nameNotUTF8, join(folder, kept)) }
        continue
      }
      if let entry = entry(name, in: folder, directory: dirfd(stream)) { entries.append(entry) }
    }
    return entries
  }

  /// The next entry; nil at the end, and where the folder cannot be read any further.
  private mutating func nextEntry(of stream: OpaquePointer, in folder: String) -> UnsafeMutablePointer<dirent>? {
    errno = 0
    if let found = readdir(stream) { return found }
    if errno != 0 { noteFault(errno, folder) }
    return nil
  }

  private mutating func entry(_ name: String, in folder: String, directory: Int32) -> DirectoryEntry? {
    var status = stat()
    guard fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      noteFault(errno, join(folder, name), of: name)
      return nil
    }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink {
      guard RecordFileName.isRecords(name) || !name.contains(".") else { return nil }
      let path = join(folder, name)
      guard let target = realpath(root + "/" + path, nil) else {
        guard [ENOENT, ENOTDIR, ELOOP].contains(errno) else {
          noteFault(errno, path)
          return nil
        }
        return refuse(.leadsNowhere, path)
      }
      defer { free(target) }
      guard (String(cString: target) + "/").hasPrefix(root == "/" ? root : root + "/") else {
        return refuse(.leadsOut, path)
      }
      guard fstatat(directory, name, &status, 0) == 0 else { return refuse(.leadsNowhere, path) }
      followsLinks = true
    }
    return DirectoryEntry(name: name, status)
  }

  /// Notes that a file or folder could not be looked at. One that is gone was simply removed meanwhile.
  /// - Parameter name: the name of an entry of a folder, which may be no file of records; nil for what is known to matter.
  private mutating func noteFault(_ code: Int32, _ path: String, of name: String? = nil) {
    guard code != ENOENT, code != ENOTDIR else { return }
    if let name, !RecordFileName.isRecords(name), name.contains(".") { return }
    unreadPaths.insert(path)
    report(code == ESTALE ? .system(String(cString: strerror(code))) : ReadError(errno: code), path)
  }

  /// Whether it is unknown what is at `path`, because it or a folder above it could not be looked at.
  public func isUnread(_ path: String) -> Bool {
    guard !unreadPaths.isEmpty else { return false }
    return unreadPaths.contains("") || unreadPaths.contains(path) || Self.isBelowAnother(path, of: unreadPaths)
  }

  private mutating func refuse(_ fault: ReadError, _ path: String) -> DirectoryEntry? {
    report(fault, path)
    return nil
  }

  private func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || name.isEmpty ? folder + name : folder + "/" + name
  }

  private mutating func report(_ fault: ReadError, _ path: String) {
    problems.append(Diagnostic(code: .unreadable, path: path, message: fault.message, hint: fault.hint))
  }
}

/// A file or folder within a folder.
private struct DirectoryEntry {
  let name: String
  let isDirectory: Bool
  let size: Int
  let modified: Int64
  let changed: Int64

  /// An entry for a regular file or a directory; nil for pipes, sockets and devices.
  init?(name: String, _ status: stat) {
    let type = status.st_mode & S_IFMT
    guard type == S_IFREG || type == S_IFDIR else { return nil }
    (self.name, isDirectory) = (name, type == S_IFDIR)
    size = Int(status.st_size)
    (modified, changed) = (status.modifiedNanoseconds, status.changedNanoseconds)
  }

  /// By the bytes of the name, a folder's with the `/` that follows it in every path of the folder's files.
  static func < (left: DirectoryEntry, right: DirectoryEntry) -> Bool {
    left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }
  private var key: String { isDirectory ? name + "/" : name }
}

/// Device and inode: what a file is, whatever it is called.
private struct FileIdentity: Equatable {
  let device: UInt64
  let inode: UInt64

  init(_ status: stat) { (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
}

extension UnsafeMutablePointer<dirent> {
  /// The name, which C declares as an array of 256 characters and Swift imports as a tuple.
  var name: UnsafePointer<CChar> {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    return UnsafePointer(UnsafeRawPointer(self).advanced(by: offset).assumingMemoryBound(to: CChar.self))
  }
}
