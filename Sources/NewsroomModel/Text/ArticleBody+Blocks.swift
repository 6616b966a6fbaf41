// An article's text as blocks, whatever it was written in.
extension Article.Body {
  /// The text as blocks: HTML as libxml2 understands it, plain text split into paragraphs.
  public var blocks: [TextBlock] {
    switch format {
    case .html: resolved(HTMLParser.blocks(of: value))
    case .plain: PlainText.blocks(of: value)
    }
  }

  /// The blocks with the addresses of their links made whole.
  private func resolved(_ blocks: [TextBlock]) -> [TextBlock] {
    guard let base, PlainText.contains(value, "href") else { return blocks }
    return blocks.mappingRuns { runs in
      runs.map { run in
        guard case .url(let address)? = run.target, let whole = WebAddress.resolve(address, against: base) else {
          return run
        }
        return TextRun(run.text, emphasis: run.emphasis, target: .url(whole))
      }
    }
  }
}

extension PlainText {
  /// The paragraphs of a plain text as blocks.
  static func blocks(of text: String) -> [TextBlock] {
    var text = text
    return text.withUTF8 { bytes in
      paragraphs(bytes).map { lines in joined(lines.map { oneLine(String(decoding: bytes[$0], as: UTF8.self)) }) }
    }
    .filter { !$0.isEmpty }.map { .paragraph([TextRun($0)]) }
  }

  /// The lines of a paragraph as its text. A line that breaks off only because the next word did not fit goes on; one that is
  /// shorter was meant to end there: the lines of an address or a programme.
  private static func joined(_ lines: [String]) -> String {
    let lines = lines.filter { !$0.isEmpty }
    guard var text = lines.first, lines.count > 1 else { return lines.first ?? "" }
    let width = max(narrowest, lines.map(\.count).max() ?? 0)
    for (line, next) in zip(lines, lines.dropFirst()) {
      let word = next.prefix { $0 != " " }.count
      text += (line.count + 1 + word > width ? " " : "\n") + next
    }
    return text
  }

  /// No text is wrapped in lines shorter than this.
  private static let narrowest = 50

  /// The lines of each paragraph of a plain text, as UTF-8 offsets: split at empty lines; where it has none, every line is a
  /// paragraph, as agencies write it.
  package static func paragraphs(_ text: UnsafeBufferPointer<UInt8>) -> [[Range<Int>]] {
    var paragraphs: [[Range<Int>]] = [[]]
    for line in lines(text) {
      if !isBlank(text[line]) {
        paragraphs[paragraphs.count - 1].append(line)
      } else if paragraphs.last?.isEmpty == false {
        paragraphs.append([])
      }
    }
    if paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
    return paragraphs.count == 1 ? paragraphs[0].map { [$0] } : paragraphs
  }

  private static func lines(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var (lines, start, index): ([Range<Int>], Int, Int) = ([], 0, 0)
    while index < text.count {
      let length = lineBreak(text, at: index)
      if length > 0 {
        lines.append(start..<index)
        start = index + length
      }
      index += max(length, 1)
    }
    return lines + [start..<text.count]
  }

  /// How many bytes the line break takes that stands at `index`; 0 where none does.
  private static func lineBreak(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0x0D: text[(index + 1)...].first == 0x0A ? 2 : 1
    case 0x0A...0x0C: 1
    case 0xC2: text[index...].starts(with: [0xC2, 0x85]) ? 2 : 0
    case 0xE2:
      text[index...].starts(with: [0xE2, 0x80, 0xA8]) || text[index...].starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
    default: 0
    }
  }

  private static func isBlank(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // Nearly every line that is not empty begins with a letter.
    guard let first = line.first(where: { $0 > 0x20 }), first >= 0x80 else { return line.allSatisfy { $0 <= 0x20 } }
    return String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace)
  }
}
