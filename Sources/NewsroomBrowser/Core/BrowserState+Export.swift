import NewsroomModel
import TerminalCells

extension BrowserState {
  var exportObstacle: String? {
    if export != nil { return "An export is running; Esc cancels it." }
    return screen.content.exportDisabledReason(in: self)
  }

  /// Asks for the name of the file; one that would do is there already.
  mutating func beginExport() -> [Effect] {
    prompt = PromptLine(.export, text: exportName)
    return inform("The file extension sets the format: .csv, .json, .jsonl, .md or .txt.")
  }

  /// A name for the file: what it will hold, and the form in which that is most often wanted.
  private var exportName: String {
    guard let record else { return (list?.request.list.recordKind.plural ?? "list") + ".csv" }
    let name = Self.fileName(SearchNormalizer.fold(record.title).split { !$0.isLetter && !$0.isNumber })
    return (name.isEmpty ? record.address.kind.rawValue : name) + ".md"
  }

  /// As many of the first words as fit: one that went on behind a word left out would say something else.
  private static func fileName(_ words: [Substring]) -> String {
    var (kept, length) = ([Substring](), 0)
    for word in words {
      length += word.count + 1
      guard length <= 40 else { break }
      kept.append(word)
    }
    if kept.count < words.count {
      while let last = kept.last, wordsThatLeadOn.contains(last) { kept.removeLast() }
    }
    return kept.isEmpty ? String(words.first?.prefix(40) ?? "") : kept.joined(separator: "-")
  }

  /// Behind which nothing ends.
  private static let wordsThatLeadOn: Set<Substring> = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with",
  ]

  /// What stands before the name being typed.
  var exportLabel: String {
    guard let list else { return "Export page to:" }
    let count = list.marked.isEmpty ? list.total : list.marked.count
    let rows = count.map { NumberFormat.grouped($0) + " " } ?? ""
    return size.columns < 60 ? "Export to:" : "Export \(rows)\(list.marked.isEmpty ? "rows" : "marked") to:"
  }

  /// What would be written now.
  private var exportContent: ExportRequest.Content? { screen.content.exportContent }

  mutating func export(to path: String) -> [Effect] {
    guard !path.allSatisfy(\.isWhitespace) else { return [] }
    guard let content = exportContent else { return [] }
    export = ExportProgress(done: 0, total: 0)
    return [.export(ExportRequest(content, path: path))]
  }

  mutating func show(_ stage: ExportProgress) -> [Effect] {
    if export != nil { export = stage }
    return []
  }

  /// A file was written, or was not.
  mutating func finishExport(_ message: String) -> [Effect] {
    export = nil
    return inform(message)
  }

  /// The file cannot be written so; the name is there again to be mended, unless something else is being typed, or something
  /// else would be written by now.
  mutating func refuseExport(_ order: ExportRequest, _ message: String) -> [Effect] {
    export = nil
    if prompt == nil, palette == nil, exportContent == order.content { prompt = PromptLine(.export, text: order.path) }
    return fail(message)
  }
}
