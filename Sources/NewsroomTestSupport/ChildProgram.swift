package import Foundation
import Glibc
import Synchronization

/// A program started by a test: its process, and what became of it.
///
/// It is started by `posix_spawn` with no open files but its own three. Foundation's `Process` leaves a socket open in
/// whatever its child starts, and then waits for the end of that too: for a terminal server, for ever.
///
/// It remembers its end: from then on the number of its process may be another one's.
package final class ChildProgram: Sendable {
  package let process: pid_t
  private let ended = Mutex<Int32?>(nil)

  /// Where the program's standard files lead.
  package enum Files: Sendable {
    /// Paths for input, output and errors.
    case paths(String, String, String)
    /// A terminal, which the program gets for its own, in a session of its own.
    case terminal(String)
  }

  /// Starts a program.
  /// - Parameter words: the program, by path or as found in the `PATH` of `environment`, and its arguments.
  package init(_ words: [String], environment: [String: String], directory: String? = nil, files: Files) throws {
    var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    ChildProgram.open(files, &actions, &attributes)
    ChildProgram.closeOtherFiles(&actions)
    // `env` goes to the folder, and looks the program up: it ends with 127 for one that is not there.
    let folder = directory.map { ["--chdir=\($0)"] } ?? []
    let assignments = environment.map { "\($0)=\($1)" }
    process = try ChildProgram.spawn(["/usr/bin/env", "-i"] + folder + assignments + words, &actions, &attributes)
  }

  /// Closing a file that is not open does no harm here.
  private static func closeOtherFiles(_ actions: inout posix_spawn_file_actions_t) {
    let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    for file in open.compactMap({ Int32($0) }) where file > 2 { posix_spawn_file_actions_addclose(&actions, file) }
  }

  private static func open(
    _ files: Files, _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
  ) {
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    switch files {
    case .paths(let input, let output, let errors):
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    case .terminal(let path):
      flags |= 0x80  // POSIX_SPAWN_SETSID, which the C library shows to GNU programs only
      for file in 0..<3 { posix_spawn_file_actions_addopen(&actions, Int32(file), path, O_RDWR, 0) }
    }
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  private static func spawn(
    _ words: [String], _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
  ) throws -> pid_t {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, words[0], &actions, &attributes, &arguments, nil)
    guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EINVAL) }
    return process
  }

  /// Waits for the end.
  /// - Returns: the exit status; 128 and the signal if a signal ended it.
  package func waitForEnd() -> Int32 {
    var information = siginfo_t()
    while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) == -1 && errno == EINTR {}
    return statusIfEnded() ?? -1
  }

  /// The exit status if the program has ended, nil if it has not.
  package func statusIfEnded() -> Int32? {
    ended.withLock { ended in
      var status: Int32 = 0
      if ended == nil, waitpid(process, &status, WNOHANG) == process { ended = ChildProgram.status(status) }
      return ended
    }
  }

  /// Sends a signal, unless the program is known to have ended.
  package func send(signal: Int32) {
    ended.withLock { ended in
      if ended == nil { kill(process, signal) }
    }
  }

  private static func status(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
