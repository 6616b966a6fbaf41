import Foundation
import NcursesTerminal

extension Thread {
  /// Starts a thread that lives as long as the program, under a name that tools show. If its stack overflows, the terminal is
  /// still given back.
  static func start(named name: String, _ body: @escaping @Sendable () -> Void) {
    let thread = Thread {
      SignalStack.take()
      body()
    }
    thread.name = name
    thread.stackSize = 4 << 20
    thread.start()
  }
}
