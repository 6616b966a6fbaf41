import Foundation

/// The journal of the user's state: `user.jsonl` in the folder for state (XDG), a ``UserState/Change`` in every line.
///
/// Changes are appended under a lock and reach the disk before they count, so two processes can write at the same time, and a killed one
/// leaves at most a last line that is not whole; that line was never acknowledged and is passed over.
final class UserJournal {
  let path: String
  private(set) var state = UserState()
  /// How many lines could not be read.
  private(set) var unreadableLines = 0
  private var lines = 0
  private var offset = 0
  private var inode: ino_t = 0

  /// How many of the last changes can be undone after compaction.
  static let keptChanges = 200
  /// Below so many lines a journal is not compacted.
  private let compactionLimit: Int

  /// - Throws: a ``CLIError`` where there is no folder for state.
  convenience init(environment: [String: String] = processEnvironment) throws {
    guard let folder = StateFolder.path(environment) else {
      throw CLIError(StateFolder.absence(environment), code: .unavailable)
    }
    self.init(path: folder + "/user.jsonl")
  }

  init(path: String, compactionLimit: Int = 5_000) { (self.path, self.compactionLimit) = (path, compactionLimit) }

  /// Reads what this and other processes wrote since.
  func refresh() throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    if descriptor < 0, errno == ENOENT { return reset(inode: 0) }
    guard descriptor >= 0 else { throw failure("cannot be read") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw failure("cannot be read") }
    if status.st_ino != inode || status.st_size < offset { reset(inode: status.st_ino) }
    do {
      try file.seek(toOffset: UInt64(offset))
      read(try file.readToEnd() ?? Data())
    } catch { throw failure("cannot be read") }
  }

  private func reset(inode: ino_t) {
    (state, lines, offset, unreadableLines) = (UserState(), 0, 0, 0)
    self.inode = inode
  }

  /// Takes in whole lines. What follows the last line break is read again when it has grown.
  private func read(_ data: Data) {
    guard let end = data.lastIndex(of: UInt8(ascii: "\n")) else { return }
    let decoder = JSONDecoder()
    for line in data[...end].split(separator: UInt8(ascii: "\n")) {
      lines += 1
      if let change = try? decoder.decode(UserState.Change.self, from: line) {
        state.apply(change)
      } else {
        unreadableLines += 1
      }
    }
    offset += data.distance(from: data.startIndex, to: end) + 1
  }

  /// Sets a key, or removes it.
  /// - Returns: whether that changed anything.
  @discardableResult
  func set(_ key: UserState.Key, to value: String?) throws -> Bool {
    try locked {
      guard state.values[key] != value else { return false }
      try append([change(key, before: state.values[key], after: value)])
      return true
    }
  }

  /// Takes back the last change that was not taken back.
  /// - Returns: the change; nil where there is none.
  func undo() throws -> UserState.Change? {
    try locked {
      guard let last = state.undoable.last else { return nil }
      var change = self.change(last.key, before: state.values[last.key], after: last.before)
      change.undoes = last.id
      try append([change])
      return last
    }
  }

  /// Makes the change again that was taken back last.
  /// - Returns: the change; nil where there is none.
  func redo() throws -> UserState.Change? {
    try locked {
      guard let last = state.redoable.last else { return nil }
      var change = self.change(last.key, before: state.values[last.key], after: last.after)
      change.redoes = last.id
      try append([change])
      return last
    }
  }

  private func change(_ key: UserState.Key, before: String?, after: String?) -> UserState.Change {
    UserState.Change(
      id: UUID().uuidString, time: Date().ISO8601Format(), key: key, before: before, after: after)
  }
}

extension UserJournal {
  /// Runs `body` with the newest state, while no other process writes.
  private func locked<Value>(_ body: () throws -> Value) throws -> Value {
    let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { throw failure("cannot be written") }
    defer { close(lock) }
    let end = ContinuousClock.now + .seconds(10)
    while flock(lock, LOCK_EX | LOCK_NB) != 0 {
      guard [EWOULDBLOCK, EINTR].contains(errno) else { throw failure("cannot be locked") }
      guard .now < end else { throw failure("is locked by another newsroom") }
      usleep(1_000)
    }
    try refresh()
    let value = try body()
    if lines > compactionLimit, lines > 2 * (state.values.count + Self.keptChanges) { try compact() }
    return value
  }

  /// Appends whole lines. A last line that is not whole, left by a killed process, is ended first.
  private func append(_ changes: [UserState.Change]) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure("cannot be written") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      let size = try file.seekToEnd()
      var data = try Self.lines(changes)
      if size > UInt64(offset) { data = Data("\n".utf8) + data }
      try file.write(contentsOf: data)
      try file.synchronize()
    } catch { throw failure("cannot be written") }
    try refresh()
  }

  private static func lines(_ changes: [UserState.Change]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try changes.reduce(into: Data()) { $0 += try encoder.encode($1) + Data("\n".utf8) }
  }

  /// Writes the journal anew: what every key holds, with the last changes that can be undone behind it. A file with lines that could not
  /// be read stays as it is.
  private func compact() throws {
    guard unreadableLines == 0 else { return }
    let kept = state.undoable.suffix(Self.keptChanges)
    var base = state.values
    for change in kept.reversed() { base[change.key] = change.before }
    var changes = base.sorted { ($0.key.subject, $0.key.item) < ($1.key.subject, $1.key.item) }.map { key, value in
      var snapshot = self.change(key, before: nil, after: value)
      snapshot.snapshot = true
      return snapshot
    }
    changes += kept
    // Undone changes between the kept ones leave no trace in them; what each key holds is said once more where that differs.
    var replayed = UserState()
    for change in changes { replayed.apply(change) }
    for key in Set(replayed.values.keys).union(state.values.keys) where replayed.values[key] != state.values[key] {
      var snapshot = self.change(key, before: nil, after: state.values[key])
      snapshot.snapshot = true
      changes.append(snapshot)
    }
    do { try AtomicFile.write(try Self.lines(changes), to: path) } catch { throw failure("cannot be written") }
    try refresh()
  }

  private func failure(_ what: String) -> CLIError {
    CLIError("The file of your notes \(what), so it stays as it is: \(path)", code: .unavailable)
  }
}
