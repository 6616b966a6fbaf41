import ArgumentParser

/// The program: reads the command line, opens the data directory and the catalogue, and hands over.
///
/// It wires, it decides nothing: what a key does stands in NewsroomBrowser, what a list holds in NewsroomCatalogue.
@main
struct NewsroomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newsroom",
    abstract: "Browse a newsroom: articles, delegations, participants and partner institutions.",
    discussion: """
      Reads a local directory of JSON: IPTC ninjs articles, Popolo people, organisations and events, delegations. \
      Without a subcommand it opens the browser. Nothing is written into the data directory unless you export a file to it.
      """,
    version: Version.text,
    subcommands: [
      Browse.self, List.self, Search.self, Show.self, HistoryCommand.self, PartnersCommand.self, RoleCommand.self,
      OutcomesCommand.self, MatchCommand.self, NoteCommand.self, TagCommand.self, DossierCommand.self,
      UndoCommand.self, ExportCommand.self,
      Check.self,
    ],
    defaultSubcommand: Browse.self)

  static func main() {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let valued: Set = [
      "--data", "--cache", "--dates", "--limit", "--sort", "--format", "--theme", "--bidi", "--since",
      "--until", "--region", "--programme", "--quiet", "--on", "--role", "--of",
    ]
    let arguments = ArgumentOrder.subcommandFirst(
      Array(CommandLine.arguments.dropFirst()), subcommands: names, valued: valued)
    if let text = text(for: arguments) {
      do { return try Output.print(exactly: text) } catch { exit(withError: (error as? CLIError)?.report() ?? error) }
    }
    if let word = ArgumentOrder.unknownSubcommand(arguments, subcommands: names, valued: valued) {
      exit(withError: CLIError.unknownSubcommand(word, names).report())
    }
    let ordered =
      names.contains(arguments.first ?? "") ? ArgumentOrder.optionsFirst(arguments, valued: valued) : arguments
    guard var command = subcommand(ordered) else { return main(ordered) }
    do { try command.run() } catch { exit(withError: error) }
  }

  /// The subcommand as its arguments have it, parsed by itself, which takes half the time of a command. Help and what is not
  /// understood is nil: the whole program answers that, in sentences with its name.
  private static func subcommand(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let type = configuration.subcommands.first(where: { $0.configuration.commandName == arguments.first }),
      let command = try? type.parseAsRoot(Array(arguments.dropFirst())), Swift.type(of: command) == type
    else { return nil }
    return command
  }
}

extension NewsroomCommand {
  /// What is printed without a data directory: the version, completions for a shell, the manual page.
  private static func text(for arguments: [String]) -> String? {
    if let script = CompletedNewsroom.script(arguments) { return script + "\n" }
    switch arguments {
    case ["--version"]: return Version.details + "\n"
    case [Manual.option]: return try? Manual.text()
    default: return nil
    }
  }
}
