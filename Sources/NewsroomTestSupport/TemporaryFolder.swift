package import Foundation

/// A folder of its own for one test, gone when the last reference to it is.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "newsroom-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// A path in the folder.
  package func path(_ name: String) -> String { url.appending(path: name).path() }

  /// Writes a program that can be run at once.
  ///
  /// A child of ours writes it. A file that we have open for writing, the children of other tests have open as well until they run
  /// a program of their own, and for as long the system refuses to run the file (`ETXTBSY`).
  /// - Returns: its path.
  package func writeProgram(_ name: String, _ script: String) throws -> String {
    let path = self.path(name)
    let outcome = try Command.run(["sh", "-c", #"cat > "$0" && chmod 755 "$0""#, path], input: script)
    guard outcome.status == 0 else { throw DeadlinePassed(what: "\(path): \(outcome.errors)") }
    return path
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
