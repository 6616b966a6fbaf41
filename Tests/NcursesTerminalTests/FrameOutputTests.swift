import Foundation
import Testing

@testable import NcursesTerminal

@Suite("What ncurses writes while a screen is drawn")
struct FrameOutputTests {
  /// Two ends of a line that takes no more than it has room for. With `packets`, what was written by one call is read by one.
  private static func line(packets: Bool) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    let kind = packets ? SOCK_SEQPACKET : SOCK_STREAM
    #expect(socketpair(AF_UNIX, Int32(kind.rawValue), 0, &ends) == 0)
    for end in ends { #expect(fcntl(end, F_SETFL, O_NONBLOCK) == 0) }
    return (ends[0], ends[1])
  }

  private static func read(_ file: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  private static func say(_ text: String, _ output: borrowing BufferedOutput) throws {
    guard let stream = output.stream else { throw POSIXError(.EMFILE) }
    Array(text.utf8).withUnsafeBytes { _ = Glibc.write(fileno(stream), $0.baseAddress, $0.count) }
  }

  @Test("Comes in one piece, screen after screen; before and after that, as it is written")
  func comesInOnePieceScreenAfterScreenBeforeAndAfterThatAsItIsWritten() throws {
    let (reading, writing) = Self.line(packets: true)
    let output = BufferedOutput(terminal: writing)
    try Self.say("start", output)
    #expect(Self.read(reading) == "start")
    for screen in ["one", "another", "a", ""] {
      output.hold()
      for letter in screen { try Self.say(String(letter), output) }
      #expect(Self.read(reading) == nil)
      output.release()
      #expect(Self.read(reading) == (screen.isEmpty ? nil : screen))
    }
    try Self.say("end", output)
    #expect(Self.read(reading) == "end")
    close(reading)
    close(writing)
  }

  @Test("Is whole, however slowly the terminal takes it")
  func isWholeHoweverSlowlyTheTerminalTakesIt() throws {
    let (reading, writing) = Self.line(packets: false)
    let output = BufferedOutput(terminal: writing)
    let text = String(repeating: "0123456789", count: 100_000)
    output.hold()
    try Self.say(text, output)
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var seen = ""
    Thread {
      while seen.utf8.count < text.utf8.count {
        seen += Self.read(reading) ?? ""
        usleep(100)
      }
      done.signal()
    }.start()
    output.release()
    done.wait()
    #expect(seen == text)
    close(reading)
    close(writing)
  }
}
