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

  deinit { try? FileManager.default.removeItem(at: url) }
}
