import CNcurses
import Glibc
package import TerminalCells
package import TerminalText

/// The terminal that the program runs in, by way of ncurses.
///
/// A value of this type owns the terminal: while it exists the screen, the keyboard's modes and the signals that concern them
/// are its own, and when it ends all are as they were. There can be one at a time. If the program dies without ending it, a
/// handler restores the terminal (`CrashHandler`). The terminal is never queried, so nothing waits for an answer.
///
/// All work is done on the thread that calls; nothing is read or drawn in between. A loop looks like this:
///
///     while running {
///       terminal.waitForInput(wake: mailbox.descriptor, timeoutMilliseconds: nil)
///       while let input = terminal.nextInput() { … }
///       terminal.present(grid, cursor: point)
///     }
package struct NcursesTerminal: ~Copyable {
  /// The size now.
  package private(set) var size: Size
  /// The exit status that is due when `.closed` has come: 128 and the signal, or 129 if the terminal itself went away.
  package private(set) var exitStatus: Int32 = 128 + SIGHUP
  /// Whether mouse events are asked for now.
  package private(set) var usesMouse: Bool
  /// What became of the locale that the environment asks for.
  package var locale: TerminalLocale { screen.locale }

  private var screen: NcursesScreen
  private var decoder: InputDecoder
  private let signals: SignalPipe
  private let crashPage: CrashHandler
  private let errorOutput: StderrCapture
  private let sequences: ControlSequences
  /// The number of palette changes sent to the terminal.
  private var sentPaletteChanges = 0
  /// How the terminal's line was set before.
  private var savedModes: termios
  private var isReleased = false
  /// Nothing more can be read.
  private var isClosed = false
  /// Inputs that do not come as bytes: sizes, the end.
  private var notices: [TerminalInput] = []
  /// When the last bytes came.
  private var lastRead = 0

  /// Takes the terminal.
  package init(_ settings: TerminalSettings) throws(TerminalProblem) {
    let kind = try NcursesTerminal.check(settings.environment)
    var modes = termios()
    tcgetattr(STDIN_FILENO, &modes)
    let noColour = settings.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let signals = SignalPipe()  // Before ncurses, which leaves alone what is already handled.
    let sequences = ControlSequences(terminal: kind, reordersBidi: settings.reordersBidi)
    let isExact = ["truecolor", "24bit"].contains(settings.environment["COLORTERM"]) && sequences.isXtermCompatible
    let screen = try NcursesScreen(terminal: kind, wantsColour: !noColour, hasExactColours: isExact)
    self.init(settings, sequences: sequences, signals, screen, modes, isExact: isExact)
  }

  private init(
    _ settings: TerminalSettings, sequences: ControlSequences, _ signals: consuming SignalPipe,
    _ screen: consuming NcursesScreen, _ modes: termios, isExact: Bool
  ) {
    self.signals = signals
    self.screen = screen
    (self.sequences, savedModes) = (sequences, modes)
    errorOutput = StderrCapture()
    crashPage = CrashHandler(
      CrashReportBuffer(
        restore: sequences.fullEnd(changesPalette: isExact), modes: modes, reportPath: settings.crashReportPath,
        heading: settings.programName,
        errors: (errorOutput.file, errorOutput.terminal)))
    decoder = InputDecoder(
      sequences: KeySequences.ofTerminal(), escapeMilliseconds: InputDecoder.escapeMilliseconds(settings.environment))
    usesMouse = settings.usesMouse
    size = NcursesTerminal.measure() ?? NcursesTerminal.size(settings.environment)
    self.screen.setASCII(settings.isASCII)
    self.screen.resize(to: size)
    send(sequences.start + (usesMouse ? sequences.mouse(true) : ""))
  }

  deinit {
    guard !isReleased else { return }
    crashPage.setTaken(false)
    screen.leave()
    send(sequences.end + ControlSequences.paletteEnd(screen.paletteChanges.prefix(sentPaletteChanges).map(\.number)))
    restoreModes()
  }

  /// Finds out whether there is a terminal that can be drawn on.
  /// - Returns: its kind, as terminfo knows it.
  private static func check(_ environment: [String: String]) throws(TerminalProblem) -> String {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNoTerminal }
    guard let kind = environment["TERM"], !kind.isEmpty else { throw .kindNotSaid }
    var answer: Int32 = 0
    guard newsroom_setupterm(kind, STDOUT_FILENO, &answer) == OK else {
      throw answer == 1 ? .cannotMoveCursor(kind) : .kindUnknown(kind)
    }
    guard newsroom_tigetstr("cup") != nil, newsroom_tigetstr("clear") != nil else { throw .cannotMoveCursor(kind) }
    return kind
  }

  private static func measure() -> Size? {
    var answer = winsize()
    guard newsroom_window_size(STDOUT_FILENO, &answer) == 0 else { return nil }
    guard answer.ws_col > 0, answer.ws_row > 0 else { return nil }
    return Size(columns: min(Int(answer.ws_col), maxSize.columns), rows: min(Int(answer.ws_row), maxSize.rows))
  }

  /// No screen has more cells; a serial line may claim 65,535 columns.
  private static let maxSize = Size(columns: 1_000, rows: 500)

  /// The size for a terminal that does not know its own: COLUMNS and LINES where they can be meant, else 80x24.
  static func size(_ environment: [String: String]) -> Size {
    func number(_ name: String, _ range: ClosedRange<Int>, _ usual: Int) -> Int {
      environment[name].flatMap(Int.init).flatMap { range.contains($0) ? $0 : nil } ?? usual
    }
    return Size(columns: number("COLUMNS", 1...maxSize.columns, 80), rows: number("LINES", 1...maxSize.rows, 24))
  }
}

