import FuzzSupport
import TerminalText

nonisolated(unsafe) private var growth = Growth()

/// Any bytes: what passes the gate holds nothing that could begin a control sequence, and passes again unchanged.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let untrusted = String(decoding: input, as: UTF8.self)
  let (line, text) = (SafeText(untrusted), SafeText(multiline: untrusted))
  claim(isHarmless(line.string), "a control in a line")
  claim(isHarmless(text.string, allowed: "\n"), "a control in a text")
  let fallback = line.string.unicodeScalars.map { ASCIIFallback.byte(for: $0.value) }
  claim(fallback.allSatisfy { (0x20..<0x7F).contains($0) }, "no printable ASCII")
  claim(SafeText(line.string) == line, "another text the second time")
  claim(SafeText(multiline: text.string) == text, "another text the second time")
  growth.watch(input) { _ = SafeText(String(decoding: $0, as: UTF8.self)) }
  return 0
}

private func isHarmless(_ text: String, allowed: Unicode.Scalar? = nil) -> Bool {
  text.unicodeScalars.allSatisfy { $0 == allowed || ($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)) }
}
