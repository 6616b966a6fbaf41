/// What one can be looking at. A screen is a value: going back puts the old one on again as it was, without asking anybody.
package enum Screen: Equatable, Sendable {
  case list(ListScreen)
  case record(RecordScreen)
  case problems(ProblemsScreen)
  case place(ProblemDetailScreen)
  case help(HelpScreen)
}
