import Foundation
import NewsroomModel
import Testing

@testable import NewsroomModel

@Suite("JSON by RFC 8259, held against JSONTestSuite", .enabled(if: Places.conformance != nil))
struct JSONConformanceTests {
  static let folder = "json/test_parsing"

  private func problems(_ name: String) throws -> [Diagnostic] {
    let path = try #require(Places.conformance) + "/" + Self.folder + "/" + name
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let context = DecodingContext(path: name)
    let file = DataFile(path: name, kind: .person, size: bytes.count, modified: 0)
    bytes.withUnsafeBytes { bytes in JSONTextReader(file: file, context: context).readWhole(bytes) { _ in } }
    return context.problems
  }

  private static let syntax: Set<DiagnosticCode> = [.notUTF8, .notJSON, .tooLarge]

  @Test("Accepts what must be accepted", arguments: Places.conformanceFiles(folder).filter { $0.hasPrefix("y_") })
  func acceptsWhatMustBeAccepted(_ name: String) throws {
    #expect(try problems(name).filter { Self.syntax.contains($0.code) } == [])
  }

  @Test(
    "Refuses what must be refused, with line and column",
    arguments: Places.conformanceFiles(folder).filter { $0.hasPrefix("n_") })
  func refusesWhatMustBeRefusedWithLineAndColumn(_ name: String) throws {
    let problem = try #require(try problems(name).first { Self.syntax.contains($0.code) })
    #expect(problem.line != nil && problem.column != nil)
  }

  @Test("Survives what may be either", arguments: Places.conformanceFiles(folder).filter { $0.hasPrefix("i_") })
  func survivesWhatMayBeEither(_ name: String) throws { _ = try problems(name) }

  @Test("All files of the suite are there")
  func allFilesOfTheSuiteAreThere() {
    let names = Places.conformanceFiles(Self.folder)
    #expect(names.count { $0.hasPrefix("y_") } == 95)
    #expect(names.count { $0.hasPrefix("n_") } == 188)
  }
}
