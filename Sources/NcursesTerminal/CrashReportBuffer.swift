import Glibc
import TerminalCells

/// What a crash handler needs, in plain memory: pointers and numbers, nothing that is counted, grown or looked up.
///
/// The static functions here run inside a signal handler. They allocate nothing, take no lock and touch no Swift object:
/// they read fields through a pointer and call async-signal-safe functions.
struct CrashReportBuffer {
  /// What to write to the terminal to have it as it was.
  private let restore: UnsafeMutableBufferPointer<UInt8>
  /// How the terminal's line was set.
  private var modes: termios
  /// Where the report goes; nil for none.
  private let path: UnsafeMutablePointer<CChar>?
  /// Name and version of the program.
  private let heading: UnsafeMutableBufferPointer<UInt8>
  /// The names of the last keys, written round and round.
  private let keys: UnsafeMutableBufferPointer<UInt8>
  private var keyPosition = 0
  /// What standard error said while the screen was taken, and where it led before; -1 for both where it was left alone.
  private let errors: (file: Int32, terminal: Int32)
  /// Room for a number, a letter at a time.
  private let scratch: UnsafeMutableBufferPointer<UInt8>
  var isTaken = true

  private static let keyBytes = 256

  /// - Parameters:
  ///   - reportPath: a file in a folder that exists; it is written anew by each crash.
  ///   - heading: name and version of the program, the report's first line.
  init(
    restore: [UInt8], modes: termios, reportPath: String?, heading: String, errors: (file: Int32, terminal: Int32)
  ) {
    self.errors = errors
    self.restore = CrashReportBuffer.keep(restore)
    self.modes = modes
    path = reportPath.map { strdup($0) }
    self.heading = CrashReportBuffer.keep(Array(heading.utf8))
    keys = CrashReportBuffer.keep(Array(repeating: 0x20, count: CrashReportBuffer.keyBytes))
    scratch = CrashReportBuffer.keep(Array(repeating: 0, count: 64))
  }

  /// Memory for the life of the process.
  private static func keep(_ bytes: [UInt8]) -> UnsafeMutableBufferPointer<UInt8> {
    let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = kept.initialize(from: bytes)
    return kept
  }

  /// Notes a key by name. Not for handlers.
  static func note(_ key: Key, in notes: UnsafeMutablePointer<CrashReportBuffer>) {
    for byte in (" " + key.label).utf8.prefix(40) {
      notes.pointee.keys[notes.pointee.keyPosition] = byte
      notes.pointee.keyPosition = (notes.pointee.keyPosition + 1) % keyBytes
    }
  }
}

extension CrashReportBuffer {
  /// Restores the terminal once.
  static func trim(_ notes: UnsafeMutablePointer<CrashReportBuffer>) {
    guard notes.pointee.isTaken else { return }
    notes.pointee.isTaken = false
    put(notes.pointee.restore, STDOUT_FILENO)
    tcsetattr(STDIN_FILENO, TCSANOW, &notes.pointee.modes)
    guard notes.pointee.errors.terminal >= 0 else { return }
    dup2(notes.pointee.errors.terminal, STDERR_FILENO)
    putErrors(notes, STDERR_FILENO)
  }

  /// The end of what standard error said, which is what a trap said of itself and where it was.
  private static func putErrors(_ notes: UnsafeMutablePointer<CrashReportBuffer>, _ file: Int32) {
    let (errors, scratch) = (notes.pointee.errors.file, notes.pointee.scratch)
    guard errors >= 0 else { return }
    var position = max(0, lseek(errors, 0, SEEK_END) - 2_048)
    while case let count = pread(errors, scratch.baseAddress, scratch.count, position), count > 0 {
      _ = write(file, scratch.baseAddress, count)
      position += count
    }
  }

  /// Writes the report, and a sentence to standard error.
  static func report(
    _ notes: UnsafeMutablePointer<CrashReportBuffer>, signal: Int32, address: UnsafeMutableRawPointer?
  ) {
    describe(notes, signal, address, STDERR_FILENO, isShort: true)
    guard let path = notes.pointee.path else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    describe(notes, signal, address, file, isShort: false)
    close(file)
    put("Report: ", STDERR_FILENO)
    _ = write(STDERR_FILENO, path, strlen(path))
    put("\n", STDERR_FILENO)
  }

  private static func describe(
    _ notes: UnsafeMutablePointer<CrashReportBuffer>, _ signal: Int32, _ address: UnsafeMutableRawPointer?,
    _ file: Int32,
    isShort: Bool
  ) {
    put(notes.pointee.heading, file)
    put(" was stopped by signal ", file)
    putNumber(UInt(signal), radix: 10, notes.pointee.scratch, file)
    put(".\n", file)
    if isShort { return }
    putErrors(notes, file)
    put("address 0x", file)
    putNumber(UInt(bitPattern: address), radix: 16, notes.pointee.scratch, file)
    put("\nprogram at 0x", file)
    putProgramBase(notes.pointee.scratch, file)
    put("\nlast keys", file)
    let (keys, position) = (notes.pointee.keys, notes.pointee.keyPosition)
    _ = write(file, keys.baseAddress?.advanced(by: position), keyBytes - position)
    _ = write(file, keys.baseAddress, position)
    put("\n", file)
  }

  /// Where the program was loaded: the first number of the process's memory map, against which the address is read.
  private static func putProgramBase(_ scratch: UnsafeMutableBufferPointer<UInt8>, _ file: Int32) {
    let path: StaticString = "/proc/self/maps"
    let maps = open(UnsafeRawPointer(path.utf8Start).assumingMemoryBound(to: CChar.self), O_RDONLY | O_CLOEXEC)
    guard maps >= 0 else { return }
    let count = read(maps, scratch.baseAddress, scratch.count)
    close(maps)
    var length = 0
    while length < count, scratch[length] != 0x2D { length += 1 }
    _ = write(file, scratch.baseAddress, length)
  }

  private static func putNumber(
    _ number: UInt, radix: UInt, _ scratch: UnsafeMutableBufferPointer<UInt8>, _ file: Int32
  ) {
    var (rest, start) = (number, scratch.count)
    repeat {
      start -= 1
      let digit = UInt8(truncatingIfNeeded: rest % radix)
      scratch[start] = digit < 10 ? 0x30 + digit : 0x57 + digit
      rest /= radix
    } while rest > 0
    _ = write(file, scratch.baseAddress?.advanced(by: start), scratch.count - start)
  }

  private static func put(_ text: StaticString, _ file: Int32) {
    _ = write(file, text.utf8Start, text.utf8CodeUnitCount)
  }

  private static func put(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ file: Int32) {
    _ = write(file, bytes.baseAddress, bytes.count)
  }
}
