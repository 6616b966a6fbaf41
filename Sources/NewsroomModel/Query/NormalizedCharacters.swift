/// Characters that were folded before. They are kept in pages of 256 that lie side by side in Unicode, because a text has most
/// of its characters from two or three of them.
struct NormalizedCharacters: Sendable {
  /// Whether marks that belong to the letter before them were put together with it already.
  let areComposed: Bool
  /// For each page where it begins in ``folded``; -1 where none of its characters was met.
  private var pages: [Int] = []
  private var folded: [Folded?] = []
  /// What all of them fold to, one after the other.
  private(set) var letters: [UInt8] = []

  /// Characters of which none was met.
  init(areComposed: Bool) { self.areComposed = areComposed }

  /// What a character is folded to.
  mutating func folded(_ value: UInt32) -> Folded {
    let (page, place) = (Int(value >> 8), Int(value & 0xFF))
    if page < pages.count, pages[page] >= 0, let known = folded[pages[page] + place] { return known }
    return learn(value, page, place)
  }

  private mutating func learn(_ value: UInt32, _ page: Int, _ place: Int) -> Folded {
    if page >= pages.count { pages += Array(repeating: -1, count: page + 1 - pages.count) }
    if pages[page] < 0 {
      pages[page] = folded.count
      folded += Array(repeating: nil, count: 256)
    }
    let new = !areComposed && SearchNormalizer.joins(value) ? Folded.joining : Folded(value, &letters)
    folded[pages[page] + place] = new
    return new
  }
}

/// What a character outside ASCII is to search. Letters are given by their place among those of all characters.
enum Folded {
  /// With the letter before it, it may be another one: the text must be composed first.
  case joining
  case separator
  case nothing
  case letters(Range<UInt32>)
  case wholeWord(Range<UInt32>)

  init(_ value: UInt32, _ known: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else {
      self = .separator
      return
    }
    let bytes = SearchNormalizer.folded(scalar) ?? Array(String(scalar).utf8)
    let kept = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter(TextNormalizer.isWordCharacter)
    let start = UInt32(known.count)
    for scalar in kept { known.append(contentsOf: String(scalar).utf8) }
    let letters = start..<UInt32(known.count)
    if letters.isEmpty {
      self = bytes.isEmpty || scalar.properties.generalCategory == .format ? .nothing : .separator
    } else {
      self = kept.contains(where: TextNormalizer.standsAlone) ? .wholeWord(letters) : .letters(letters)
    }
  }
}
