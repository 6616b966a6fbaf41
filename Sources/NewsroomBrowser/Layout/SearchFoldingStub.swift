import Foundation
struct SearchFolding {
  let text: String
  init(_ text: String) { self.text = text }
  static func fold(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
  func ranges(of words: [String]) -> [Range<Int>] { [] }
}
