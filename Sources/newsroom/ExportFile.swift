import Foundation
import NewsroomModel

/// The file that records are written to: never one that is there already, and in the data directory only where its whole path
/// was typed.
struct ExportFile {
  /// The whole path.
  let path: String

  /// - Throws: a ``Failure`` that says why nothing can be written there.
  init(_ typed: String, directory: DataDirectory) throws {
    let typed = typed.trimmingCharacters(in: .whitespaces)
    let expanded = typed.hasPrefix("~/") ? (typed as NSString).expandingTildeInPath : typed
    let whole = expanded.hasPrefix("/") ? expanded : FileManager.default.currentDirectoryPath + "/" + expanded
    let folder = (whole as NSString).deletingLastPathComponent
    guard let resolved = realpath(folder, nil) else {
      throw Failure("There is no folder \(folder). Type the name of one that is there.", code: .noInput)
    }
    defer { free(resolved) }
    let real = String(cString: resolved)
    if !typed.hasPrefix("/"), real == directory.root || real.hasPrefix(directory.root + "/") {
      throw Failure("That is in the data directory. Name another folder, or type the whole path.", code: .usage)
    }
    path = (real == "/" ? "" : real) + "/" + (whole as NSString).lastPathComponent
  }

  /// Writes the file with `body`; where that throws, there is no file.
  func write<Value>(_ body: ((Data) throws -> Void) throws -> Value) throws -> Value {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(errno) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      let value = try body { data in
        do { try handle.write(contentsOf: data) } catch { throw failure(errno) }
      }
      if fsync(descriptor) != 0, errno != EINVAL { throw failure(errno) }
      return value
    } catch {
      unlink(path)
      throw error
    }
  }

  private func failure(_ code: Int32) -> Failure {
    if code == EEXIST {
      return Failure("\(path) is there already, and nothing is written over. Type another name.", code: .usage)
    }
    return Failure("\(path) cannot be written: \(String(cString: strerror(code))).", code: .unavailable)
  }
}
