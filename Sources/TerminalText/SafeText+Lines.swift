extension SafeText {
  /// The lines of the text when no line may be wider than `width` columns: ranges of UTF-8 offsets without the spaces at
  /// which lines were broken.
  ///
  /// Lines end where UAX #14 allows it; what has no such place and is wider than a line (a long address) is broken after one of
  /// its signs, or between characters. A line broken at a soft hyphen ends with it, so that it is drawn. A line feed ends a
  /// line always; one at the end of the text adds no empty line. The empty text is one empty line. A line is wider than
  /// `width` only if a single base is: a wide character in one column.
  package func lines(width: Int) -> [Range<Int>] {
    if isPlainASCII && count <= width { return [0..<count] }
    var string = string
    return string.withUTF8 { bytes in
      var setter = LineWrapper(self, bytes: bytes, width: width)
      LineBreaks().forEach(in: bytes) { setter.advance(to: $0) }
      setter.finish()
      return setter.lines
    }
  }

  /// Calls `body` with the parts of `range` that a line break must not divide, and their columns: characters, or where one
  /// character is wider than a line (an endless Indic conjunct) its bases.
  func forEachUnbreakable(in range: Range<Int>, width: Int, _ body: (Range<Int>, Int) -> Void) {
    let utf8 = string.utf8
    let first = utf8.index(string.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(string.startIndex, offsetBy: range.upperBound)
    var offset = range.lowerBound
    for character in string[first..<end] {
      let columns = DisplayWidth.columns(of: character)
      if columns <= width {
        body(offset..<offset + character.utf8.count, columns)
        offset += character.utf8.count
      } else {
        for scalar in character.unicodeScalars {
          let count = UTF8.width(scalar)
          body(offset..<offset + count, DisplayWidth.columns(of: scalar))
          offset += count
        }
      }
    }
  }
}

extension DisplayWidth {
  /// Columns of a stretch of valid UTF-8.
  static func columns(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }
}
