import Foundation

/// Starts other programs by their argument lists.
enum ChildProcess {
  /// How a program ended.
  enum End: Equatable, Sendable {
    case status(Int32)
    case signal(Int32)

    /// - Parameter status: as `waitpid` gives it.
    init(_ status: Int32) { self = status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F) }

    /// What is said of it; nil where all is well.
    var errorMessage: String? {
      switch self {
      case .status(0): nil
      case .status(let status): "ended with status \(status)"
      case .signal(let number): "was ended by signal \(number)"
      }
    }
  }

  /// Runs a program in the terminal and waits for its end.
  /// - Returns: how it ended, or nil when it could not be started.
  static func run(_ arguments: [String], input: String? = nil) -> End? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var ends: [Int32] = [-1, -1]
    if input != nil {
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    }
    let child = spawn(arguments, &actions)
    if let input { feed(input, to: ends, isRunning: child != nil) }
    guard let child else { return nil }
    let end = wait(for: child)
    // posix_spawnp reports a missing program as the child's exit status 127 on some systems.
    return end == .status(127) ? nil : end
  }

  private static func wait(for child: pid_t) -> End {
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    return End(status)
  }

  /// Starts a program that has a window of its own; its words do not reach the terminal.
  /// - Parameter whenEnded: called from another thread when it has ended.
  static func startInBackground(_ arguments: [String], whenEnded: @escaping @Sendable (End) -> Void) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    guard let child = spawn(arguments, &actions, ownSession: true) else { return false }
    // A thread waits for the child, so that it does not stay as a zombie.
    Thread { whenEnded(wait(for: child)) }.start()
    return true
  }

  private static func feed(_ input: String, to ends: [Int32], isRunning: Bool) {
    close(ends[0])
    if isRunning {
      // A pager that ends before it has read everything must not end us.
      let old = signal(SIGPIPE, SIG_IGN)
      let handle = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
      try? handle.write(contentsOf: Data(input.utf8))
      signal(SIGPIPE, old)
    }
    close(ends[1])
  }

  private static func spawn(
    _ arguments: [String], _ actions: inout posix_spawn_file_actions_t, ownSession: Bool = false
  ) -> pid_t? {
    guard let program = arguments.first else { return nil }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (ownSession ? Int32(0x80) : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var child = pid_t()
    let list = arguments.map { strdup($0) } + [nil]
    defer { list.forEach { free($0) } }
    return posix_spawnp(&child, program, &actions, &attributes, list, environ) == 0 ? child : nil
  }
}
