import Foundation
import NewsroomModel
import TerminalText

/// The programs newsroom starts for the user: web browser, editor, pager. Always by argument list, never through a shell.
struct ExternalPrograms {
  let directory: DataDirectory
  var environment = processEnvironment
  /// Called from another thread with what is to be said of a program that failed in the background.
  var whenFailed: @Sendable (String) -> Void = { _ in }

  enum Outcome: Equatable {
    /// Done; the sentence says what cannot be seen.
    case done(String?)
    case failed(String)
  }

  // MARK: Web browser

  /// Opens `address` with the first program of $BROWSER that starts, else xdg-open. Only http, https and mailto are opened.
  func openAddress(_ address: String) -> Outcome {
    guard WebAddress.mayBeOpened(address) else {
      return .failed("Only http, https and mailto addresses are opened. Press Y to copy the address.")
    }
    let commands = browserCommands
    guard !commands.contains(where: Self.handsAddressToShell) else {
      return .failed("$BROWSER hands the address to a shell, which could run it. Name a program that takes an address.")
    }
    let isOpened = Self.browsers(commands, for: address).contains { [whenFailed] command in
      ChildProcess.startInBackground(command) { end in
        guard let errorMessage = end.errorMessage else { return }
        whenFailed("The web browser '\(command[0])' \(errorMessage). Set $BROWSER, or press Y to copy the address.")
      }
    }
    return isOpened
      ? .done("Opened \(address)")
      : .failed("No web browser could be started. Set $BROWSER, or press Y to copy the address.")
  }

  /// The commands to try: the entries of $BROWSER, apart by colons, then xdg-open. `%s` stands for the address, which is else the
  /// last argument.
  private var browserCommands: [[String]] {
    (environment["BROWSER"] ?? "").split(separator: ":").compactMap { words(of: String($0)) } + [["xdg-open"]]
  }

  /// Whether the address would become a part of a text that a shell reads, where it could be a command.
  private static func handsAddressToShell(_ words: [String]) -> Bool {
    words.indices.contains { index in
      words[index].contains("%s")
        && (words[index].contains(" ") || index > 0 && words[index - 1].wholeMatch(of: /-[A-Za-z]*c/) != nil)
    }
  }

  private static func browsers(_ commands: [[String]], for address: String) -> [[String]] {
    commands.map { words in
      let hasPlace = words.contains { $0.contains("%s") }
      return hasPlace ? words.map { $0.replacing("%s", with: address) } : words + [address]
    }
  }

  // MARK: Editor

  /// Opens a file of the data directory in $VISUAL or $EDITOR, else vi, at a line.
  func edit(_ path: String, line: Int) -> Outcome {
    let path = directory.root + "/" + path
    let editor = words(of: environment["VISUAL"]) ?? words(of: environment["EDITOR"]) ?? ["vi"]
    return outcome(
      of: ChildProcess.run(editor + Self.place(path, line, in: editor[0])), called: "editor '\(editor[0])'",
      set: "$EDITOR")
  }

  /// A line of a file as an editor is told it. Those that stand in a window of their own would take `+12` for another file.
  private static func place(_ path: String, _ line: Int, in editor: String) -> [String] {
    switch (editor as NSString).lastPathComponent {
    case "code", "code-insiders", "code-oss", "codium", "vscodium": ["--goto", "\(path):\(line)"]
    case "subl", "zed", "zeditor": ["\(path):\(line)"]
    default: ["+\(line)", path]
    }
  }

  private func outcome(of end: ChildProcess.End?, called name: String, set variable: String) -> Outcome {
    guard let end else { return .failed("The \(name) could not be started. Set \(variable).") }
    return end.errorMessage.map { .failed("The \(name) \($0). Set \(variable) if it is not the one you want.") }
      ?? .done(nil)
  }

  // MARK: Pager

  /// Shows `text` in $PAGER, else less. A pager may pass everything on to the terminal, so the gate stands before it.
  func page(_ text: String) -> Outcome {
    let pager = words(of: environment["PAGER"]) ?? ["less"]
    let end = ChildProcess.run(pager, input: SafeText(multiline: text).string)
    return outcome(of: end, called: "pager '\(pager[0])'", set: "$PAGER")
  }

  /// A command as the environment gives it: words apart by spaces, those in quotation marks as they stand between them, as in
  /// `emacsclient -t -a ""`. Nothing else of a shell's means anything.
  private func words(of command: String?) -> [String]? {
    var (words, word, quote): ([String], String?, Character?) = ([], nil, nil)
    for character in command ?? "" {
      switch (character, quote) {
      case (let mark, let open?) where mark == open: quote = nil
      case ("\"", nil), ("'", nil): (quote, word) = (character, word ?? "")
      case (" ", nil):
        if let whole = word { words.append(whole) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let whole = word { words.append(whole) }
    return words.first?.isEmpty ?? true ? nil : words
  }
}
