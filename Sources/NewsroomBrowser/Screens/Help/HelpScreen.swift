package import NewsroomModel

/// What one can be looking at. A screen is a value: going back puts the old one on again as it was, without asking anybody.
package enum Screen: Equatable, Sendable {
  case list(ListScreen)
  case record(RecordScreen)
  case problems(ProblemsScreen)
  case place(ProblemDetailScreen)
  case help(HelpScreen)
}

/// The help: every command that can be given where one came from.
package struct HelpScreen: Equatable, Sendable {
  /// Where one was when asking for help.
  package var context: CommandContext
  /// The list in which one was: its fields are listed, too.
  package var list: ListKind?
  /// What an entry must hold to be shown.
  package var filter = ""
  package var scroll = 0
}
