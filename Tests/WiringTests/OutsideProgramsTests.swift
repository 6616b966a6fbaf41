import Foundation
import NewsroomIndex
import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import newsroom

@Suite("What programs outside are given")
struct OutsideProgramsTests {
  private let folder: TemporaryFolder
  private let catalogue: Catalogue
  private let directory: DataDirectory
  private let address = "https://example.org/942"

  init() throws {
    folder = try TemporaryFolder()
    let articles = folder.path("data/articles")
    try FileManager.default.createDirectory(atPath: articles, withIntermediateDirectories: true)
    try #"{"uri": "urn:1", "headlines": [{"value": "One"}]}"#
      .write(toFile: articles + "/one.json", atomically: true, encoding: .utf8)
    directory = try DataDirectory(path: folder.path("data"))
    catalogue = try Catalogue(directory: directory, folder: folder.path("cache"))
    _ = try catalogue.update()
  }

  private func programs(_ environment: [String: String]) -> OutsidePrograms {
    OutsidePrograms(directory: directory, catalogue: catalogue, environment: environment)
  }

  /// A program of this name that keeps its arguments, a line each, and what it reads, in files beside it.
  private func program(_ name: String) throws -> String {
    let path = folder.path(name)
    let script = """
      #!/bin/sh
      for word in "$@"; do echo "$word"; done > '\(path).part'
      cat > '\(path).input'
      mv '\(path).part' '\(path).words'

      """
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  @Test("The pager reads nothing that could move, recolour or reorder the screen")
  func pager() throws {
    let pager = try program("pager")
    #expect(programs(["PAGER": pager]).page("One\n\u{9B}31mRED \u{202E}back\u{1B}]2;x\u{07}\n") == .done(nil))
    let text = try String(contentsOfFile: pager + ".input", encoding: .utf8)
    #expect(text.hasPrefix("One\n") && text.contains("RED"))
    let controls = text.unicodeScalars.filter { $0 != "\n" && $0.properties.generalCategory == .control }
    #expect(controls.isEmpty && !text.contains("\u{202E}"))
  }
}
