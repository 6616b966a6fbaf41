import ArgumentParser
import Foundation

/// What a command takes, as swift-argument-parser describes it to other programs (`--experimental-dump-help`).
struct CommandDescription: Decodable {
  struct Argument: Decodable, Equatable {
    struct Name: Decodable, Equatable {
      var kind: String
      var name: String
      /// The name as it is typed.
      var typed: String { (kind == "short" ? "-" : "--") + name }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var defaultValue: String?
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool

    /// The argument as it is typed: `--data <data>`, `<query>`.
    var term: String {
      let value = kind == "flag" ? nil : valueName.map { "<\($0)>" }
      let names = (names ?? []).map(\.typed).joined(separator: ", ")
      return [names.isEmpty ? nil : names, value].compactMap { $0 }.joined(separator: " ")
    }

    /// The argument as a synopsis has it: `[<query> …]`.
    var place: String {
      let place = term + (isRepeating ? " …" : "")
      return isOptional ? "[\(place)]" : place
    }

    var meaning: String {
      (abstract ?? "") + (kind == "option" ? defaultValue.map { " (default: \($0))" } ?? "" : "")
    }
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var arguments: [Argument]?
  var subcommands: [CommandDescription]?

  /// What the command takes.
  var displayed: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  /// How the command is called, in one line.
  var synopsis: String {
    let places = displayed.filter { $0.kind == "positional" }.map(\.place)
    return ([commandName, "[option …]"] + places).joined(separator: " ")
  }

  /// The command and all that is below it.
  static func of(_ command: any ParsableCommand.Type) throws -> CommandDescription {
    struct Tool: Decodable { var command: CommandDescription }
    return try JSONDecoder().decode(Tool.self, from: Data(command._dumpHelp().utf8)).command
  }
}
