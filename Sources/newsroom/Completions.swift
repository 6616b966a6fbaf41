import ArgumentParser

/// The commands as shells complete them: what the browser takes stands behind `newsroom` itself, which opens it.
struct CompletedNewsroom: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: NewsroomCommand.configuration.commandName, version: NewsroomCommand.configuration.version,
    subcommands: NewsroomCommand.configuration.subcommands)

  @OptionGroup var browse: Browse

  /// The script for the shell that the arguments ask for; nil where they ask for none that there is.
  static func script(_ arguments: [String]) -> String? {
    guard arguments.first == "--generate-completion-script", arguments.count == 2,
      let shell = CompletionShell(rawValue: arguments[1])
    else { return nil }
    return completionScript(for: shell)
  }
}
