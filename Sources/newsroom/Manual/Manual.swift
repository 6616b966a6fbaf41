import ArgumentParser
import Foundation
import NewsroomBrowser
import NewsroomModel
import TerminalCells

/// The manual page, newsroom(1): made from the same tables as the help, so that neither can say something else.
enum Manual {
  /// What asks for it on the command line; `make install` does.
  static let option = "--generate-manual"

  /// The day of `SOURCE_DATE_EPOCH`, so that the same source always gives the same page; empty without it.
  private static var date: String {
    guard let seconds = processEnvironment["SOURCE_DATE_EPOCH"].flatMap(TimeInterval.init) else { return "" }
    return Date(timeIntervalSince1970: seconds).ISO8601Format(.iso8601Date(timeZone: .gmt))
  }

  /// - Throws: where swift-argument-parser describes commands in another way than expected, which a test would tell.
  static func text() throws -> String {
    let program = try CommandDescription.of(NewsroomCommand.self)
    let name = program.commandName
    // What explains the others is explained by this page.
    let commands = (program.subcommands ?? []).filter { $0.commandName != "help" }
    var page = ManualPage(name: name, section: 1, date: date, version: Version.text)
    page.section("NAME")
    page.paragraphs("\(name) - browse a newsroom: articles, delegations, participants and partner institutions")
    page.section("SYNOPSIS")
    page.example(["\(name) [option …]"] + commands.map { "\(name) \($0.synopsis)" })
    page.section("DESCRIPTION")
    page.paragraphs(program.discussion ?? "")
    page.paragraphs(
      "Changes on disk reach the screen as they happen. The catalogue that newsroom keeps in the cache folder is made from "
        + "the data and may be deleted at any time.")
    page.section("OPTIONS")
    page.paragraphs("Every command takes these:")
    let shared = (commands.first?.displayed ?? []).filter { argument in
      commands.allSatisfy { $0.displayed.contains(argument) }
    }
    page.add(shared)
    page.section("COMMANDS")
    for command in commands { page.add(command, without: shared) }
    page.addQueries()
    page.addKeys()
    page.addFiles()
    page.addEnvironment()
    page.addExitStatus()
    page.addExamples()
    return page.text
  }
}

extension ManualPage {
  fileprivate mutating func add(_ command: CommandDescription, without shared: [CommandDescription.Argument]) {
    subsection(command.commandName)
    paragraphs(command.abstract ?? "")
    // What is said there of fields has a section of its own.
    if command.commandName != Search._commandName { paragraphs(command.discussion ?? "") }
    add(command.displayed.filter { !shared.contains($0) })
  }

  /// Those that mean the same stand together: `--mouse, --no-mouse`.
  fileprivate mutating func add(_ arguments: [CommandDescription.Argument]) {
    var rest = arguments[...]
    while let first = rest.first {
      let alike = rest.prefix { $0.abstract == first.abstract }
      entry(alike.map(\.term).joined(separator: ", "), first.meaning)
      rest = rest.dropFirst(alike.count)
    }
  }

  fileprivate mutating func addQueries() {
    section("QUERIES")
    paragraphs("A query may hold, with case and accents ignored:")
    for (form, meaning) in QueryField.syntaxExamples { entry(form, meaning) }
    paragraphs("Each of the five lists has those of these fields that make sense in it:")
    for field in QueryField.allCases { entry(field.rawValue + ":", field.help) }
    paragraphs("What is not understood is said, and the rest still counts.")
  }

  fileprivate mutating func addKeys() {
    section("KEYS")
    for context in CommandContext.allCases {
      subsection(context.place.prefix(1).uppercased() + context.place.dropFirst())
      for command in Command.commands(in: context) {
        entry(command.keys.map(\.label).joined(separator: " "), command.message)
      }
    }
  }

  fileprivate mutating func addFiles() {
    section("FILES")
    entry("$XDG_CONFIG_HOME/newsroom/config.json", "Settings: theme, mouse, bidi, dates, restore.")
    entry("$XDG_STATE_HOME/newsroom/user.jsonl", "Notes, tags and dossiers, a change in each line.")
    entry("$XDG_STATE_HOME/newsroom/stars.json", "What was starred, in every data directory.")
    entry("$XDG_STATE_HOME/newsroom/", "Where one left off, and queries typed before, a file for each data directory.")
    entry("$XDG_CACHE_HOME/newsroom/", "Catalogues; they may be deleted at any time.")
  }

  fileprivate mutating func addEnvironment() {
    section("ENVIRONMENT")
    entry("NEWSROOM_DATA", "The data directory where --data is not given.")
    entry("VISUAL, EDITOR", "The editor for records, opened at their line.")
    entry("PAGER", "What the text of a record is piped to.")
    entry("BROWSER", "The web browser for sources; several, with colons between them, are tried in turn.")
    entry("NO_COLOR", "No colours where it is set and not empty.")
    entry("TERM, COLORTERM", "What the terminal can do.")
    entry("LANG, LC_ALL, LC_TIME, LC_COLLATE", "How dates are written and in which order names stand.")
    entry("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "See FILES.")
  }

  fileprivate mutating func addExitStatus() {
    section("EXIT STATUS")
    entry("0", "What was asked for was done.")
    entry("1", "search found nothing; check --strict found warnings.")
    entry("2", "check found errors.")
    entry(
      "\(CLIError.Code.usage.rawValue)",
      "The command line is not understood, or list, search or export left out something of the query.")
    entry("\(CLIError.Code.noInput.rawValue)", "There is no such data directory or record, or it cannot be read.")
    entry("\(CLIError.Code.unavailable.rawValue)", "What the program needs is not to be had, such as room on the disk.")
  }

  fileprivate mutating func addExamples() {
    section("EXAMPLES")
    example([
      "newsroom --data DIR", "newsroom list people org:unesco-ibe",
      "newsroom search '\"policy dialogue\" year:2024 -online'", "newsroom show person:ji-lili",
      "newsroom export ibe.csv articles org:unesco-ibe", "newsroom check",
    ])
  }
}
