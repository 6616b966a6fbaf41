import FuzzSupport
@testable import NewsroomModel

nonisolated(unsafe) private var growth = Growth()
private let kinds: [RecordKind] = [.article, .person, .organisation, .delegation, .event, .programme]

/// The first byte is a kind of record, the rest a file: there are records within the file, or an error with its place.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let input = bytes(start + 1, count - 1)
  let kind = kinds[Int(start[0]) % kinds.count]
  let (records, problems) = read(input, kind)
  for record in records {
    claim(record.location.offset + record.location.length <= input.count, "a record outside its file")
  }
  for problem in problems {
    claim(problem.line.map { $0 > 0 } ?? true && problem.column.map { $0 > 0 } ?? true, "a place before the file")
  }
  growth.watch(input) { _ = read($0, kind) }
  return 0
}

private func read(_ input: [UInt8], _ kind: RecordKind) -> ([LocatedRecord], [Diagnostic]) {
  let context = DecodingContext(path: "x.json")
  let file = DataFile(path: "x.json", kind: kind, size: input.count, modified: 0)
  var records: [LocatedRecord] = []
  input.withUnsafeBytes { bytes in
    JSONTextReader(file: file, context: context).readWhole(bytes) { records.append($0) }
  }
  context.reportConversions()
  return (records, context.problems)
}
