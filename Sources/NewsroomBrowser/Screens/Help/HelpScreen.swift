package import NewsroomModel

/// The help: every command that can be given where one came from.
package struct HelpScreen: Equatable, Sendable {
  /// Where one was when asking for help.
  package var topic: CommandContext
  /// The list in which one was: its fields are listed, too.
  package var list: ListKind?
  /// What an entry must hold to be shown.
  package var filter = ""
  package var scroll = 0
}
