import Foundation
import NewsroomBrowser
import Synchronization

/// Where workers leave messages for the main thread, which a byte in a pipe wakes.
final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  /// Readable while messages are waiting.
  let wakeDescriptor: Int32
  private let writeDescriptor: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw CLIError("no pipe could be opened: \(String(cString: strerror(errno))).", code: .unavailable)
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (wakeDescriptor, writeDescriptor) = (ends[0], ends[1])
  }

  deinit {
    close(wakeDescriptor)
    close(writeDescriptor)
  }

  func post(_ message: Message) {
    let isFirst = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    // A full pipe already wakes the reader, so a byte that does not fit is not missed.
    if isFirst { _ = write(writeDescriptor, [1], 1) }
  }

  /// Takes every message waiting.
  func takeAll() -> [Message] {
    messages.withLock { messages in
      var bytes = [UInt8](repeating: 0, count: 64)
      while read(wakeDescriptor, &bytes, bytes.count) > 0 {}
      defer { messages = [] }
      return messages
    }
  }
}
