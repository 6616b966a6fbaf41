import Glibc
import Synchronization
import TerminalCells

/// Restores the terminal when the program crashes: a trap, a bad access, an abort, or `exit` while the
/// screen is taken.
///
/// Everything the handler needs is prepared beforehand in memory that is never moved or freed (`CrashReportBuffer`). The handler runs
/// on a stack of its own (`SignalStack`) and calls what is async-signal-safe alone: write, open, read, close, lseek, pread, dup2,
/// strlen, tcsetattr and raise. It then lets the signal do what it does by default, so that a core or an exit status tells what
/// happened.
struct CrashHandler: ~Copyable {
  private let notes: UnsafeMutablePointer<CrashReportBuffer>
  private var before: [(signal: Int32, action: sigaction)] = []

  /// The notes on the terminal that is taken now, as an address; 0 when none is.
  ///
  /// Atomic, because a handler may read nothing that could be half written; initialised when the first page is made, before
  /// any handler is installed, so that the handler finds its lazy initialisation done.
  private static let current = Atomic<UInt>(0)

  static let signals: [Int32] = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]

  init(_ prepared: CrashReportBuffer) {
    notes = UnsafeMutablePointer<CrashReportBuffer>.allocate(capacity: 1)
    notes.initialize(to: prepared)
    CrashHandler.current.store(UInt(bitPattern: notes), ordering: .sequentiallyConsistent)
    SignalStack.take()
    atexit { if let notes = CrashHandler.currentNotes { CrashReportBuffer.trim(notes) } }
    for signal in CrashHandler.signals { before.append((signal, CrashHandler.install(signal))) }
  }

  /// The notes themselves are not freed: another thread may be dying over them.
  deinit {
    CrashHandler.current.store(0, ordering: .sequentiallyConsistent)
    for (signal, action) in before {
      var action = action
      sigaction(signal, &action, nil)
    }
  }

  /// Says whether the terminal is taken now: while it is not, there is nothing to give back.
  func setTaken(_ isTaken: Bool) { notes.pointee.isTaken = isTaken }

  /// Notes a key for the report.
  func note(_ key: Key) { CrashReportBuffer.note(key, in: notes) }

  private static var currentNotes: UnsafeMutablePointer<CrashReportBuffer>? {
    UnsafeMutablePointer(bitPattern: current.load(ordering: .relaxed))
  }

  /// - Returns: what was done about the signal before.
  private static func install(_ signal: Int32) -> sigaction {
    var (action, old) = (sigaction(), sigaction())
    action.__sigaction_handler.sa_sigaction = { signal, information, _ in
      if let notes = CrashHandler.currentNotes {
        CrashReportBuffer.trim(notes)
        CrashReportBuffer.report(notes, signal: signal, address: information?.pointee._sifields._sigfault.si_addr)
      }
      // The default action is back (SA_RESETHAND); the signal is held until the handler returns.
      raise(signal)
    }
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(signal, &action, &old)
    return old
  }
}

/// A stack for handlers of signals: one that overflowed has no room for them. Each thread has its own.
package enum SignalStack {
  private static let bytes = 1 << 16

  /// Gives the calling thread one, for as long as the process lives: a thread that is to end often should have none.
  package static func take() {
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
    stack.ss_size = bytes
    sigaltstack(&stack, nil)
  }
}
