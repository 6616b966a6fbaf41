package import TerminalCells

/// Where a command can be given.
package enum CommandContext: String, CaseIterable, Sendable {
  /// In one of the five lists.
  case list
  /// In the facet pane beside a list.
  case facets
  /// Reading an article.
  case article
  /// On the page of a person, organisation, delegation, event or programme.
  case record
  /// In the list of what is wrong in the data.
  case problems
  /// At the place of a problem.
  case place
  /// In the help.
  case help
  /// On the pair page: the history of two parties.
  case pair
}

extension CommandContext {
  /// The context as headings name it.
  package var place: String {
    switch self {
    case .list: "in a list"
    case .facets: "in the facet pane"
    case .article: "while reading an article"
    case .record: "on a page"
    case .problems: "among the problems"
    case .place: "at the place of a problem"
    case .help: "in the help"
    case .pair: "on the pair page"
    }
  }
}

/// One thing the browser can do: its name, its keys, one plain sentence, where it applies and why it may be disabled.
///
/// The table of commands feeds the handling of keys, the bar at the foot of the screen, the help, the manual page and the
/// README, so that none of them can say something else than the others.
package struct Command: Sendable {
  /// A short name, as the bar at the foot shows it: "open".
  package var name: String
  package var keys: [Key]
  /// What it does, in one plain sentence.
  package var message: String
  package var contexts: Set<CommandContext>
  /// Whether the bar at the foot shows it; what is shown first is what matters most.
  package var isHinted: Bool
  /// Where it acts on what is shown, and so waits while that is still being fetched.
  package var waits: Set<CommandContext>
  /// What it does to the state.
  let run: @Sendable (inout BrowserState) -> [Effect]
  /// Why it can do nothing now; nil when it can.
  let obstacle: @Sendable (BrowserState) -> String?

  init(
    _ name: String, _ keys: [Key], _ message: String, in contexts: Set<CommandContext>, hinted: Bool = false,
    waits: Bool = false, waitsIn: Set<CommandContext>? = nil,
    unless obstacle: @escaping @Sendable (BrowserState) -> String? = { _ in nil },
    run: @escaping @Sendable (inout BrowserState) -> [Effect]
  ) {
    (self.name, self.keys, self.message, self.contexts, isHinted) = (name, keys, message, contexts, hinted)
    (self.waits, self.obstacle, self.run) = (waitsIn ?? (waits ? contexts : []), obstacle, run)
  }
}

extension Command {
  /// Every command, in the order of the help.
  package static let all: [Command] = moving + following + pair + narrowing + keeping + reading + outside + leaving

  /// The command that `key` runs in `context`; where there is none, that of the key at the same position of a US keyboard.
  package static func command(for key: Key, in context: CommandContext) -> Command? {
    let commands = commands(in: context)
    return commands.first { $0.keys.contains(key) }
      ?? key.onUSKeyboard.flatMap { key in commands.first { $0.keys.contains(key) } }
  }

  /// The commands that can be given in `context`.
  package static func commands(in context: CommandContext) -> [Command] {
    all.filter { $0.contexts.contains(context) }
  }
}

extension Set<CommandContext> {
  static let everywhere = Set(CommandContext.allCases)
  static let lists: Set = [.list, .facets]
  static let pages: Set = [.article, .record]
}
