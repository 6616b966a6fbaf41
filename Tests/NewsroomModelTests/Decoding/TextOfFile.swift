import Foundation

@testable import NewsroomModel

/// The records and problems of a text, as if it stood in a file: for tests that need no directory.
struct TextOfFile {
  var records: [LocatedRecord] = []
  var problems: [Diagnostic] = []

  init(_ text: String, path: String = "people/x.json", kind: RecordKind? = .person) {
    self.init(bytes: Array(text.utf8), path: path, kind: kind)
  }

  init(bytes: [UInt8], path: String, kind: RecordKind?) {
    let context = DecodingContext(path: path)
    let file = DataFile(path: path, kind: kind, size: bytes.count, modified: 0)
    var records: [LocatedRecord] = []
    bytes.withUnsafeBytes { bytes in
      JSONTextReader(file: file, context: context).readWhole(bytes) { records.append($0) }
    }
    context.reportConversions()
    (self.records, problems) = (records, context.problems)
  }

  /// Reads a file of the conformance files as if it stood in `articles`.
  init(conformance path: String, kind: RecordKind?) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: (Places.conformance ?? "") + "/" + path))
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(bytes: [UInt8](bytes), path: name, kind: kind)
  }

  var articles: [Article] {
    records.compactMap { if case .article(let article) = $0.record { article } else { nil } }
  }
  var errors: [Diagnostic] { problems.filter { $0.severity == .error } }
}
