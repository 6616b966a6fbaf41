package import NewsroomModel

/// What the browser asks the catalogue. Each question is answered by one message, which carries the question's own values, so
/// that an answer that comes too late is recognised; or by `Message.questionFailed`.
///
/// No switch over questions has a `default`: a new question does not compile until every place that answers questions and the
/// one that handles their failure know it.
package enum Question: Equatable, Sendable {
  case fetchRows(ListRequest, Range<Int>)
  case countRows(ListRequest)
  case locateRow(RecordAddress, ListRequest)
  case fetchFacet(FacetRequest)
  case openRecord(RecordAddress)
  case previewRecord(RecordAddress)
  /// Finds out why a record that stood in a file is gone.
  case findLoss(RecordAddress, path: String)
  /// Finds the row a step before or after a record, which stood at `index` of the list when it was opened.
  case findNeighbour(ListRequest, of: RecordAddress, index: Int, step: Int)
  /// Finds the pages on the web that records come from.
  case findSources([RecordAddress])
  /// Finds the file in which a record stands.
  case findFile(RecordAddress)
  /// Finds the values with which one being typed can be completed.
  case completeValue(CompletionRequest)
  /// Finds records by what they are called.
  case findNames(String)
  case fetchProblems(matching: String, Range<Int>)
  /// Reads the lines around the place of a problem.
  case readPlace(Diagnostic)
  case countTotals
}
