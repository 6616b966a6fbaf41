import Glibc

/// Keeps standard error off the screen while the screen is taken.
///
/// Whatever this process says there meanwhile, a library's warning or the last words of a trap, would be written across the
/// cells and then be lost with them. It is kept in a file without a name, and comes out when the terminal is given back. Where
/// standard error is no terminal it is left alone.
struct StderrCapture: ~Copyable {
  /// Where standard error led; -1 where it is left alone.
  let terminal: Int32
  /// What is kept.
  let file: Int32

  init() {
    let kept = isatty(STDERR_FILENO) == 1 ? tmpfile() : nil
    file = kept.map { fcntl(fileno($0), F_DUPFD_CLOEXEC, 3) } ?? -1
    if let kept { fclose(kept) }
    terminal = file >= 0 ? fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3) : -1
    hold()
  }

  /// Captures standard error from now on.
  func hold() {
    if terminal >= 0 { dup2(file, STDERR_FILENO) }
  }

  /// Restores standard error and writes what was captured.
  func release() {
    guard terminal >= 0 else { return }
    dup2(terminal, STDERR_FILENO)
    var bytes = [UInt8](repeating: 0, count: 4_096)
    lseek(file, 0, SEEK_SET)
    while case let count = read(file, &bytes, bytes.count), count > 0 { _ = write(terminal, bytes, count) }
    ftruncate(file, 0)
    lseek(file, 0, SEEK_SET)
  }

  deinit {
    guard terminal >= 0 else { return }
    release()
    close(terminal)
    close(file)
  }
}
