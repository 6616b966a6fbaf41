import Foundation

/// An inotify descriptor with a watch on every folder of a tree.
struct Notifier: ~Copyable {
  let descriptor: Int32
  private let root: String
  /// The folder that each watch stands for, below the root; "" for the root itself.
  private var folders: [Int32: String] = [:]
  private var changed: Set<String> = []
  /// JSON Lines that were written to and not closed, with when they may be told of.
  private var growing: [String: ContinuousClock.Instant] = [:]
  private var mustLookAtEverything = false
  /// False once the kernel had no room for a watch.
  private(set) var isComplete = true
  /// True once the directory itself was moved, deleted or unmounted: what is watched is not what stands at `root`.
  private(set) var isLost = false
  /// Device and number of the directory that is watched.
  private let identity: [UInt64]

  init?(root: String) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    self.root = root
    identity = Self.identity(of: root)
    guard descriptor >= 0 else { return nil }
    watch("")
    guard !folders.isEmpty else { return nil }
  }

  deinit { close(descriptor) }

  /// Whether the directory holds no folder: as one does on which nothing is mounted, and of a mounting nobody is told.
  var isBare: Bool { folders.count <= 1 }

  /// Notices that something else stands at the root by now.
  mutating func checkRoot() {
    if Self.identity(of: root) != identity { (mustLookAtEverything, isLost) = (true, true) }
  }

  private static func identity(of path: String) -> [UInt64] {
    var information = stat()
    guard stat(path, &information) == 0 else { return [] }
    return [UInt64(information.st_dev), UInt64(information.st_ino)]
  }

  /// When there is something to take, though nothing happens any more.
  var nextDue: ContinuousClock.Instant? { growing.values.min() }

  /// What happened since it was last taken.
  mutating func takeChange() -> DirectoryWatch.Change? {
    let now = ContinuousClock.now
    for (path, due) in growing where due <= now {
      changed.insert(path)
      growing[path] = nil
    }
    defer { (changed, mustLookAtEverything) = ([], false) }
    if mustLookAtEverything { return .everything }
    return changed.isEmpty ? nil : .paths(changed)
  }

  /// Takes in every event that waits.
  mutating func readEvents() {
    let capacity = 64 << 10
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 8)
    defer { buffer.deallocate() }
    while true {
      let length = read(descriptor, buffer.baseAddress, capacity)
      if length <= 0 { return }
      takeIn(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
    }
  }

  private mutating func takeIn(_ events: UnsafeRawBufferPointer) {
    let header = MemoryLayout<inotify_event>.size
    var offset = 0
    while offset + header <= events.count {
      let event = events.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      let end = min(events.count, offset + header + Int(event.len))
      if let name = String(validating: events[offset + header..<end].prefix { $0 != 0 }, as: UTF8.self) {
        takeIn(event, named: name)
      } else {
        // Such a name cannot be a path; a walk finds and reports it.
        mustLookAtEverything = true
      }
      offset = end
    }
  }

  private mutating func takeIn(_ event: inotify_event, named name: String) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      mustLookAtEverything = true
      return
    }
    guard let folder = folders[event.wd] else { return }
    if event.mask & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) != 0 {
      if folder.isEmpty { (mustLookAtEverything, isLost) = (true, true) }
      if event.mask & UInt32(IN_IGNORED) != 0 { folders[event.wd] = nil }
      return
    }
    guard !name.isEmpty, !name.hasPrefix(".") else { return }
    let path = folder.isEmpty ? name : folder + "/" + name
    if event.mask & UInt32(IN_ISDIR) != 0 {
      if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 { watch(path) }
      changed.insert(path)
    } else if event.mask & UInt32(IN_MODIFY) != 0 {
      grow(path)
    } else if event.mask & UInt32(IN_CREATE) == 0 || isLink(path) {
      growing[path] = nil
      // A file just created is still being written; its end of writing is told apart. A link, hard or not, has no such end.
      changed.insert(path)
    }
  }

  /// Notes that a file was written to that may stay open. Only JSON Lines can be appended to; any other text is whole when it
  /// is closed. As all of a file is read again, a long one is told of the less often: once a second for every 4 MB.
  private mutating func grow(_ path: String) {
    guard path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson"), growing[path] == nil else { return }
    var information = stat()
    guard lstat(root + "/" + path, &information) == 0 else { return }
    growing[path] = .now + .milliseconds(50 + Int(information.st_size) / 4_000)
  }

  private func isLink(_ path: String) -> Bool {
    var information = stat()
    guard lstat(root + "/" + path, &information) == 0 else { return false }
    return information.st_mode & S_IFMT == S_IFLNK || information.st_nlink > 1
  }

  /// Watches a folder and every folder below it.
  private mutating func watch(_ folder: String) {
    let mask =
      IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
      | IN_ATTRIB
    var waiting = [folder]
    while let next = waiting.popLast() {
      let path = next.isEmpty ? root : root + "/" + next
      let number = inotify_add_watch(
        descriptor, path, UInt32(mask) | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW) | UInt32(IN_EXCL_UNLINK))
      guard number >= 0 else {
        if errno == ENOSPC { isComplete = false }
        continue
      }
      folders[number] = next
      waiting += Self.subfolders(of: path).map { next.isEmpty ? $0 : next + "/" + $0 }
    }
  }

  private static func subfolders(of path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
