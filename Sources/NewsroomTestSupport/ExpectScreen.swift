import Foundation
package import TerminalCells
package import Testing

/// Compares a screen with the one recorded as `Screens/NAME.txt` beside the test's own file.
///
/// With `RECORD_SCREENS=1` in the environment the recording is rewritten. A missing one is written, and fails the test once so
/// that nobody overlooks it. A difference prints the lines that differ.
package func expectScreen(
  _ grid: CellGrid, cursor: Point? = nil, named name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let dump = ScreenDump(grid, cursor: cursor).description
  let golden = URL(filePath: file).deletingLastPathComponent().appending(path: "Screens/\(name).txt")
  let recorded = try? String(contentsOf: golden, encoding: .utf8)
  if recorded == dump { return }
  guard let recorded, ProcessInfo.processInfo.environment["RECORD_SCREENS"] != "1" else {
    return record(dump, at: golden, isNew: recorded == nil, sourceLocation)
  }
  let lines = differences(between: recorded, and: dump)
  Issue.record("screen '\(name)' differs from its recording:\n\(lines)", sourceLocation: sourceLocation)
}

private func record(_ dump: String, at golden: URL, isNew: Bool, _ sourceLocation: SourceLocation) {
  do {
    let folder = golden.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try dump.write(to: golden, atomically: true, encoding: .utf8)
    guard isNew else { return }
    Issue.record(
      "screen recorded for the first time: read \(golden.path()) and run again", sourceLocation: sourceLocation)
  } catch {
    Issue.record("cannot record a screen: \(error)", sourceLocation: sourceLocation)
  }
}

/// The lines that differ, `-` as recorded and `+` as drawn. Rows do not move, so line is compared with line.
private func differences(between recorded: String, and drawn: String) -> String {
  let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
  let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = []
  for index in 0..<max(old.count, new.count) {
    let pair = (index < old.count ? old[index] : nil, index < new.count ? new[index] : nil)
    if pair.0 == pair.1 { continue }
    if let line = pair.0 { lines.append("- \(index): \(line)") }
    if let line = pair.1 { lines.append("+ \(index): \(line)") }
  }
  return lines.joined(separator: "\n")
}
