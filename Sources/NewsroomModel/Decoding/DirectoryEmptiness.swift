import Foundation

extension DataDirectory {
  /// Whether no file in it could hold a record. Looks no further than the first that could, so it costs nothing in a directory
  /// of a million.
  public var isEmpty: Bool { !contains(in: root, isTop: true) { _, _ in true } }

  /// Whether the files that could hold records have more than so many bytes together. Looks at no more of them than it needs to.
  package func holds(moreThan bytes: Int) -> Bool {
    var rest = bytes
    return contains(in: root, isTop: true) { name, folder in
      var status = stat()
      if fstatat(folder, name, &status, 0) == 0 { rest -= Int(status.st_size) }
      return rest < 0
    }
  }

  /// Whether a file that could hold records passes a test, in no order.
  private func contains(
    in folder: String, isTop: Bool, where test: (_ name: UnsafePointer<CChar>, _ folder: Int32) -> Bool
  ) -> Bool {
    guard let stream = opendir(folder) else { return false }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = String(cString: entry.name)
      if name.hasPrefix(".") || isTop && name == "newsroom.json" { continue }
      if RecordFileName.isRecords(name) {
        if test(entry.name, dirfd(stream)) { return true }
      } else if isFolder(entry, in: stream), contains(in: folder + "/" + name, isTop: false, where: test) {
        return true
      }
    }
    return false
  }

  private func isFolder(_ entry: UnsafeMutablePointer<dirent>, in stream: OpaquePointer) -> Bool {
    guard entry.pointee.d_type == UInt8(DT_UNKNOWN) else { return entry.pointee.d_type == UInt8(DT_DIR) }
    var status = stat()
    let isThere = fstatat(dirfd(stream), entry.name, &status, AT_SYMLINK_NOFOLLOW) == 0
    return isThere && status.st_mode & S_IFMT == S_IFDIR
  }
}
