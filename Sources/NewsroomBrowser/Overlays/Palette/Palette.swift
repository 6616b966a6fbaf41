package import NewsroomModel

/// A box over the screen in which one types part of a name: of a command, or of anything in the newsroom.
package struct Palette: Equatable, Sendable {
  /// What one looks for.
  package enum Purpose: Equatable, Sendable {
    case command, record
    /// The second side of a history, of which the first is given as it is typed.
    case secondSide(of: String)
  }

  /// One thing found.
  package struct Row: Equatable, Sendable {
    package enum Choice: Equatable, Sendable {
      /// A command, by its place in the table.
      case command(Int)
      case record(RecordAddress)
      case pair(PairRequest)
    }
    package var choice: Choice
    package var title: String
    /// What it is or does.
    package var detail: String
    /// The key that does the same.
    package var key: String
    /// Why it cannot be chosen now.
    package var obstacle: String?
  }

  package var purpose: Purpose
  package var line: PromptLine
  package var rows: [Row] = []
  /// What was typed when the rows at hand were found.
  package var shown: String?
  /// What was typed when the rows were asked for that have not come.
  package var awaited: String?
  package var cursor = 0

  package init(_ purpose: Purpose) { (self.purpose, line) = (purpose, PromptLine(.palette)) }

  /// Whether it is known that nothing is called what is typed.
  var isInVain: Bool { rows.isEmpty && !line.text.isEmpty && (purpose == .command || shown == line.text) }

  /// The row that Enter takes.
  var chosen: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// As many rows as are ever shown.
  package static let maxRows = 20
}
