package import Foundation

/// Where the programs of this package were built: beside the test program that runs now.
package enum BuiltProducts {
  /// The built program of a name, for instance `newsroom`.
  package static func program(_ name: String) -> URL {
    let running =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: running).deletingLastPathComponent().appending(path: name)
  }
}
