import CICU
import Synchronization

/// Where a line may end, by the Unicode line breaking algorithm (UAX #14), as ICU's rules have it.
///
/// Opening an iterator reads rules and dictionaries and costs more than breaking a page, so iterators are kept and lent.
package struct LineBreaks: ~Copyable {
  private let iterator: LineBreakIterator

  init() { iterator = LineBreakIterator.idle.withLock { $0.popLast() } ?? LineBreakIterator() }

  deinit {
    let iterator = iterator
    LineBreakIterator.idle.withLock { $0.append(iterator) }
  }

  /// Calls `body` with every offset after the first at which a line of `bytes`, valid UTF-8, may or must end; the last is the
  /// end. Without rules (ICU's data are gone) only the end is one.
  func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    let isReady = bytes.withMemoryRebound(to: CChar.self) { iterator.set($0) }
    guard isReady else { return body(bytes.count) }
    while let offset = iterator.next() { body(offset) }
  }

  /// The UTF-8 offsets at which a line of `text` may or must end.
  package static func offsets(in text: String) -> [Int] {
    var (text, offsets) = (text, [Int]())
    text.withUTF8 { LineBreaks().forEach(in: $0) { offsets.append($0) } }
    return offsets
  }
}

/// One of ICU's iterators.
private final class LineBreakIterator: @unchecked Sendable {
  // Unchecked because ICU's iterators serve one caller at a time: an iterator is either idle or owned by one `LineBreaks`.
  private let iterator: OpaquePointer?

  static let idle = Mutex<[LineBreakIterator]>([])

  init() { iterator = newsroom_ubrk_open_line("") }

  deinit { if let iterator { newsroom_ubrk_close(iterator) } }

  func set(_ bytes: UnsafeBufferPointer<CChar>) -> Bool {
    guard let iterator, let start = bytes.baseAddress else { return false }
    return newsroom_ubrk_set_utf8(iterator, start, Int64(bytes.count))
  }

  func next() -> Int? {
    let offset = iterator.map { newsroom_ubrk_next($0) } ?? -1
    return offset < 0 ? nil : Int(offset)
  }
}
