import Foundation
import NcursesTerminal
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel
import TerminalCells
import TerminalText

/// The main thread: takes input and messages, lets the state take them in, performs what it asks for, draws what changed.
struct BrowserLoop: ~Copyable {
  private var terminal: NcursesTerminal
  private var state: BrowserState
  private let mailbox: Mailbox
  private let questions: CatalogueWorker
  private let updates: UpdateWorker
  private let programs: ExternalPrograms
  private let stars: StarStore
  private let exporter: Exporter
  /// Where the session is kept; nil when none is.
  private let session: SessionFile?
  private var timers = Timers()
  private var trace = Trace()
  private var drawn: Frame?
  private var exitStatus: Int32?
  /// Questions asked of which the answer has not come.
  private var awaitsAnswer = false

  init(
    terminal: consuming NcursesTerminal, directory: DataDirectory, catalogue: Catalogue, configuration: Configuration
  ) throws {
    mailbox = try Mailbox()
    let updates = UpdateWorker(catalogue: catalogue, directory: directory, mailbox: mailbox)
    self.updates = updates
    questions = CatalogueWorker(catalogue: catalogue, mailbox: mailbox) { updates.ask(.everything) }
    stars = StarStore(catalogue: catalogue, mailbox: mailbox)
    exporter = Exporter(catalogue: catalogue, directory: directory, mailbox: mailbox)
    programs = ExternalPrograms(directory: directory) { [mailbox] in mailbox.post(.failed($0)) }
    state = BrowserState(
      size: terminal.size, theme: configuration.browserTheme, reordersBidi: configuration.reordersBidi,
      newsroomName: Self.name(directory.settings().name))
    state.usesMouse = configuration.mouse
    session = configuration.restore ?? true ? SessionFile(of: directory) : nil
    let locale = Self.notice(terminal.locale, processEnvironment)
    self.terminal = terminal
    let problems = [locale, loadStars(), configuration.restore ?? false ? restore() : nil, configuration.errorMessage]
    let sentences = problems.compactMap(\.self)
    if !sentences.isEmpty { take(.failed(sentences.joined(separator: " "))) }
  }

  /// What to say of the locale: nothing where the one asked for has every character.
  static func notice(_ locale: TerminalLocale, _ environment: [String: String]) -> String? {
    let asked = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    switch locale {
    case .requested: return nil
    case .fallback:
      return asked.map { "This machine has no locale “\($0)”; C.UTF-8 is used." } ?? nil
    case .ascii:
      return
        "The locale “\(asked ?? "C")” has ASCII only, so other letters are replaced. Set LC_ALL=C.UTF-8 to see them."
    }
  }

  /// What a newsroom is called, also where it has no name.
  static func name(_ name: String?) -> String { name ?? "Newsroom" }

  /// - Returns: what is wrong with the file of stars.
  private mutating func loadStars() -> String? {
    let (starred, problem) = stars.begin()
    state.stars = starred
    return problem
  }

  /// - Returns: what is wrong with the session kept before.
  private mutating func restore() -> String? {
    do {
      if let kept = try session?.read() { state.restore(kept) }
      return nil
    } catch {
      return (error as? CLIError)?.message ?? "\(error)"
    }
  }

  /// Runs until the user quits or the terminal is gone.
  /// - Returns: the exit status.
  mutating func run() -> Int32 {
    questions.start()
    perform(state.start())
    present()
    updates.start()
    while exitStatus == nil {
      terminal.waitForInput(wake: mailbox.wakeDescriptor, timeoutMilliseconds: timers.millisecondsToNext)
      takeInput()
      takeMessages()
      waitBrieflyForAnswer()
      if exitStatus == nil { present() }
    }
    return exitStatus ?? 0
  }

  /// Keeps where one is, and ends the workers.
  func finish() {
    keepSession()
    stars.finish()
    exporter.finish()
    questions.close()
    updates.close()
  }

  private func keepSession() {
    guard let session else { return }
    var state = state
    if !state.queries.isRecalled { state.queries.recall(session.queries) }
    session.write(state.session)
  }

  private mutating func takeInput() {
    while exitStatus == nil, let input = terminal.nextInput() {
      switch input {
      case .key(let key): take(.keyPressed(key))
      case .pasted(let text): take(.textPasted(text))
      case .mouse(let event): take(.mouseUsed(event))
      case .resized(let size):
        // Also told, with the size as it was, after a stop that was none of the browser's: whoever ran meanwhile wrote on the
        // screen, so what was drawn before is not there any more.
        drawn = nil
        take(.resized(size))
      case .closed: exitStatus = terminal.exitStatus
      }
    }
  }

  private mutating func takeMessages() {
    for timer in timers.takeDue() { take(.timerFired(timer)) }
    for message in mailbox.takeAll() {
      awaitsAnswer = false
      take(message)
    }
  }

  /// Most answers come within a millisecond or two: then the key and its answer are drawn at once instead of one after the
  /// other.
  private mutating func waitBrieflyForAnswer() {
    for _ in 0..<4 where awaitsAnswer && exitStatus == nil {
      var descriptor = pollfd(fd: mailbox.wakeDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 2) > 0 else { return }
      takeMessages()
    }
  }

  private mutating func take(_ message: Message) { perform(state.update(message)) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .ask(let question):
      questions.submit(question)
      awaitsAnswer = true
    case .updateCatalogue: updates.ask(.everything)
    case .startTimer(let timer, let milliseconds): timers.start(timer, milliseconds: milliseconds)
    case .copy(let text): copy(text)
    case .openAddress(let address): report(programs.openAddress(address))
    case .editFile(let path, let line): handOver { $0.edit(path, line: line) }
    case .page(let text): handOver { $0.page(text) }
    case .keepStar(let address, let title, let isOn): stars.keep(address, title: title, isOn: isOn)
    case .recallQueries: take(.queriesRecalled(session?.queries ?? []))
    case .export(let order): exporter.start(order)
    case .cancelExport: exporter.cancel()
    case .setMouse(let isOn): terminal.setMouse(isOn)
    case .setASCII(let isOn): setASCII(isOn)
    case .redraw: redraw()
    case .suspend: suspend()
    case .quit: exitStatus = 0
    }
  }

  private mutating func copy(_ text: String) {
    if terminal.copy(SafeText(multiline: text)) {
      take(.succeeded("Copied (if your terminal allows clipboard access)."))
    } else {
      take(.failed("This terminal does not allow clipboard access. Press x to export to a file."))
    }
  }

  private mutating func report(_ outcome: ExternalPrograms.Outcome) {
    switch outcome {
    case .done(let message?): take(.succeeded(message))
    case .done(nil): break
    case .failed(let message): take(.failed(message))
    }
  }

  /// Gives the terminal to another program and takes it back when that ends.
  private mutating func handOver(_ body: (ExternalPrograms) -> ExternalPrograms.Outcome) {
    terminal.release()
    let outcome = body(programs)
    terminal.reclaim()
    redraw()
    take(.terminalReturned)
    report(outcome)
  }

  private mutating func suspend() {
    terminal.suspend()
    redraw()
    take(.terminalReturned)
  }

  private mutating func redraw() {
    drawn = nil
    terminal.redraw()
    if state.size != terminal.size { take(.resized(terminal.size)) }
  }

  private mutating func setASCII(_ isOn: Bool) {
    terminal.setASCII(isOn)
    drawn = nil
  }

  private mutating func present() {
    let frame = state.draw()
    if frame != drawn { terminal.present(frame.grid, cursor: frame.cursor) }
    drawn = frame
    if !awaitsAnswer { trace.note("idle") }
  }
}
