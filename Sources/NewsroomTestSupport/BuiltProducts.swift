package import Foundation

/// Where the programs of this package were built: beside the test program that runs now.
package enum BuiltProducts {
  /// The built program of a name, for instance `newsroom`. `NEWSROOM_PROGRAM` may name another `newsroom`, such as one built for
  /// release.
  package static func program(_ name: String) -> URL {
    if name == "newsroom", let other = ProcessInfo.processInfo.environment["NEWSROOM_PROGRAM"] {
      return URL(filePath: other)
    }
    let running =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: running).deletingLastPathComponent().appending(path: name)
  }
}
