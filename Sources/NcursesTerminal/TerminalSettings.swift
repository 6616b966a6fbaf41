/// What the program requires of its terminal, and the environment.
package struct TerminalSettings: Sendable {
  /// Whether mouse events are asked for. The terminal's own way of selecting text then needs Shift.
  package var usesMouse = false
  /// Whether nothing but ASCII is drawn, even where the locale has more.
  package var isASCII = false
  /// Whether the program reorders right-to-left text itself; the terminal is then told not to.
  package var reordersBidi = true
  /// The file for the report of a crash, in a folder that exists; nil for none.
  package var crashReportPath: String?
  /// Name and version of the program, for that report.
  package var programName = "The program"
  /// The environment: `TERM`, `NO_COLOR` and others.
  package var environment: [String: String]

  package init(environment: [String: String]) { self.environment = environment }
}
