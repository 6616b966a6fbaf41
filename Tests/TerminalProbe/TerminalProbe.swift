import Glibc
import NcursesTerminal
import NewsroomTestSupport
import TerminalCells
import TerminalText

/// A program that does with the terminal what a test asks for: it draws texts given as arguments, a row each, says what comes
/// in, and ends in every way a program can end. With `--scripts` it shows the screen of many scripts instead.
///
/// Keys: `q` ends it, Ctrl-C too, Ctrl-Z suspends it, `t` traps, `a` aborts, `s` reads where nothing is, `x` calls `exit`, `o`
/// overflows the stack, `O` that of another thread, `r` hands the terminal to a program that runs on it, `m` turns the mouse on
/// and off, `w` sets the title, `b` measures how long showing a screen takes.
@main
struct TerminalProbe {
  static func main() {
    if CommandLine.arguments.dropFirst() == ["--benchmark"] { return Benchmark.run() }
    var settings = TerminalSettings(environment: environment())
    settings.crashReportPath = settings.environment["PROBE_REPORT"]
    settings.programName = "TerminalProbe 1"
    do {
      var probe = Probe(terminal: try NcursesTerminal(settings), texts: Array(CommandLine.arguments.dropFirst()))
      let status = probe.run()
      _ = consume probe
      exit(status)
    } catch {
      print(error)
      exit(64)
    }
  }

  private static func environment() -> [String: String] {
    var variables: [String: String] = [:]
    for name in ["TERM", "NO_COLOR", "COLORTERM", "PROBE_REPORT"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }
}

/// The loop of the probe.
struct Probe: ~Copyable {
  private var terminal: NcursesTerminal
  private let texts: [SafeText]
  private var status: Int32?
  private var last = "ready"
  private var frames = 0

  init(terminal: consuming NcursesTerminal, texts: [String]) {
    self.terminal = terminal
    self.texts = texts.map { SafeText($0) }
  }

  mutating func run() -> Int32 {
    while true {
      draw()
      terminal.waitForInput(wake: -1, timeoutMilliseconds: nil)
      while let input = terminal.nextInput() { handle(input) }
      if let status { return status }
    }
  }

  private mutating func draw() {
    frames += 1
    if texts == ["--scripts"] {
      return terminal.present(ScriptScreen.grid(size: terminal.size), cursor: ScriptScreen.cursor)
    }
    var grid = CellGrid(size: terminal.size)
    for (row, text) in texts.enumerated() {
      let width = grid.write(text, at: Point(column: 0, row: row))
      grid.write("|\(width)", at: Point(column: width, row: row), style: Style(.reverse))
      grid.write("#", at: Point(column: 59, row: row))
    }
    let size = "\(terminal.size.columns)x\(terminal.size.rows)"
    grid.write(
      "\(size) \(last)", at: Point(column: 0, row: terminal.size.rows - 1), style: Style(foreground: .palette(2)))
    terminal.present(grid, cursor: Point(column: 0, row: terminal.size.rows - 1))
  }

  private mutating func handle(_ input: TerminalInput) {
    last = "\(input)"
    switch input {
    case .closed: status = terminal.exitStatus
    case .key(.control("c")): status = 130
    case .key(.control("z")): terminal.suspend()
    case .key(.character(let character)): act(character)
    default: break
    }
  }

  private mutating func act(_ character: Character) {
    switch character {
    case "q": status = 0
    case "t": preconditionFailure("asked for")
    case "a": abort()
    case "s": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case "x": exit(7)
    case "o": print(Self.overflow(1))
    case "O": overflowElsewhere()
    case "m": terminal.setMouse(!terminal.usesMouse)
    case "b": last = PresentBenchmark.run(&terminal)
    case "r": handOver()
    default: break
    }
  }

  private mutating func handOver() {
    terminal.release()
    _ = system("stty -a | head -n 1; echo handed over; read line")
    terminal.reclaim()
  }

  private func overflowElsewhere() {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        SignalStack.take()
        print(Probe.overflow(1))
        return nil
      }, nil)
    pthread_join(thread, nil)
  }

  @inline(never) private static func overflow(_ depth: Int) -> Int { depth == 0 ? 0 : overflow(depth + 1) + depth }
}
