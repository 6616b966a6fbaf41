import Foundation

/// The files that somebody named, in whatever form they have them at hand: a path below the data directory, a path as the shell has
/// it, or a folder, which means everything in it.
struct ChosenFiles {
  /// Paths below the directory, of files and of folders; an empty one is the directory itself.
  private var chosen: Set<String> = []
  /// What was named and is not there, as it was typed.
  private(set) var missing: [String] = []

  /// - Parameters:
  ///   - names: what was typed.
  ///   - root: the directory's real path.
  ///   - paths: the files that there are, and others of which something is wrong.
  init(_ names: [String], below root: String, among paths: some Sequence<String>) {
    var there = Set(paths).union([""])
    for path in paths {
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        there.insert(String(folder))
      }
    }
    for name in Set(names) {
      let candidates = [Self.tidied(name)] + Self.pathsInShell(name, below: root)
      let folder = candidates.first { Self.isFolder($0, below: root) }
      let path = candidates.first(where: there.contains) ?? folder
      if let path { chosen.insert(path) } else { missing.append(name) }
    }
  }

  /// Whether a file is one of those, or stands in one of the folders.
  func contains(_ path: String) -> Bool {
    if chosen.contains(path) || chosen.contains("") { return true }
    return chosen.contains { path.hasPrefix($0 + "/") }
  }

  /// Without what the shell's completion leaves at the ends: `./articles/`.
  private static func tidied(_ name: String) -> String {
    let parts = name.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    // An absolute path, or nothing but dots and slashes, is no path below the directory.
    return name.hasPrefix("/") || parts.isEmpty ? "/" : parts
  }

  /// Where a path of the shell's leads below the directory: with a link at its end, and with all links resolved.
  private static func pathsInShell(_ name: String, below root: String) -> [String] {
    let parts = name.split(separator: "/")
    let folder = (name.hasPrefix("/") ? "/" : "./") + parts.dropLast().joined(separator: "/")
    let linked = resolved(folder).flatMap { folder in parts.last.map { folder + "/" + $0 } }
    return [linked, resolved(name)].compactMap { $0 }.compactMap { path in
      path == root ? "" : path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : nil
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func isFolder(_ path: String, below root: String) -> Bool {
    var status = stat()
    return path != "/" && stat(root + "/" + path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
