import Glibc
import Synchronization

/// Turns signals into bytes in a pipe, so that the loop that waits for keys wakes for them too and handles them at leisure.
///
/// There is one at a time: signals belong to the process.
struct SignalPipe: ~Copyable {
  /// The end to read, to be waited for with `poll`; -1 if the process may open no more files, and then no signal is told.
  let descriptor: Int32
  private let writeEnd: Int32
  private var before: [(signal: Int32, action: sigaction)] = []

  /// The end the handler writes to; -1 when there is none.
  private static let sink = Atomic<Int32>(-1)

  /// Signals that ask a program to end.
  private static let asking: [Int32] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]
  /// All others that end a program which does not know them: those of timers, limits, pipes, and those without a name.
  private static let ending = (1...64).filter { !(asking + stopping + CrashHandler.signals + harmless).contains($0) }
  /// Signals after which the program ends, when it has given the terminal back.
  static let closing = asking + ending
  private static let stopping: [Int32] = [SIGTSTP, SIGCONT]
  /// Those that end nothing, the two that nobody can handle, and the two that are the threads' own.
  private static let harmless: [Int32] = [
    SIGCHLD, SIGURG, SIGWINCH, SIGTTIN, SIGTTOU, SIGKILL, SIGSTOP, 32, 33,
  ]

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
    SignalPipe.sink.store(writeEnd, ordering: .sequentiallyConsistent)
    let others = SignalPipe.ending.filter(SignalPipe.isByDefault)
    for signal in SignalPipe.asking + others + SignalPipe.stopping + [SIGWINCH] {
      before.append((signal, SignalPipe.install(signal)))
    }
  }

  deinit {
    for (signal, action) in before {
      var action = action
      sigaction(signal, &action, nil)
    }
    SignalPipe.sink.store(-1, ordering: .sequentiallyConsistent)
    close(descriptor)
    close(writeEnd)
  }

  /// The signals that came since the last time, each once.
  func drain() -> Set<Int32> {
    var signals: Set<Int32> = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count <= 0 { return signals }
      signals.formUnion(bytes[0..<count].map { Int32($0) })
    }
  }

  /// Lets stop and continue signals do what they do by default, while another program has the terminal or this one stops.
  func restoreStopSignals(_ byDefault: Bool) {
    for number in SignalPipe.stopping {
      if byDefault { signal(number, SIG_DFL) } else { _ = SignalPipe.install(number) }
    }
  }

  /// Whether nobody ignores or handles a signal.
  private static func isByDefault(_ number: Int32) -> Bool {
    var present = sigaction()
    sigaction(number, nil, &present)
    return unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self) == 0
  }

  /// - Returns: what was done about the signal before.
  private static func install(_ number: Int32) -> sigaction {
    var (action, old) = (sigaction(), sigaction())
    // Async-signal-safe: an atomic load and write(2), with the byte on the handler's own stack. errno is put back.
    action.__sigaction_handler.sa_handler = { number in
      let (sink, error) = (SignalPipe.sink.load(ordering: .relaxed), errno)
      var byte = UInt8(truncatingIfNeeded: number)
      if sink >= 0 { _ = write(sink, &byte, 1) }
      errno = error
    }
    action.sa_flags = SA_RESTART
    sigaction(number, &action, &old)
    return old
  }
}
