import Foundation

/// A file opened for reading, closed when it goes out of use. Never mapped: a file cut short under a mapping kills the reader.
struct OpenFile: ~Copyable {
  private let descriptor: Int32
  /// Size in bytes when it was opened.
  let size: Int
  /// Time of last modification in nanoseconds since 1970, when it was opened.
  let modified: Int64
  /// Time of the last change of content, permissions or name in nanoseconds since 1970, when it was opened.
  let changed: Int64

  /// Opens a regular file; pipes, sockets and devices are refused without waiting for them.
  init(_ path: String) throws(ReadError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw ReadError(errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let fault = ReadError(errno: errno)
      close(descriptor)
      throw fault
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile
    }
    size = Int(status.st_size)
    (modified, changed) = (status.modifiedNanoseconds, status.changedNanoseconds)
  }

  deinit { close(descriptor) }

  /// Reads up to `buffer.count` bytes from `offset`; fewer only at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadError) -> Int {
    var done = 0
    while done < buffer.count, let base = buffer.baseAddress {
      let count = pread(descriptor, base + done, buffer.count - done, off_t(offset + done))
      if count == 0 { break }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ReadError(errno: errno) }
      done += count
    }
    return done
  }

  /// The bytes from `offset` on, at most `length`; fewer at the end of the file.
  func bytes(at offset: Int, length: Int) throws(ReadError) -> [UInt8] {
    var fault: ReadError?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, length)) { buffer, count in
      do throws(ReadError) {
        count = try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      } catch { (fault, count) = (error, 0) }
    }
    if let fault { throw fault }
    return bytes
  }
}

/// Why a file cannot be read.
enum ReadError: Error, Equatable {
  /// Not there, or not there any more.
  case missing
  /// Not allowed to.
  case forbidden
  /// A directory, pipe, socket or device.
  case notAFile
  /// A link that leads out of the data directory.
  case leadsOut
  /// A link that leads nowhere.
  case leadsNowhere
  /// A name that is not UTF-8.
  case nameNotUTF8
  /// Anything else, in the words of the system.
  case system(String)

  init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR, ESTALE: self = .missing
    case EACCES, EPERM: self = .forbidden
    case EISDIR, ENXIO, ENODEV: self = .notAFile
    case ELOOP: self = .leadsNowhere
    default: self = .system(String(cString: strerror(code)))
    }
  }
}

extension ReadError {
  /// What is wrong, in one sentence.
  var message: String {
    switch self {
    case .missing: "the file no longer exists"
    case .forbidden: "permission denied"
    case .notAFile: "not a regular file"
    case .leadsOut: "the link points outside the data directory and was not followed"
    case .leadsNowhere: "broken link"
    case .nameNotUTF8: "the file's name is not UTF-8"
    case .system(let words): "the file cannot be read: \(words)"
    }
  }

  /// What to do about it.
  var hint: String? {
    switch self {
    case .forbidden: "allow reading it, for example with chmod a+r"
    case .leadsOut: "copy the file into the data directory"
    case .leadsNowhere: "repair or remove the link"
    case .nameNotUTF8: "rename the file"
    default: nil
    }
  }
}

extension stat {
  /// Time of last modification in nanoseconds since 1970.
  var modifiedNanoseconds: Int64 { Self.nanoseconds(st_mtim) }
  /// Time of the last change of content, permissions or name in nanoseconds since 1970.
  var changedNanoseconds: Int64 { Self.nanoseconds(st_ctim) }

  /// Beyond the year 2262 there is no number for it; that it is the same as before is all that counts then.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
