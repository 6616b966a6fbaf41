/// Lets options stand before the subcommand, as one types them: `newsroom --data DIR check`.
enum ArgumentOrder {
  /// The arguments with the subcommand first, when all that stands before it are options and their values.
  static func subcommandFirst(_ arguments: [String], subcommands: [String], valued: Set<String>) -> [String] {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--") {
      index += valued.contains(arguments[index]) ? 2 : 1
    }
    guard index > 0, index < arguments.count, subcommands.contains(arguments[index]) else { return arguments }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }
}
