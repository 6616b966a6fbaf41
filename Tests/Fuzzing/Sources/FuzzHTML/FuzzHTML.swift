import FuzzSupport
@testable import NewsroomModel

nonisolated(unsafe) private var growth = Growth()

/// Any bytes as an article's body: blocks come, the same each time, with hardly more text than there was.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let html = String(decoding: input, as: UTF8.self)
  let blocks = Article.Body(format: .html, value: html).blocks
  let text = blocks.plainText
  claim(text.utf8.count <= 8 * html.utf8.count + 64, "the text is longer than its markup")
  claim(Article.Body(format: .html, value: html).blocks == blocks, "other blocks the second time")
  _ = blocks.statements(by: [])
  _ = Article.Body(format: .plain, value: html).blocks.plainText
  growth.watch(input) {
    _ = Article.Body(format: .html, value: String(decoding: $0, as: UTF8.self)).blocks.plainText
  }
  return 0
}
