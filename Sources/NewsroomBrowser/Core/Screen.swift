/// What one can be looking at. A screen is a value: going back puts the old one on again as it was, without asking anybody.
package enum Screen: Equatable, Sendable {
  case list(ListScreen)
  case record(RecordScreen)
  case problems(ProblemsScreen)
  case place(ProblemDetailScreen)
  case help(HelpScreen)
  case pair(PairScreen)

  /// What the screen is and does. This is the one place that lists the screens for dispatch.
  var content: any ScreenContent {
    get {
      switch self {
      case .list(let list): list
      case .record(let record): record
      case .problems(let problems): problems
      case .place(let detail): detail
      case .help(let help): help
      case .pair(let pair): pair
      }
    }
    set { self = newValue.screen }
  }
}
