import Foundation
import Glibc
package import TerminalCells

/// A program on a terminal line that the test itself is the other end of: for what a terminal emulator would hide, namely every
/// byte that is written and every mode that the line is left in.
package final class PseudoTerminal {
  package let program: ChildProgram
  /// Everything the program has written so far.
  package private(set) var output = ""
  private var controller: Int32
  /// Held open so that the line and its modes outlive the program. Like the controller -1 once it is closed: the number may be
  /// another test's file by then.
  private var line: Int32

  /// How the line was set before the program started.
  package let modesBefore: String

  /// Starts `command` on a line of its own, as the leader of a session, in `directory` or where the tests run.
  package init(
    _ command: [String], size: Size = Size(columns: 80, rows: 24), environment: [String: String] = [:],
    directory: String? = nil
  ) throws {
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    let path = try PseudoTerminal.unlock(controller)
    line = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    let pinned = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": "/", "PATH": "/usr/bin:/bin", "ESCDELAY": "25",
    ]
    PseudoTerminal.set(size, of: controller)
    modesBefore = PseudoTerminal.modes(of: line)
    program = try ChildProgram(
      command, environment: pinned.merging(environment) { $1 }, directory: directory, files: .terminal(path))
  }

  deinit {
    if program.statusIfEnded() == nil {
      program.send(signal: SIGKILL)
      _ = program.waitForEnd()
    }
    hangUp()
  }

  /// What `unlockpt` and `ptsname` do; Swift's module of the C library does not show them.
  /// - Returns: the path of the line.
  private static func unlock(_ controller: Int32) throws -> String {
    let (unlockRequest, numberRequest): (UInt, UInt) = (0x4004_5431, 0x8004_5430)  // TIOCSPTLCK, TIOCGPTN
    var (isLocked, number): (Int32, Int32) = (0, -1)
    guard ioctl(controller, unlockRequest, &isLocked) == 0, ioctl(controller, numberRequest, &number) == 0 else {
      throw POSIXError(.ENXIO)
    }
    return "/dev/pts/\(number)"
  }

  private static func set(_ size: Size, of file: Int32) {
    var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(file, UInt(TIOCSWINSZ), &window)
  }

  /// Types bytes.
  package func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(controller, bytes, bytes.count)
  }

  /// Gives the line another size; the program is told by a signal.
  package func resize(to size: Size) { PseudoTerminal.set(size, of: controller) }

  /// Takes the terminal away, as closing its window does.
  package func hangUp() {
    for file in [line, controller] where file >= 0 { close(file) }
    (line, controller) = (-1, -1)
  }

  /// How the line is set, in words that can be compared: what `stty -a` tells.
  package var modes: String { PseudoTerminal.modes(of: line) }

  private static func modes(of line: Int32) -> String {
    var modes = termios()
    tcgetattr(line, &modes)
    let characters = withUnsafeBytes(of: modes.c_cc) { Array($0.prefix(Int(NCCS))) }
    return "\(modes.c_iflag) \(modes.c_oflag) \(modes.c_cflag) \(modes.c_lflag) \(characters)"
  }

  /// Reads what there is.
  package func drain() {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while controller >= 0 {
      let count = read(controller, &bytes, bytes.count)
      if count <= 0 { return }
      output += String(decoding: bytes[0..<count], as: UTF8.self)
    }
  }

  /// Reads no more than so many bytes: a slow terminal.
  /// - Returns: how many there were.
  package func drain(atMost limit: Int) -> Int {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = max(0, read(controller, &bytes, limit))
    output += String(decoding: bytes[0..<count], as: UTF8.self)
    return count
  }

  /// Waits until the program has written `text`.
  package func waitFor(_ text: String, seconds: Double = 90) throws {
    try Deadline.wait(seconds, for: "'\(text)' from the program") {
      drain()
      return output.contains(text)
    }
  }

  /// Waits until the program has ended.
  /// - Returns: its exit status; 128 and the signal if a signal ended it.
  package func waitForExit(seconds: Double = 90) throws -> Int32 {
    var status: Int32?
    try Deadline.wait(seconds, for: "the end of the program") {
      drain()
      status = program.statusIfEnded()
      return status != nil
    }
    drain()
    return status ?? -1
  }
}
