import Foundation
import Synchronization

/// Notes that the program was asked to end (Ctrl-C, `kill`, a terminal that is gone), for a command that has to clean up first.
enum TerminationSignal {
  private static let signal = Atomic<Int32>(0)

  static var hasCome: Bool { signal.load(ordering: .relaxed) != 0 }

  /// From now on those signals are noted and do nothing else.
  static func watch() {
    // Nothing has come yet; and the store is made before a signal can come, for making it takes a lock.
    signal.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var old = sigaction()
      sigaction(number, nil, &old)
      // What was told to go on (nohup) goes on.
      guard unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) != 1 else { continue }
      Glibc.signal(number) { TerminationSignal.signal.store($0, ordering: .relaxed) }
    }
  }

  /// From now on those signals end the program again.
  static func unwatch() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var present = sigaction()
      sigaction(number, nil, &present)
      if unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self) != 1 { Glibc.signal(number, SIG_DFL) }
    }
  }

  /// Ends the program as the signal would have.
  static func end() {
    let number = signal.load(ordering: .relaxed)
    Glibc.signal(number, SIG_DFL)
    raise(number)
  }
}
