package import TerminalCells

/// Turns the bytes that a terminal sends into keys, pastes and mouse events.
///
/// It knows the sequences of xterm, tmux, screen, rxvt, the Linux console and compatible terminals, and reads others from
/// terminfo. It never waits: an incomplete sequence stays until more bytes arrive or until `flush`, which is how
/// the Escape key is distinguished from the start of a sequence. Unknown sequences are dropped whole, so that no part of an
/// answer or of an unknown key is read as typed text.
package struct InputDecoder: Sendable {
  private var bytes: [UInt8] = []
  /// The index of the first byte that is not yet decoded.
  private var head = 0
  private var inputs: [TerminalInput] = []
  private var pasted: [UInt8]?
  private var clicks = ClickCounter()
  /// Sequences of keys that the general rules do not give.
  private let sequences: [(bytes: [UInt8], key: Key)]

  /// An Escape followed by nothing for this long is the Escape key.
  private let escapeMilliseconds: Int
  /// The start of a sequence waits longer than an Escape: it is not typed by hand, and a slow line may deliver it in two parts.
  private static let sequenceMilliseconds = 250
  /// A paste followed by nothing for this long has ended even without its end sequence; otherwise no key would work again.
  private static let pasteMilliseconds = 1_500
  /// Longer answers are dropped, longer pastes cut.
  private static let longestSequence = 4_096
  private static let longestPaste = 1 << 20

  /// - Parameters:
  ///   - sequences: the key sequences of this terminal from terminfo; those that the decoder already knows are ignored.
  ///   - escapeMilliseconds: how long an Escape may wait for the rest of a sequence.
  package init(sequences: [(bytes: [UInt8], key: Key)] = [], escapeMilliseconds: Int = 25) {
    self.escapeMilliseconds = escapeMilliseconds
    self.sequences = sequences.filter { !$0.bytes.isEmpty && InputDecoder.decodes($0.bytes) != .key($0.key) }
  }

  private static func decodes(_ bytes: [UInt8]) -> TerminalInput? {
    var decoder = InputDecoder()
    decoder.feed(bytes, milliseconds: 0)
    return decoder.inputs.count == 1 ? decoder.next() : nil
  }

  /// Whether an incomplete sequence is pending.
  package var isWaiting: Bool { pasted != nil || head < bytes.count }

  /// How long a pending sequence may wait, in milliseconds after the last bytes; nil when nothing is pending.
  package var patience: Int? {
    if pasted != nil { return InputDecoder.pasteMilliseconds }
    guard isWaiting else { return nil }
    let isSequence = bytes.count > head + 1 && bytes[head] == 0x1B && bytes[head + 1] == UInt8(ascii: "[")
    return isSequence ? max(escapeMilliseconds, InputDecoder.sequenceMilliseconds) : escapeMilliseconds
  }

  /// How long an Escape may wait: ESCDELAY in milliseconds where it is set, longer over SSH, whose packets come in pieces.
  package static func escapeMilliseconds(_ environment: [String: String]) -> Int {
    if let delay = environment["ESCDELAY"].flatMap(Int.init) { return min(max(delay, 1), 5_000) }
    return environment["SSH_CONNECTION"] ?? environment["SSH_TTY"] == nil ? 25 : 100
  }

  /// The next input; nil when there is none.
  package mutating func next() -> TerminalInput? { inputs.isEmpty ? nil : inputs.removeFirst() }

  /// Whether `next` returns an input.
  package var hasInput: Bool { !inputs.isEmpty }

  /// Decodes bytes that arrived at a time, in milliseconds of a monotonic clock.
  package mutating func feed(_ new: some Sequence<UInt8>, milliseconds: Int) {
    bytes += new
    while head < bytes.count, let length = decode(milliseconds) { head += length }
    bytes.removeSubrange(0..<head)
    head = 0
  }

  /// Ends a pending sequence: a lone Escape was the key, and a paste is complete.
  package mutating func flush(milliseconds: Int) {
    guard isWaiting else { return }
    let waiting = Array(bytes[head...])
    (bytes, head) = ([], 0)
    // What waits in a paste is the beginning of its end.
    if pasted != nil { return deliverPaste() }
    guard waiting[0] == 0x1B else { return inputs.append(.key(.character("\u{FFFD}"))) }
    // What could have begun a sequence was a character with Alt.
    if waiting.count == 2, (0x20..<0x7F).contains(waiting[1]) {
      return inputs.append(.key(.alt(Character(Unicode.Scalar(waiting[1])))))
    }
    inputs.append(.key(.escape))
    feed(waiting.dropFirst(), milliseconds: milliseconds)
  }
}

