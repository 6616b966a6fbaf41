import Foundation

/// Notices that files of a data directory were written, renamed, moved in or deleted, by Linux's inotify.
///
/// Changes that come together are told together: after a quiet moment, or when they have gone on for a while. Where the kernel
/// drops events, has no room for more watches, or is not told of changes at all (network file systems), the answer is "look
/// at everything again", at once or from time to time.
public final class DirectoryWatch: Sendable {
  /// What happened since the last report.
  public enum Change: Equatable, Sendable {
    /// These paths below the root, and whatever is below them.
    case paths(Set<String>)
    /// Nobody knows: look at everything.
    case everything
  }

  private let root: String
  private let stopping = WakePipe()

  /// Watches the directory at `root`, once ``run(_:)`` is called.
  public init(root: String) {
    self.root = root
  }

  deinit { stopping.close() }

  /// Ends ``run(_:)``; may be called from any thread.
  public func stop() { stopping.wake() }

  /// Reports changes until ``stop()``; takes the calling thread.
  /// - Parameter whenSet: called once every folder is watched; what changed before then may not be reported.
  public func run(whenSet: () -> Void = {}, _ report: (Change) -> Void) {
    var isFirst = true
    repeat {
      if let notifier = Notifier(root: root) {
        // What happened before there was a watch is known to nobody.
        if isFirst { whenSet() } else { report(.everything) }
        if follow(notifier, report) { return }
      } else {
        report(.everything)
      }
      isFirst = false
    } while wait(for: -1, milliseconds: 1000) != nil
  }

  /// Reports what a notifier notices, for as long as it watches what stands at the root.
  /// - Returns: whether watching is to end.
  private func follow(_ notifier: consuming Notifier, _ report: (Change) -> Void) -> Bool {
    while !notifier.isLost {
      let isComplete = notifier.isComplete && !FileSystem.isRemote(root)
      let patience = notifier.nextDue.map(Self.milliseconds) ?? (notifier.isBare ? 1000 : isComplete ? -1 : 3000)
      guard let isReady = wait(for: notifier.descriptor, milliseconds: patience) else { return true }
      if !isReady {
        if notifier.isBare { notifier.checkRoot() }
        if !isComplete { report(.everything) } else if let change = notifier.takeChange() { report(change) }
        continue
      }
      guard let change = gather(&notifier) else { return true }
      if let change { report(change) }
    }
    return false
  }

  /// How long it is until then, at most three seconds.
  private static func milliseconds(until due: ContinuousClock.Instant) -> Int32 {
    Int32(max(1, min(3000, (due - .now) / .milliseconds(1) + 1)))
  }

  /// Collects events until they pause for 25 ms, or for 120 ms in all.
  /// - Returns: nil when watching is to end; within it nil when nothing that matters happened.
  private func gather(_ notifier: inout Notifier) -> Change?? {
    let end = ContinuousClock.now + .milliseconds(120)
    repeat {
      notifier.readEvents()
      guard let isReady = wait(for: notifier.descriptor, milliseconds: 25) else { return nil }
      if !isReady { break }
    } while ContinuousClock.now < end
    return .some(notifier.takeChange())
  }

  /// - Returns: whether there is something to read; nil when watching is to end.
  private func wait(for descriptor: Int32, milliseconds: Int32) -> Bool? {
    var descriptors = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stopping.reader, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&descriptors, 2, milliseconds) < 0, errno == EINTR {}
    if descriptors[1].revents != 0 { return nil }
    return descriptors[0].revents != 0
  }
}

/// What must be known about where files are kept.
enum FileSystem {
  /// Whether other machines may change the files without the kernel here noticing.
  static func isRemote(_ path: String) -> Bool {
    guard let mounts = try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8) else { return false }
    return isRemote(path, mounts: mounts)
  }

  /// The same with the mounts as the kernel lists them: the one above the path, and those below it.
  static func isRemote(_ path: String, mounts: String) -> Bool {
    var (longest, kind) = (0, "")
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2 else { continue }
      let (place, type) = (unescaped(fields[1]), String(fields[2]))
      if place.hasPrefix(path + "/"), isRemoteKind(type) { return true }
      let isAbove = place == "/" || (path + "/").hasPrefix(place + "/")
      if isAbove, place.utf8.count >= longest { (longest, kind) = (place.utf8.count, type) }
    }
    return isRemoteKind(kind)
  }

  private static func isRemoteKind(_ kind: String) -> Bool { remoteKinds.contains { kind.hasPrefix($0) } }

  /// A path of the list of mounts, in which a few characters stand as a backslash and three octal digits.
  private static func unescaped(_ field: Substring) -> String {
    let (space, tab, lineFeed, backslash) = (#"\040"#, #"\011"#, #"\012"#, #"\134"#)
    return String(field).replacing(space, with: " ").replacing(tab, with: "\t").replacing(lineFeed, with: "\n")
      .replacing(backslash, with: "\\")
  }

  private static let remoteKinds = ["nfs", "cifs", "smb", "fuse", "9p", "ceph", "virtiofs"]
}

/// A pipe by which one thread wakes another.
struct WakePipe {
  let reader: Int32
  let writer: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (reader, writer) = (ends[0], ends[1])
  }

  func wake() { _ = write(writer, [1], 1) }

  func close() {
    Foundation.close(reader)
    Foundation.close(writer)
  }
}
