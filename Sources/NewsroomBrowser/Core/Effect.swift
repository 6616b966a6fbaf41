package import NewsroomModel

/// What is to be done outside the browser. Effects are values, so that a test can say which one a key must cause.
package enum Effect: Equatable, Sendable {
  case fetchRows(ListRequest, Range<Int>)
  case countRows(ListRequest)
  case locateRow(RecordAddress, ListRequest)
  case fetchFacet(FacetPane.Question)
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
  case completeValue(Completion.Question)
  /// Finds records by what they are called.
  case findNames(String)
  case fetchProblems(matching: String, Range<Int>)
  /// Reads the lines around the place of a problem.
  case readPlace(Diagnostic)
  case countTotals
  /// Checks the files again and brings the catalogue up to date.
  case updateCatalogue
  /// Opens an address in the web browser.
  case openAddress(String)
  /// Opens a file of the data directory in the editor.
  case editFile(path: String, line: Int)
  /// Shows text in the pager.
  case page(String)
  /// Puts text on the clipboard.
  case copy(String)
  /// Keeps a star for good, or takes it away.
  case keepStar(RecordAddress, title: String, Bool)
  /// Finds the queries typed in earlier runs.
  case recallQueries
  /// Writes records to a file.
  case export(ExportRequest)
  /// Stops writing; the file is removed.
  case cancelExport
  case startTimer(BrowserTimer, milliseconds: Int)
  /// Asks for mouse events, or for no more of them.
  case setMouse(Bool)
  /// Draws in ASCII alone, or in every character again.
  case setASCII(Bool)
  /// Draws everything again.
  case redraw
  /// Gives the terminal to the shell until the user comes back.
  case suspend
  case quit
}