extension InputDecoder {
  /// Decodes the sequence at `head`.
  /// - Returns: the number of bytes consumed; nil if more are needed.
  private mutating func decode(_ milliseconds: Int) -> Int? {
    if pasted != nil { return decodePaste() }
    if let (length, key) = sequenceOfThisTerminal() { return emit(.key(key), length) }
    let byte = bytes[head]
    switch byte {
    case 0x1B: return decodeEscape(milliseconds)
    case 0x20..<0x7F: return emit(.key(.character(Character(Unicode.Scalar(byte)))), 1)
    case 0x80...: return decodeCharacter()
    default: return emit(.key(InputDecoder.control(byte)), 1)
    }
  }

  private mutating func emit(_ input: TerminalInput?, _ length: Int) -> Int {
    if let input { inputs.append(input) }
    return length
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0D: .enter
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  private func sequenceOfThisTerminal() -> (Int, Key)? {
    let match = sequences.first { bytes[head...].starts(with: $0.bytes) }
    return match.map { ($0.bytes.count, $0.key) }
  }

  private mutating func decodeCharacter() -> Int? {
    character(at: head).flatMap { emit(.key(.character($0)), $1) }
  }

  /// The non-ASCII character at `start` and its length; nil if more bytes are needed.
  private func character(at start: Int) -> (Character, Int)? {
    let needed = max(1, (~bytes[start]).leadingZeroBitCount)
    let part = bytes[start..<min(bytes.count, start + min(needed, 4))]
    let broken = part.dropFirst().firstIndex { $0 & 0xC0 != 0x80 }
    if broken == nil && part.count < needed && needed <= 4 { return nil }
    let length = broken.map { $0 - start } ?? part.count
    let text = String(decoding: bytes[start..<start + length], as: UTF8.self)
    return (text.first ?? "\u{FFFD}", length)
  }

  private mutating func decodePaste() -> Int? {
    let end: [UInt8] = Array("\u{1B}[201~".utf8)
    for index in head..<bytes.count where bytes[index] == 0x1B {
      let rest = bytes[index...]
      if rest.starts(with: end) { return endPaste(index - head, end.count) }
      if end.starts(with: rest) { return takePaste(index - head) }
    }
    return takePaste(bytes.count - head)
  }

  /// nil if nothing was consumed, since more bytes are needed.
  private mutating func takePaste(_ length: Int) -> Int? {
    let room = max(0, InputDecoder.longestPaste - (pasted?.count ?? 0))
    pasted?.append(contentsOf: bytes[head..<head + min(length, room)])
    return length == 0 ? nil : length
  }

  private mutating func endPaste(_ length: Int, _ endLength: Int) -> Int {
    _ = takePaste(length)
    deliverPaste()
    return length + endLength
  }

  private mutating func deliverPaste() {
    inputs.append(.pasted(String(decoding: pasted ?? [], as: UTF8.self)))
    pasted = nil
  }
}

extension InputDecoder {
  private mutating func decodeEscape(_ milliseconds: Int) -> Int? {
    guard head + 1 < bytes.count else { return nil }
    switch bytes[head + 1] {
    case UInt8(ascii: "["): return decodeControlSequence(milliseconds)
    case UInt8(ascii: "O"): return decodeShifted()
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return dropAnswer()
    case 0x1B: return decodeDoubleEscape()
    case 0x20..<0x7F: return emit(.key(.alt(Character(Unicode.Scalar(bytes[head + 1])))), 2)
    case 0x7F, 0x08: return emit(.key(.altBackspace), 2)
    case 0x80...: return character(at: head + 1).flatMap { emit(.key(.alt($0)), 1 + $1) }
    // Alt with Enter, Tab or Ctrl and a letter: unused, and neither Escape nor the other key.
    default: return 2
    }
  }

  /// ESC O and a letter: keys in application mode.
  private mutating func decodeShifted() -> Int? {
    guard head + 2 < bytes.count else { return nil }
    return emit(KeySequences.shifted(bytes[head + 2]).map { .key($0) }, 3)
  }

