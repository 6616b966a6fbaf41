import Foundation

/// The keys of postings. Words stand as they are folded; everything else begins with a byte that no word has.
enum Term {
  /// What a filter token is about; the raw value is its letter in the key.
  enum Category: String, CaseIterable {
    /// Whether an article may be published.
    case status = "s"
    case organisation = "o"
    /// An organisation of which one of a record's organisations is a part, or that organisation itself.
    case whole = "h"
    case person = "p"
    case delegation = "d"
    /// An organisation on whose behalf a delegation went, or of which that is a part; and its country.
    case sender = "f"
    case senderCountry = "i"
    /// An organisation that received a delegation, or of which that is a part; and its country.
    case host = "v"
    case hostCountry = "j"
    case event = "e"
    case programme = "g"
    case kind = "k"
    case language = "l"
    case place = "w"
    case country = "c"
    case publisher = "u"
    case tag = "t"
    case role = "r"
    case year = "y"
    case month = "m"
    case day = "n"
    /// A year or month that a record has every day of, or may have any day of, because no more is known.
    case throughout = "z"
    /// A name, literal or address that leads nowhere yet.
    case unresolved = "?"
    /// An address that an article has besides its own.
    case otherAddress = "a"
  }

  private static let filterMark: UInt8 = 1
  private static let beginningMark: UInt8 = 2
  private static let pairMark: UInt8 = 3
  /// How long a beginning is kept for, in characters; longer ones are found among the words themselves.
  static let longestBeginning = 3

  /// The longest value that stands in a key as it is, in bytes: a key is read back from a block, where 255 is the most.
  private static let longestValue = 200

  /// A value as keys have it: of one that is too long, the beginning and a hash of the whole. What it returns stays as it is.
  static func value(_ value: String) -> String {
    guard value.utf8.count > longestValue else { return value }
    let beginning = String(decoding: value.utf8.prefix(longestValue - 40), as: UTF8.self)
    return "\(beginning)…\(String(value.utf8.stableHash, radix: 16))"
  }

  /// The key of a filter value.
  static func filter(_ category: Category, _ value: String) -> [UInt8] {
    let value = Self.value(value)
    var token: [UInt8] = []
    token.reserveCapacity(value.utf8.count + 2)
    token.append(filterMark)
    token.append(contentsOf: category.rawValue.utf8)
    token.append(contentsOf: value.utf8)
    return token
  }

  /// What every filter token of a category begins with.
  static func filters(_ category: Category) -> [UInt8] { filter(category, "") }

  /// The key of a word's beginning.
  static func beginning(_ bytes: some Sequence<UInt8>) -> [UInt8] { [beginningMark] + bytes }

  /// The key of two words that follow one another, kept where words are single characters.
  static func pair(_ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>) -> [UInt8] {
    var token: [UInt8] = []
    appendPair(first, second, to: &token)
    return token
  }

  /// The same, after what is there already.
  static func appendPair(_ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(pairMark)
    bytes.append(contentsOf: first)
    bytes.append(contentsOf: second)
  }

  /// Whether a token is a word, as opposed to a key that begins with a mark.
  static func isWord(_ token: UnsafeBufferPointer<UInt8>) -> Bool { (token.first ?? 0) > pairMark }

  /// Whether a token comes before all beginnings of words.
  static func precedesBeginnings(_ token: UnsafeBufferPointer<UInt8>) -> Bool { (token.first ?? 0) < beginningMark }

  /// Where the beginnings of `word` end, in bytes, at most ``longestBeginning`` of them.
  static func beginningLengths(_ word: some Collection<UInt8>) -> [Int] {
    var ends: [Int] = []
    for (offset, byte) in word.enumerated() where offset > 0 && byte & 0xC0 != 0x80 {
      ends.append(offset)
      if ends.count == longestBeginning { return ends }
    }
    return ends + [word.count]
  }

  /// Whether one token comes before another, by their bytes.
  static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    compare(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right)) < 0
  }

  /// Less than, equal to or greater than zero, as tokens stand to one another.
  static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let shared = min(left.count, right.count)
    if shared > 0, let first = left.baseAddress, let second = right.baseAddress {
      let order = memcmp(first, second, shared)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }

  /// The smallest key after every key that begins with `key`.
  static func end(_ key: [UInt8]) -> [UInt8] {
    var end = key
    while let last = end.popLast() {
      if last < 0xFF { return end + [last + 1] }
    }
    return [0xFF]
  }
}
