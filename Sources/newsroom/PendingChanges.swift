import NewsroomModel

/// What is to be looked at, gathered while the catalogue is busy with what was asked before.
struct PendingChanges {
  /// Above so many paths a look at everything is faster than one at each.
  static let maxPaths = 2_000

  private(set) var change: DirectoryWatch.Change?

  /// Adds to what is to be looked at.
  mutating func add(_ more: DirectoryWatch.Change?) {
    switch (change, more) {
    case (_, nil): break
    case (.paths(let old), .paths(let new)): change = Self.change(at: old.union(new))
    case (nil, .paths(let new)): change = Self.change(at: new)
    default: change = .everything
    }
  }

  /// Takes what was gathered.
  mutating func take() -> DirectoryWatch.Change? {
    defer { change = nil }
    return change
  }

  private static func change(at paths: Set<String>) -> DirectoryWatch.Change {
    paths.count > maxPaths ? .everything : .paths(paths)
  }
}