  /// ESC ESC [ D: Alt and an arrow in rxvt. Any other second Escape starts a sequence of its own.
  private mutating func decodeDoubleEscape() -> Int? {
    guard head + 2 < bytes.count else { return nil }
    guard bytes[head + 2] == UInt8(ascii: "[") else { return emit(.key(.escape), 1) }
    guard head + 3 < bytes.count else { return nil }
    switch bytes[head + 3] {
    case UInt8(ascii: "D"): return emit(.key(.altLeft), 4)
    case UInt8(ascii: "C"): return emit(.key(.altRight), 4)
    default: return emit(.key(.escape), 1)
    }
  }

  /// An unexpected answer of the terminal, up to BEL or ESC \.
  private func dropAnswer() -> Int? {
    for index in head + 2..<max(head + 2, bytes.count) {
      if bytes[index] == 0x07 { return index + 1 - head }
      if bytes[index] == 0x1B && index + 1 < bytes.count { return index + (bytes[index + 1] == 0x5C ? 2 : 0) - head }
    }
    return bytes.count - head > InputDecoder.longestSequence ? bytes.count - head : nil
  }

  private mutating func decodeControlSequence(_ milliseconds: Int) -> Int? {
    let start = head + 2
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "[") { return decodeConsoleKey() }
    if bytes[start] == UInt8(ascii: "M") { return decodeOldMouse(milliseconds) }
    guard let end = bytes[start...].firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
      return bytes.count - head > InputDecoder.longestSequence ? bytes.count - head : nil
    }
    // Aborted: the byte that aborts it starts a new sequence.
    guard (0x40..<0x7F).contains(bytes[end]) else { return end - head }
    let parameters = String(decoding: bytes[start..<end], as: UTF8.self)
    return emit(controlSequence(parameters, final: bytes[end], milliseconds), end + 1 - head)
  }

  /// ESC [ [ A to E: F1 to F5 of the Linux console.
  private mutating func decodeConsoleKey() -> Int? {
    guard head + 3 < bytes.count else { return nil }
    let number = Int(bytes[head + 3]) - 0x40
    return emit((1...5).contains(number) ? .key(.function(number)) : nil, 4)
  }

  private mutating func controlSequence(_ parameters: String, final: UInt8, _ milliseconds: Int) -> TerminalInput? {
    if parameters.hasPrefix("<") {
      let numbers = parameters.dropFirst().split(separator: ";").compactMap(InputDecoder.number)
      guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
      let point = Point(column: numbers[1] - 1, row: numbers[2] - 1)
      return clicks.event(code: numbers[0], isRelease: final == UInt8(ascii: "m"), at: point, milliseconds)
    }
    if let first = parameters.utf8.first, (0x3C...0x3F).contains(first) { return nil }  // Private: an answer, no key.
    // The kitty protocol divides a parameter by colons: alternatives of the key, and whether it was pressed or released.
    let fields = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      $0.split(separator: ":", omittingEmptySubsequences: false).map { InputDecoder.number($0) ?? 1 }
    }
    if fields.count > 1, fields[1].count > 1, fields[1][1] == 3 { return nil }
    if final == UInt8(ascii: "u") { return KeySequences.kitty(fields).map { .key($0) } }
    let numbers = fields.map { $0.first ?? 1 }
    if numbers.first == 200 && final == UInt8(ascii: "~") {
      pasted = []
      return nil
    }
    return KeySequences.control(numbers, final: final).map { .key($0) }
  }

  /// A parameter as terminals send it: a few digits, no sign (ECMA-48, 5.4). Anybody may type or paste anything else.
  private static func number(_ parameter: Substring) -> Int? {
    parameter.count <= 7 && parameter.allSatisfy { ("0"..."9").contains($0) } ? Int(parameter) : nil
  }

  /// ESC [ M and three bytes: the mouse of terminals that know no other way.
  private mutating func decodeOldMouse(_ milliseconds: Int) -> Int? {
    guard head + 5 < bytes.count else { return nil }
    let values = bytes[head + 3...head + 5].map { Int($0) - 32 }
    let point = Point(column: values[1] - 1, row: values[2] - 1)
    let event = clicks.event(code: values[0], isRelease: values[0] & 67 == 3, at: point, milliseconds)
    return emit(event, 6)
  }
}
