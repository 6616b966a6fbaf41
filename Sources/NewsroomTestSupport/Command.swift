import Foundation

/// Runs a program to its end, in an environment that is exactly the one given.
package enum Command {
  /// What a program wrote to its two outputs, and how it ended.
  package struct Outcome: Sendable {
    /// The exit status; 128 and the signal if a signal ended it.
    package let status: Int32
    package let output: String
    package let errors: String
  }

  /// The environment of the tests themselves.
  package static var processEnvironment: [String: String] { ProcessInfo.processInfo.environment }

  /// - Parameter words: the program, by path or as found in `PATH`, and its arguments; no shell sees them.
  package static func run(
    _ words: [String], environment: [String: String] = processEnvironment, directory: String? = nil,
    input: String = ""
  ) throws -> Outcome {
    // Files, not pipes: nobody has to read while the program runs, and no grandchild can hold the end back.
    let folder = try TemporaryFolder()
    let paths = (folder.path("input"), folder.path("output"), folder.path("errors"))
    try input.write(toFile: paths.0, atomically: false, encoding: .utf8)
    let program = try ChildProgram(
      words, environment: environment, directory: directory, files: .paths(paths.0, paths.1, paths.2))
    let status = program.waitForEnd()
    return Outcome(status: status, output: try text(at: paths.1), errors: try text(at: paths.2))
  }

  private static func text(at path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
