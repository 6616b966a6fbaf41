import Foundation

/// Where tests find the files they read.
enum Places {
  /// The package's `Tests` folder.
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  /// Directories written by hand for tests.
  static let fixtures = tests.appendingPathComponent("Fixtures").path
  /// Files that others wrote: `$NEWSROOM_CONFORMANCE`, else `../shared/conformance` beside the checkout; nil without either.
  static let conformance: String? = {
    let beside = tests.appendingPathComponent("../../shared/conformance").standardized.path
    let named = ProcessInfo.processInfo.environment["NEWSROOM_CONFORMANCE"]
    return [named, beside].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
  }()

  /// The names of the files in a folder of the conformance files, sorted; none without them.
  static func conformanceFiles(_ folder: String) -> [String] {
    guard let conformance else { return [] }
    let names = try? FileManager.default.contentsOfDirectory(atPath: conformance + "/" + folder)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }
}
