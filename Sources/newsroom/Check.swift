import ArgumentParser
import NewsroomModel

/// `newsroom check`: what is wrong in the data, a line a problem, for people, editors and continuous integration.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong in the data directory.",
    discussion: """
      One line a problem: file:line:column: severity CODE /json/pointer: sentence; hint. \
      Exit status: 0 when all is well, 1 for warnings with --strict, 2 for errors.
      """)

  @OptionGroup var options: DataOptions

  @Argument(
    help: "Files or folders, as the shell has them or as paths below the data directory (default: all).",
    completion: .file())
  var files: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "End with 1 when there are warnings.")
  var strict = false

  @Flag(help: "Print the JSON Schemas of newsroom's own record kinds instead.")
  var schema = false

  func run() throws {
    try reportingFailures {
      if schema { return try Output.print(NewsroomSchemas.all) }
      let directory = try options.openDirectory()
      let problems = directory.check(files: files.isEmpty ? nil : files)
      if json { try Output.print(json: problems.map(ProblemOutput.init)) } else { try print(problems) }
      let worst = problems.map(\.severity).max()
      if worst == .error { throw ExitCode(2) }
      if worst == .warning, strict { throw ExitCode(1) }
    }
  }

  private func print(_ problems: [Diagnostic]) throws {
    try problems.forEach { try Output.print($0.description) }
    let counts = Diagnostic.Severity.allCases.reversed().map { severity in
      let count = problems.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    Output.printError(problems.isEmpty ? "No problems found." : counts.joined(separator: ", "))
  }
}

/// A problem as JSON.
struct ProblemOutput: Encodable {
  var file: String
  var line: Int?
  var column: Int?
  var severity: String
  var code: String
  var pointer: String?
  var message: String
  var hint: String?

  init(_ problem: Diagnostic) {
    (file, line, column) = (problem.path, problem.line, problem.column)
    (severity, code, pointer) = (problem.severity.rawValue, problem.code.rawValue, problem.pointer)
    (message, hint) = (problem.message, problem.hint)
  }
}
