import Foundation

/// Why a data directory cannot be opened.
public enum DataDirectoryError: Error, Equatable, Sendable {
  /// Nothing is there.
  case missing(path: String)
  /// Something is there that is no directory.
  case notADirectory(path: String)
  /// Nothing at all is in it, though there were records: as when nothing is mounted there any more.
  case emptied(path: String)
  /// It may not be read.
  case unreadable(path: String)

  init(path: String, errno code: Int32) {
    switch code {
    case ENOENT: self = .missing(path: path)
    case ENOTDIR: self = .notADirectory(path: path)
    default: self = .unreadable(path: path)
    }
  }
}

extension DataDirectoryError: CustomStringConvertible {
  /// One sentence: what is wrong, and what to do next.
  public var description: String {
    switch self {
    case .missing(let path):
      "no data directory at '\(path)'. Pass one that holds 'articles/', for example: newsroom --data data"
    case .notADirectory(let path):
      "'\(path)' is not a directory. Pass the directory that holds 'articles/', for example: newsroom --data data"
    case .emptied(let path):
      "the directory '\(path)' is empty. If it is a mount point, mount it again"
    case .unreadable(let path):
      "the directory '\(path)' cannot be read. Allow it, for example: chmod -R a+rX '\(path)'"
    }
  }
}
