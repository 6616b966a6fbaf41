import CNcurses
import Glibc

/// Where ncurses writes: to the terminal, and while a screen is drawn into memory, from where it goes to the terminal in one
/// piece.
///
/// ncurses writes out what it has at every movement of the cursor, some sixty times a screen. Each time the terminal wakes up, and
/// may show half a screen.
struct BufferedOutput: ~Copyable {
  /// The stream for ncurses; nil where there was no descriptor left, and ncurses is to use standard output.
  let stream: UnsafeMutablePointer<FILE>?
  private let terminal: Int32
  /// A file without a name; -1 where the system has none.
  private let memory: Int32

  /// - Parameter terminal: the descriptor of the terminal. It stays as it is, so that it can be written to whatever happens.
  init(terminal: Int32 = STDOUT_FILENO) {
    self.terminal = terminal
    let descriptor = fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    stream = descriptor < 0 ? nil : fdopen(descriptor, "w")
    memory = newsroom_memory_file()
  }

  deinit {
    if let stream { fclose(stream) }
    if memory >= 0 { close(memory) }
  }

  /// Keeps what ncurses writes from now on.
  func hold() {
    if let stream, memory >= 0 { newsroom_duplicate(memory, fileno(stream)) }
  }

  /// Writes to the terminal at once what was kept, and no longer keeps anything.
  func release() {
    guard let stream, memory >= 0 else { return }
    newsroom_duplicate(terminal, fileno(stream))
    let count = lseek(memory, 0, SEEK_CUR)
    lseek(memory, 0, SEEK_SET)
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { bytes in
      let read = max(0, pread(memory, bytes.baseAddress, count, 0))
      BufferedOutput.write(UnsafeRawBufferPointer(rebasing: bytes[..<read]), to: terminal)
    }
  }

  /// Writes all of it, waiting for a slow terminal, unless the terminal is gone.
  static func write(_ bytes: UnsafeRawBufferPointer, to terminal: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(terminal, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        var room = pollfd(fd: terminal, events: Int16(POLLOUT), revents: 0)
        poll(&room, 1, -1)
      } else if errno != EINTR {
        return
      }
    }
  }
}
