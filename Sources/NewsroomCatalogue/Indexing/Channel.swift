import Foundation

/// Hands values from one thread to another, in order, and makes the sender wait while the receiver is behind.
///
/// Unchecked, because everything below is only touched while the condition's lock is held.
final class Channel<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var values: [Value] = []
  private var outcome: Result<Void, any Error>?
  private let capacity: Int

  /// A channel that holds so many values at most.
  init(capacity: Int) { self.capacity = capacity }

  /// A channel into which `produce` sends values from a thread of its own; it is closed with how that ends.
  convenience init(capacity: Int, produce: @escaping @Sendable (Channel) throws -> Void) {
    self.init(capacity: capacity)
    Thread.detachNewThread { self.close(Result { try produce(self) }) }
  }

  /// Hands a value over; throws when the receiver does not want any more.
  func send(_ value: Value) throws {
    condition.lock()
    defer { condition.unlock() }
    while values.count >= capacity, outcome == nil { condition.wait() }
    if outcome != nil { throw CancellationError() }
    values.append(value)
    condition.broadcast()
  }

  /// The next value; nil after the last one. Throws the error with which the sender ended.
  func receive() throws -> Value? {
    condition.lock()
    defer { condition.unlock() }
    while values.isEmpty, outcome == nil { condition.wait() }
    if !values.isEmpty {
      condition.broadcast()
      return values.removeFirst()
    }
    try outcome?.get()
    return nil
  }

  /// Says that nothing more will be sent, or, from the receiver, that nothing more is wanted.
  func close(_ result: Result<Void, any Error> = .success(())) {
    condition.lock()
    defer { condition.unlock() }
    if outcome == nil { outcome = result }
    condition.broadcast()
  }
}
