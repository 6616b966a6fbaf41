import Foundation
import Synchronization

/// Does the same to many things on all cores.
enum ParallelWork {
  /// What `body` makes of each part, in the order of the parts.
  static func map<Part: Sendable, Result: Sendable>(
    _ parts: [Part], _ body: @Sendable (Part) -> Result
  ) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let result = body(parts[index])
      results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0 }
    return parts.indices.compactMap { all[$0] }
  }

  /// Files in portions that are worth a hand-over: of a hundred or so, or of some megabytes.
  static func portions(_ files: [DataFile]) -> [ArraySlice<DataFile>] {
    var portions: [ArraySlice<DataFile>] = []
    var start = 0
    var size = 0
    for (index, file) in files.enumerated() {
      size += file.size
      guard index - start >= 127 || size > 4 << 20 || index == files.count - 1 else { continue }
      portions.append(files[start...index])
      (start, size) = (index + 1, 0)
    }
    return portions
  }
}
