import Foundation
import NewsroomTestSupport
import Testing

@Suite("Installation")
struct InstallationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL.path()
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: [String], directory: String = root) throws -> Command.Outcome {
    try Command.run(
      words, environment: ["HOME": folder.path("."), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm"],
      directory: directory)
  }

  @Test("The program is position-independent, its tables are read-only, its stack is not executable")
  func theProgramIsPositionIndependentItsTablesAreReadOnlyItsStackIsNot() throws {
    let outcome = try run(["packaging/check-program.sh", BuiltProducts.program("newsroom").path()])
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test("The check of a program finds what is missing")
  func checkFindsLazyBindingAndSymbols() throws {
    // The probe is linked without the flags of the program.
    let outcome = try run(["packaging/check-program.sh", "--built", BuiltProducts.program("TerminalProbe").path()])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no BIND_NOW"))
    #expect(outcome.errors.contains("has a RUNPATH"))
    #expect(outcome.errors.contains("not stripped"))
  }

  @Test("--version names the program and every C library")
  func versionNamesTheProgramAndEveryCLibrary() throws {
    let lines = try run([BuiltProducts.program("newsroom").path(), "--version"]).output.split(separator: "\n")
    #expect(lines.first == "newsroom 0.2.0")
    #expect(lines.dropFirst().map { $0.prefix { $0 != " " } } == ["ICU", "libxml2", "ncurses", "SQLite"])
    #expect(lines.dropFirst().allSatisfy { $0.contains(#/ \d+\.\d+[^ ]* \((shared|static)\)$/#) })
  }

  @Test("Installed and removed, nothing is left; the installed program names its sample")
  func installedAndRemovedNothingIsLeftTheInstalledProgramNamesItsSample() throws {
    let share = folder.path("made")
    try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: true)
    for name in ["newsroom.1", "newsroom.bash", "newsroom.zsh", "newsroom.fish"] {
      try "#!/bin/bash\n".write(toFile: share + "/" + name, atomically: false, encoding: .utf8)
    }
    let prefix = folder.path("usr")
    let program = BuiltProducts.program("newsroom").path()
    #expect(try run(["packaging/install.sh", program, share, prefix]).status == 0)
    let outcome = try run([prefix + "/bin/newsroom", "list"], directory: "/")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("The sample data are in \(prefix)/share/newsroom/sample"))
    #expect(try run(["packaging/uninstall.sh", prefix]).status == 0)
    let left = try run(["find", prefix, "-type", "f"])
    #expect(left.output == "")
  }

  @Test("Without a built program, installing says what to run first")
  func installationWithoutProgramNamesCommand() throws {
    let outcome = try run(["packaging/check-built.sh", folder.path("newsroom")])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("make build"))
  }
}
