import Foundation
import NcursesTerminal
import NewsroomBrowser
import NewsroomCatalogue

/// Opens the terminal for the browser.
enum BrowserTerminal {
  /// - Throws: a ``CLIError`` with one sentence when there is no terminal that can be used.
  static func open(_ configuration: Configuration) throws -> NcursesTerminal {
    var settings = TerminalSettings(environment: processEnvironment)
    settings.usesMouse = configuration.mouse
    settings.isASCII = configuration.browserTheme.isASCII
    settings.reordersBidi = configuration.reordersBidi
    settings.programName = Version.text
    settings.crashReportPath = StateFolder.path(processEnvironment).map { $0 + "/crash.txt" }
    do throws(TerminalProblem) {
      return try NcursesTerminal(settings)
    } catch {
      throw CLIError(error.message(plainCommands: ["newsroom --plain", "newsroom list"]), code: .usage)
    }
  }
}

/// The folder for what outlives a session: where one was, and crash reports.
enum StateFolder {
  /// `$XDG_STATE_HOME/newsroom`, else `~/.local/state/newsroom`, made when it is not there; nil where it cannot be made.
  static func path(_ environment: [String: String]) -> String? {
    guard let folder = UserFolder.state.path(environment) else { return nil }
    return (try? AtomicFile.makeFolder(folder)) == nil ? nil : folder
  }

  /// Why there is none.
  static func absence(_ environment: [String: String]) -> String {
    UserFolder.state.path(environment).map { "The folder \($0) cannot be made, so nothing is kept." }
      ?? "There is no folder to keep anything in. Set HOME or XDG_STATE_HOME."
  }
}
