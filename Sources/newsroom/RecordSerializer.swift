import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel
import TerminalText

/// Writes what an order asks for, some rows at a time: a list of a million takes no more memory than one of a thousand.
struct RecordSerializer {
  let catalogue: Catalogue
  let directory: DataDirectory
  let content: ExportRequest.Content
  let format: ExportFormat
  let isCancelled: () -> Bool

  /// Rows asked for at once: few enough that the browser's own questions do not wait.
  private static let rowsAtOnce = 500

  /// Writes everything.
  /// - Returns: how many records were written, and how many could not be read any more.
  /// - Throws: `CancellationError`, or whatever `write` throws.
  func run(
    _ write: (Data) throws -> Void, progress: (ExportProgress) -> Void
  ) throws -> (written: Int, missing: Int) {
    let total = try total()
    var (written, missing) = (0, 0)
    try write(Data(start.utf8))
    var buffer = Data()
    try forEachRow(of: total) { address, row in
      if isCancelled() { throw CancellationError() }
      if let record = try bytes(of: address, row) {
        buffer += (written == 0 ? Data() : Data(between.utf8)) + record
        written += 1
      } else {
        missing += 1
      }
      if buffer.count > 64 << 10 {
        try write(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      progress(ExportProgress(done: written + missing, total: total))
    }
    if case .record(let address) = content, written == 0 { throw CLIError.missingRecord(address.description) }
    if written == 0, missing > 0 {
      throw CLIError("What was to be written is not in the data any more. There is no file.", code: .noInput)
    }
    try write(buffer + Data(end.utf8))
    return (written, missing)
  }

  private func total() throws -> Int {
    switch content {
    case .list(let request): try asking { try $0.count(request) }
    case .records(let addresses): addresses.count
    case .record: 1
    }
  }

  /// - Parameter body: takes the address and, of a list, the row at hand.
  private func forEachRow(of total: Int, _ body: (RecordAddress, ListRow?) throws -> Void) throws {
    switch content {
    case .records(let addresses): for address in addresses { try body(address, nil) }
    case .record(let address): try body(address, nil)
    case .list(let request):
      for start in stride(from: 0, to: total, by: Self.rowsAtOnce) {
        let range = start..<min(total, start + Self.rowsAtOnce)
        for row in try asking({ try $0.page(request, range: range) }).rows { try body(row.address, row) }
      }
    }
  }

  /// Asks the catalogue, again where the browser interrupted the question for one of its own.
  private func asking<Value>(_ question: (Catalogue) throws -> Value) throws -> Value {
    while true {
      do {
        return try question(catalogue)
      } catch  where Catalogue.isInterruption(error) {
        if isCancelled() { throw CancellationError() }
      }
    }
  }

  // MARK: Forms

  private func bytes(of address: RecordAddress, _ row: ListRow?) throws -> Data? {
    switch format {
    case .csv: return try (row ?? asking { try $0.row(of: address) }).map { Data(CSV.line($0).utf8) }
    case .json: return try record(address).map { Data($0) }
    case .jsonl: return try record(address).map { Data(RawJSON.onOneLine($0) + [0x0A]) }
    case .md: return try page(address).map { Data(SafeText(multiline: $0.markdown).string.utf8) }
    case .txt: return try page(address).map { Data(SafeText(multiline: $0.plainText).string.utf8) }
    }
  }

  private func record(_ address: RecordAddress) throws -> [UInt8]? {
    try asking { try $0.location(of: address) }.flatMap { directory.bytes(of: address, at: $0) }
  }

  private func page(_ address: RecordAddress) throws -> RecordPage? { try asking { try $0.record(address) } }

  /// The kind of several records; nil for one, which needs no frame.
  private var kind: RecordKind? {
    switch content {
    case .list(let request): request.list.recordKind
    case .records(let addresses): addresses.first?.kind
    case .record: nil
    }
  }

  private var start: String {
    switch format {
    case .csv: CSV.mark + CSV.header
    case .json: kind.map { RawJSON.frame(of: $0).start } ?? ""
    case .jsonl, .md, .txt: ""
    }
  }

  private var between: String {
    switch format {
    case .csv, .jsonl: ""
    case .json: kind.map { RawJSON.frame(of: $0).between } ?? ""
    case .md: "\n---\n\n"
    case .txt: "\n" + String(repeating: "─", count: 72) + "\n\n"
    }
  }

  private var end: String {
    format == .json ? kind.map { RawJSON.frame(of: $0).end } ?? "\n" : ""
  }
}
