import FuzzSupport
import TerminalText

nonisolated(unsafe) private var growth = Growth()

/// The first byte is a width, the rest a text: its lines fit, nothing but blanks is lost between them, and every character is
/// seen once, in whatever order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let input = bytes(start, count)
  let width = 1 + Int(input[0]) % 100
  let text = SafeText(multiline: String(decoding: input.dropFirst(), as: UTF8.self))
  checkLine(SafeText(String(decoding: input.dropFirst(), as: UTF8.self)), width)
  checkLines(text, width)
  growth.watch(Array(input.dropFirst())) { bytes in
    let text = SafeText(multiline: String(decoding: bytes, as: UTF8.self))
    _ = text.visualOrders(ofLines: text.lines(width: width)).count + text.width
  }
  return 0
}

private func checkLine(_ line: SafeText, _ width: Int) {
  claim(line.units.reduce(0) { $0 + $1.columns } == line.width, "the units have another width")
  claim(line.visualUnits.reduce(0) { $0 + $1.columns } == line.width, "the ordered units have another width")
  claim(line.truncated(toWidth: width).width <= width, "cut, and still too wide")
  claim(line.prefix(columns: width).width <= width, "a prefix that is too wide")
  claim((0...line.width).contains(line.column(of: line.count)), "the cursor behind the text stands outside it")
}

private func checkLines(_ text: SafeText, _ width: Int) {
  var position = 0
  let lines = text.lines(width: width)
  for line in lines {
    claim(line.lowerBound >= position, "a line begins before the last one ends")
    claim(isBlank(text[position..<line.lowerBound]), "text is lost between two lines")
    let widest = text[line].units.map(\.columns).max() ?? 0
    claim(text[line].width <= max(width, widest), "a line is too wide")
    position = line.upperBound
  }
  claim(isBlank(text[position..<text.count]), "text is lost at the end")
  for (line, order) in zip(lines, text.visualOrders(ofLines: lines)) {
    guard let order else { continue }
    let runs = order.runs.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    claim(runs.first?.lowerBound == 0 && runs.last?.upperBound == line.count, "runs that are not the line")
    claim(zip(runs, runs.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }, "runs that overlap")
  }
}

/// Whether nothing of it would be seen: a soft hyphen is drawn only where a line has room for it.
private func isBlank(_ text: SafeText) -> Bool {
  text.string.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{AD}" }
}
