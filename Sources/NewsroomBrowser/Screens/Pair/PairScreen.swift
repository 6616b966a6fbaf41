package import NewsroomModel

/// The pair page: everything that happened between two parties.
package struct PairScreen: Equatable, Sendable {
  package let request: PairRequest
  /// Known before the history comes, from the rows that were followed.
  package var title: String
  /// Nil until it comes.
  package var answer: PairAnswer?
  package var isAwaited = false
  /// False once the data have changed since the answer came.
  package var isFresh = true
  var layout = PairLayout()
  /// Columns the layout was made for.
  var layoutColumns = 0
  /// First line shown.
  package var scroll = 0
  /// The row that has the keys, as an index into the layout's targets.
  package var focus: Int?

  package init(_ request: PairRequest, title: String? = nil) {
    (self.request, self.title) = (request, title ?? request.title)
  }

  /// The history, when it has come.
  package var history: History? { if case .history(let history)? = answer { history } else { nil } }

  /// The row that has the keys.
  package var focusedTarget: FocusTarget? {
    focus.flatMap { layout.targets.indices.contains($0) ? layout.targets[$0] : nil }
  }
}

/// The two parties of a pair page, each as it is typed: an id, an address, `country:KE`, `region:Africa`.
package struct PairRequest: Equatable, Sendable, CustomStringConvertible {
  package var left: String
  package var right: String

  package init(_ left: String, _ right: String) { (self.left, self.right) = (left, right) }

  /// Reads the form that `description` writes; nil for anything else.
  package init?(typed text: String) {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let sides = text.dropFirst(Self.prefix.count).split(separator: "=", omittingEmptySubsequences: false)
    let trimmed = sides.map { String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
    guard trimmed.count == 2, !trimmed.contains("") else { return nil }
    self.init(trimmed[0], trimmed[1])
  }

  private static let prefix = "pair:"

  /// The address of the page: `pair:unesco-ichei=uon`.
  package var description: String { "\(Self.prefix)\(left)=\(right)" }

  var title: String { "\(left) and \(right)" }
}

/// What the catalogue answers to a pair of parties.
package enum PairAnswer: Equatable, Sendable {
  case history(History)
  /// No party has the name that was typed for a side.
  case unknown(String)
  /// Several parties have it; their addresses are given.
  case ambiguous(String, [String])
}
