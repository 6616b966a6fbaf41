import Foundation
import NewsroomTestSupport
import Testing

@Suite("The sample data and JSON Schema")
struct SchemaValidationTests {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  private static let checkout = here.appending(path: "../..").standardizedFileURL

  /// A Python that has the validator: Debian's, which the Makefile furnishes, or the one found first.
  private static let python = ["/usr/bin/python3", "python3"].first {
    (try? Command.run(["env", $0, "-c", "import jsonschema"]))?.status == 0
  }

  /// IPTC's schema, where the files that others wrote are at hand.
  private static var ninjs: [String] {
    let named = ProcessInfo.processInfo.environment["NEWSROOM_CONFORMANCE"].map { URL(filePath: $0) }
    let folder = named ?? checkout.appending(path: "../shared/conformance")
    let path = folder.appending(path: "ninjs/specification/ninjs-schema_3.1.json").standardizedFileURL.path()
    return FileManager.default.fileExists(atPath: path) ? [path] : []
  }

  @Test(
    "Every record of the sample is valid by our own schemas, every article by IPTC's ninjs 3.1 too",
    .enabled(if: python != nil, "no Python with jsonschema: apt-get install python3-jsonschema"))
  func everyRecordOfTheSampleIsValidByOurOwnSchemasEveryArticleByIPTCsNinjs31() throws {
    let schemas = try Command.run([BuiltProducts.program("newsroom").path(), "check", "--schema"])
    #expect(schemas.status == 0)
    let script = Self.here.appending(path: "validate.py").path()
    let data = Self.checkout.appending(path: "data").path()
    let words = ["env", try #require(Self.python), script, data] + Self.ninjs
    let outcome = try Command.run(words, input: schemas.output)
    #expect(outcome.output.hasSuffix("898 records, 0 errors\n"), "\(outcome.output)\(outcome.errors)")
    #expect(outcome.status == 0)
  }
}