// MARK: - Showing

extension NcursesTerminal {
  /// Shows `grid`, writing only what changed, and leaves the hardware cursor at `cursor`, or hides it when that is nil.
  package mutating func present(_ grid: CellGrid, cursor: Point?) {
    guard !isReleased, !isClosed else { return }
    screen.present(grid, cursor: cursor)
    let changes = screen.paletteChanges.dropFirst(sentPaletteChanges)
    if changes.isEmpty { return }
    send(ControlSequences.palette(changes))
    sentPaletteChanges += changes.count
  }

  /// Makes the next `present` draw everything, whatever another program wrote on the screen.
  package mutating func redraw() { screen.invalidateAll() }

  /// Copies text to the clipboard if the terminal allows it.
  /// - Returns: false where it is known that it does not.
  package func copy(_ text: SafeText) -> Bool {
    guard sequences.isXtermCompatible, !isReleased else { return false }
    send(sequences.clipboard(text))
    return true
  }

  /// Asks for mouse events, or for no more of them, so that text can be selected by the terminal's own means.
  package mutating func setMouse(_ isOn: Bool) {
    usesMouse = isOn
    if !isReleased { send(sequences.mouse(isOn)) }
  }

  /// Draws in ASCII alone from the next `present` on, or in every character that the locale has.
  package mutating func setASCII(_ isOn: Bool) { screen.setASCII(isOn) }

  /// Writes directly to the terminal; ncurses has flushed its output at the end of every `present`.
  private func send(_ text: String) {
    Array(text.utf8).withUnsafeBytes { BufferedOutput.write($0, to: STDOUT_FILENO) }
  }
}

// MARK: - Giving and taking

extension NcursesTerminal {
  /// Gives the terminal back while another program has it.
  package mutating func release() {
    guard !isReleased else { return }
    isReleased = true
    crashPage.setTaken(false)
    screen.leave()
    send(sequences.end + ControlSequences.paletteEnd(screen.paletteChanges.prefix(sentPaletteChanges).map(\.number)))
    restoreModes()
    errorOutput.release()
    signals.restoreStopSignals(true)
  }

  /// Takes the terminal again after `release`; the next `present` draws everything.
  package mutating func reclaim() {
    guard isReleased else { return }
    isReleased = false
    signals.restoreStopSignals(false)
    // An interrupt typed to the other program was for it alone; a request to end was for all.
    note(signals.drain().subtracting([SIGINT, SIGQUIT, SIGTSTP, SIGCONT]))
    takeAgain()
  }

  /// Stops the program and those beside it as Ctrl-Z does, and goes on where it was when it is continued.
  package mutating func suspend() {
    release()
    kill(0, SIGTSTP)
    reclaim()
  }

  private mutating func takeAgain() {
    sentPaletteChanges = 0
    size = NcursesTerminal.measure() ?? size
    reset_prog_mode()
    screen.resize(to: size)
    crashPage.setTaken(true)
    errorOutput.hold()
    send(sequences.start + (usesMouse ? sequences.mouse(true) : ""))
    notices.append(.resized(size))
  }

  private func restoreModes() {
    var modes = savedModes
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
  }
}

// MARK: - Input

extension NcursesTerminal {
  /// Waits, without using the processor, until there is input, until `wake` can be read (-1 for none), or until
  /// `timeoutMilliseconds` have passed (nil for no end). The bytes in `wake` are left to the caller.
  package mutating func waitForInput(wake: Int32, timeoutMilliseconds: Int?) {
    if !notices.isEmpty || decoder.hasInput { return }
    var watched = [
      pollfd(fd: isClosed || isReleased ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
    ]
    let patience = decoder.patience.map { max(0, lastRead + $0 - milliseconds()) }
    let timeout = [patience, timeoutMilliseconds].compactMap(\.self).min() ?? -1
    poll(&watched, nfds_t(watched.count), Int32(clamping: timeout))
  }

  /// The next input without waiting; nil when there is none.
  package mutating func nextInput() -> TerminalInput? {
    note(signals.drain())
    if !notices.isEmpty { return notices.removeFirst() }
    if !decoder.hasInput { readBytes() }
    if !notices.isEmpty { return notices.removeFirst() }
    let input = decoder.next()
    if case .key(let key) = input { crashPage.note(key) }
    return input
  }

  private mutating func note(_ arrived: Set<Int32>) {
    for signal in SignalPipe.closing where arrived.contains(signal) { close(status: 128 + signal) }
    if arrived.contains(SIGTSTP) {
      suspend()
    } else if arrived.contains(SIGCONT) {
      takeAgain()  // SIGSTOP cannot be handled; another program may have changed the screen.
    }
    guard arrived.contains(SIGWINCH), let now = NcursesTerminal.measure(), now != size else { return }
    size = now
    screen.resize(to: now)
    notices.append(.resized(now))
  }

  private mutating func close(status: Int32) {
    guard !isClosed else { return }
    isClosed = true
    exitStatus = status
    notices.append(.closed)
  }

  private mutating func readBytes() {
    guard !isClosed, !isReleased else { return }
    var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    if poll(&watched, 1, 0) > 0 {
      var bytes = [UInt8](repeating: 0, count: 4_096)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count > 0 {
        lastRead = milliseconds()
        decoder.feed(bytes[0..<count], milliseconds: lastRead)
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        close(status: 128 + SIGHUP)
      }
    } else if let patience = decoder.patience, milliseconds() - lastRead >= patience {
      decoder.flush(milliseconds: milliseconds())
    }
  }

  private func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
