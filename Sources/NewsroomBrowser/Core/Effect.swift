package import NewsroomModel

/// What is to be done outside the browser: a question, or an action that has no answer. Effects are values, so that a test can say which one a key must cause.
package enum Effect: Equatable, Sendable {
  /// Asks the catalogue; the answer comes as a message.
  case ask(Question)
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
