/// Lets arguments stand as one types them.
enum ArgumentOrder {
  /// The arguments with the subcommand first, when all that stands before it are options and their values:
  /// `newsroom --data DIR check`.
  static func subcommandFirst(_ arguments: [String], subcommands: [String], valued: Set<String>) -> [String] {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--") {
      index += valued.contains(arguments[index]) ? 2 : 1
    }
    guard index > 0, index < arguments.count, subcommands.contains(arguments[index]) else { return arguments }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }

  /// The word that stands where a subcommand should and is none; the browser takes no words.
  static func unknownSubcommand(_ arguments: [String], subcommands: [String], valued: Set<String>) -> String? {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--"), arguments[index] != "--" {
      // What shells ask for completions has words of its own.
      if arguments[index].hasPrefix("---") || arguments[index] == "--generate-completion-script" { return nil }
      index += valued.contains(arguments[index]) ? 2 : 1
    }
    guard index < arguments.count, !arguments[index].hasPrefix("-") else { return nil }
    return (subcommands + ["help"]).contains(arguments[index]) ? nil : arguments[index]
  }

  /// The arguments with the options in front, where one of the others would be taken for an option though it is a part of a
  /// query: `newsroom search visit -online --json`. No option but -h has one dash.
  static func optionsFirst(_ arguments: [String], valued: Set<String>) -> [String] {
    var (options, others) = ([String](), [String]())
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if argument == "--" { return arguments }
      let length = valued.contains(argument) ? 2 : 1
      if argument.hasPrefix("--") || argument == "-h" {
        options += arguments[index..<min(arguments.count, index + length)]
      } else {
        others.append(argument)
      }
      index += length
    }
    guard let command = others.first, others.contains(where: { $0.hasPrefix("-") && $0 != "-" }) else {
      return arguments
    }
    return [command] + options + ["--"] + others.dropFirst()
  }
}
