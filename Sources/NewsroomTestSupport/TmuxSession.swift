import Foundation
package import TerminalCells

/// A program in a real terminal emulator: tmux without a window, on a socket of its own.
///
/// Everything that could differ between machines is pinned: TERM, UTF-8, UTC, size, HOME and the XDG folders (all inside one
/// temporary folder), ESCDELAY, no status line, no configuration. The server is ended with the object.
package final class TmuxSession {
  /// HOME of the program, and room for the test's own files.
  package let folder: TemporaryFolder
  private let socket = "newsroom-\(UUID().uuidString.prefix(8))"
  private let environment: [String: String]

  /// Starts `command` (program and arguments; not seen by a shell) in a terminal of `size`.
  /// - Parameter environment: added to the pinned one, or in its place. `TERM` names the kind of terminal.
  package init(
    _ command: [String], size: Size = Size(columns: 80, rows: 24), environment: [String: String] = [:],
    directory: String = "/"
  ) throws {
    folder = try TemporaryFolder()
    self.environment = TmuxSession.pinned(home: folder).merging(environment) { $1 }
    try TmuxSession.settings(terminal: self.environment["TERM"] ?? "tmux-256color")
      .write(toFile: folder.path("tmux.conf"), atomically: true, encoding: .utf8)
    let start = ["new-session", "-d", "-c", directory, "-x", "\(size.columns)", "-y", "\(size.rows)", "--"]
    try tmux(start + command)
  }

  private static func settings(terminal: String) -> String {
    """
    set-option -g default-terminal \(terminal)
    set-option -g remain-on-exit on
    set-option -g remain-on-exit-format ""
    set-option -g status off
    set-option -g escape-time 0

    """
  }

  deinit { _ = try? tmux(["kill-server"]) }

  private static func pinned(home: TemporaryFolder) -> [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
      "ESCDELAY": "25",
      "SHELL": "/bin/sh", "HOME": home.path("."), "TMUX_TMPDIR": home.path("."), "XDG_CACHE_HOME": home.path("cache"),
      "XDG_CONFIG_HOME": home.path("config"), "XDG_DATA_HOME": home.path("share"), "XDG_STATE_HOME": home.path("state"),
      "XDG_RUNTIME_DIR": home.path("."),
    ]
  }

  @discardableResult
  func tmux(_ arguments: [String]) throws -> String {
    let words = ["tmux", "-u", "-L", socket, "-f", folder.path("tmux.conf")] + arguments
    let outcome = try Command.run(words, environment: environment)
    guard outcome.status == 0 else { throw TmuxProblem(arguments: arguments, answer: outcome.errors) }
    return outcome.output
  }
}

extension TmuxSession {
  /// Presses keys by tmux's names: `"j"`, `"Enter"`, `"C-c"`, `"Escape"`, `"PgDn"`, `"M-Left"`.
  package func send(_ keys: String...) throws { try tmux(["send-keys", "--"] + keys) }

  /// Types text as it is.
  package func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Pastes text as a terminal does, in brackets if the program asked for them.
  package func paste(_ text: String) throws {
    try tmux(["set-buffer", "-b", "pasted", "--", text])
    try tmux(["paste-buffer", "-p", "-d", "-b", "pasted"])
  }

  /// The screen as text, a line a row, without spaces at the ends.
  package func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The screen with the escape sequences of its styles.
  package func screenWithStyles() throws -> String { try tmux(["capture-pane", "-p", "-e", "-N"]) }

  /// Gives the terminal another size.
  package func resize(to size: Size) throws {
    try tmux(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// Where the hardware cursor stands.
  package func cursor() throws -> Point {
    let numbers = try ask("#{cursor_x} #{cursor_y}").split(separator: " ").compactMap { Int($0) }
    return Point(column: numbers.first ?? -1, row: numbers.last ?? -1)
  }

  /// tmux's answer to a format, for instance `#{alternate_on}` or `#{pane_title}`.
  package func ask(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// The process that was started.
  package func processIdentifier() throws -> Int32 { Int32(try ask("#{pane_pid}")) ?? -1 }

  /// Waits until the screen shows `text`.
  /// - Returns: the screen that did.
  @discardableResult
  package func waitFor(_ text: String, seconds: Double = 90) throws -> String {
    try waitUntil("'\(text)' on the screen", seconds: seconds) { $0.contains(text) }
  }

  /// Waits until the screen is as `condition` wants it; what it was at the end stands in the error.
  ///
  /// As it may have been caught half drawn, it is looked at until nothing changes, or until it would not do any more.
  /// - Returns: the last screen that did.
  @discardableResult
  package func waitUntil(_ what: String, seconds: Double = 90, _ condition: (String) throws -> Bool) throws -> String {
    var last = ""
    do {
      try Deadline.wait(seconds, for: what) {
        last = try screen()
        return try condition(last)
      }
    } catch let problem as DeadlinePassed {
      throw DeadlinePassed(what: "\(problem.what); the screen was\n\(last)")
    }
    var before = ""
    for _ in 0..<20 {
      let now = try tmux(["display-message", "-p", "#{cursor_x} #{cursor_y}", ";", "capture-pane", "-p"])
      let screen = String(now.drop { $0 != "\n" }.dropFirst())
      guard now != before, try condition(screen) else { break }
      (before, last) = (now, screen)
    }
    return last
  }

  /// Waits until the program has ended.
  /// - Returns: its exit status; 128 and the signal if a signal ended it.
  package func waitForExit(seconds: Double = 90) throws -> Int32 {
    // tmux sees the line close before it learns the status, and now and then misses that there is one to learn: it is told.
    var (status, signal): (Int32?, Int32?) = (nil, nil)
    try Deadline.wait(seconds, for: "the end of the program") {
      let answer = try ask("#{pane_dead},#{pane_dead_status},#{pane_dead_signal}")
      let words = answer.split(separator: ",", omittingEmptySubsequences: false)
      (status, signal) = (Int32(words[1]), Int32(words[2]))
      let isKnown = words[0] == "1" && (status != nil || signal != nil)
      if words[0] == "1" && !isKnown { try noticeEnd() }
      return isKnown
    }
    return signal.map { 128 + $0 } ?? status ?? -1
  }
}

extension TmuxSession {
  private func noticeEnd() throws {
    guard let server = Int32(try ask("#{pid}")), server > 0 else { return }
    kill(server, SIGCHLD)
  }
}

/// tmux refused a command.
package struct TmuxProblem: Error, CustomStringConvertible {
  package let arguments: [String]
  package let answer: String
  package var description: String { "tmux \(arguments.joined(separator: " ")): \(answer)" }
}
