import Foundation

/// Lines for tests: what the browser is doing, written to the file that $NEWSROOM_TRACE names. Holds no content.
struct Trace {
  private let descriptor: Int32

  init(environment: [String: String] = processEnvironment) {
    let path = environment["NEWSROOM_TRACE"] ?? ""
    descriptor = path.isEmpty ? -1 : open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  }

  func note(_ word: StaticString) {
    guard descriptor >= 0 else { return }
    _ = word.withUTF8Buffer { write(descriptor, $0.baseAddress, $0.count) }
    _ = write(descriptor, "\n", 1)
  }
}
