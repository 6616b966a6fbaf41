import TerminalCells

extension Command {
  /// Commands about the text at hand that do not leave it.
  static let reading: [Command] = [
    Command(
      "copy text", ["y"], "Copy the title and text to the clipboard.", in: .pages, waits: true,
      unless: { $0.record?.page == nil ? "Still loading." : nil }
    ) { $0.copyText() },
    Command(
      "copy address", ["Y"], "Copy the address of this item, or of the marked rows.", in: [.list, .article, .record],
      waits: true, unless: { $0.choiceObstacle }
    ) { $0.copyAddress() },
    Command(
      "pager", ["|"], "Show the text in your pager.", in: .pages, waits: true,
      unless: { $0.record?.page == nil ? "Still loading." : nil }
    ) { $0.showInPager() },
  ]

  /// Commands that hand something to another program.
  static let outside: [Command] = [
    Command(
      "browser", ["o"], "Open the source in the web browser, or the sources of the marked rows.",
      in: [.list, .article, .record], waits: true, unless: { $0.sourceObstacle }
    ) { $0.openSource() },
    Command(
      "edit", ["e"], "Edit the file in your editor at the problem's line.", in: [.problems, .place],
      hinted: true, waits: true, unless: { $0.problemObstacle }
    ) { $0.editProblem() },
    Command(
      "edit", ["e"], "Edit the record's file in your editor.", in: [.list, .article, .record],
      waits: true, unless: { $0.locationObstacle }
    ) { $0.editRecord() },
    Command("reload", ["R", .function(5)], "Check the files for changes.", in: .everywhere) { _ in [.updateCatalogue] },
  ]

  static let leaving: [Command] = [
    Command("go to", [.control("p")], "Jump to any record by name, or to pair:A=B.", in: .everywhere) {
      $0.beginPalette(.record)
    },
    Command("command", [":"], "Run a command by name.", in: .everywhere) { $0.beginPalette(.command) },
    Command("mouse", ["M"], "Turn mouse support on or off (off: select text with the mouse).", in: .everywhere) {
      $0.toggleMouse()
    },
    Command("theme", ["T"], "Change the colours.", in: .everywhere) { $0.useNextTheme() },
    Command("problems", ["!"], "List data problems.", in: [.list, .facets, .article, .record]) {
      $0.showProblems()
    },
    Command("redraw", [.control("l")], "Redraw the screen.", in: .everywhere) { _ in [.redraw] },
    Command("suspend", [.control("z")], "Suspend; fg brings newsroom back.", in: .everywhere) { _ in [.suspend] },
    Command("help", ["?", .function(1)], "Show the keys that can be used here.", in: .everywhere, hinted: true) {
      $0.toggleHelp()
    },
    Command("quit", ["Q", .control("c")], "Quit.", in: .everywhere) { _ in [.quit] },
  ]
}
