package import NewsroomModel

/// What is to be written to a file, and to which.
package struct ExportRequest: Equatable, Sendable {
  /// What is written.
  package enum Content: Equatable, Sendable {
    /// Every row of a list, as it is filtered and sorted.
    case list(ListRequest)
    /// The records that were marked.
    case records([RecordAddress])
    /// One record that is open.
    case record(RecordAddress)
  }

  package var content: Content
  /// The path as it was typed.
  package var path: String

  package init(_ content: Content, path: String) { (self.content, self.path) = (content, path) }
}

/// How far a file being written has come.
package struct ExportProgress: Equatable, Sendable {
  /// Records written so far, of how many.
  package var done: Int
  package var total: Int

  package init(done: Int, total: Int) { (self.done, self.total) = (done, total) }
}
