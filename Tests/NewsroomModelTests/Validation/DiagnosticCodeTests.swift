import Foundation
import Testing

@testable import NewsroomModel

@Suite("The table of problem codes")
struct DiagnosticCodeTests {
  private static let readme = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "data/README.md")

  /// The rows of the table: code, severity, cause, remedy.
  private static func rows() throws -> [[String]] {
    try String(contentsOf: readme, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| NR") }.map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
  }

  @Test func dataREADMEListsEveryCodeOnceInOrder() throws {
    #expect(try Self.rows().map(\.[0]) == DiagnosticCode.allCases.map(\.rawValue).sorted())
  }

  @Test func everyCodeHasASeverityACauseAndARemedy() throws {
    for row in try Self.rows() {
      try #require(row.count == 4, "\(row)")
      let code = try #require(DiagnosticCode(rawValue: row[0]))
      #expect(row[1].contains(code.severity.rawValue) || row[1].contains("note"), "\(row)")
      #expect(row[2].hasSuffix(".") && row[3].hasSuffix("."), "\(row)")
    }
  }

  @Test func noCodeHasALetterThatNamesASeverity() {
    #expect(DiagnosticCode.allCases.allSatisfy { $0.rawValue.wholeMatch(of: /NR[0-9]{3}/) != nil })
  }
}
