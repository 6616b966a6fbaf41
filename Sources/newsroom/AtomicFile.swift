import Foundation

/// Files that newsroom keeps for the user: written whole or not at all, and for nobody else's eyes.
enum AtomicFile {
  /// What a file holds; nil where there is none.
  /// - Throws: the system's error; `EFBIG` where there is more than `maxBytes`, `EINVAL` for what is no file, such as a pipe, at
  ///   which one might wait for ever.
  static func read(_ path: String, maxBytes: Int = 1_000_000) throws -> Data? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure }
    guard status.st_mode & S_IFMT == S_IFREG else { throw POSIXError(.EINVAL) }
    guard status.st_size <= maxBytes else { throw POSIXError(.EFBIG) }
    return try handle.readToEnd() ?? Data()
  }

  /// Makes a folder that nobody else can look into, where there is none.
  static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// - Throws: the system's error, with the old file as it was.
  static func write(_ data: Data, to path: String) throws {
    // A link to a file kept elsewhere stays one.
    let path = (path as NSString).resolvingSymlinksInPath
    let folder = (path as NSString).deletingLastPathComponent
    try makeFolder(folder)
    // Not by `mkstemp`, which lets programs started meanwhile have the file, too.
    let name = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36))"
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: data)
      try handle.synchronize()
      guard rename(name, path) == 0 else { throw failure }
    } catch {
      unlink(name)
      throw error
    }
  }

  private static var failure: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
