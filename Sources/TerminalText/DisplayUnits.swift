/// The characters of a text as a terminal keeps them: each one a base and the marks on it, ready to be put into a cell.
///
/// A unit is smaller than an extended grapheme cluster where a cluster has several bases (an Indic conjunct, say): terminals
/// give each of these its own cell. Soft hyphens, joiners that terminals mishandle and line feeds are no units; a soft hyphen
/// that ends the text is a hyphen.
package struct DisplayUnits: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?
  private var isHyphenDue: Bool

  /// - Parameter showsHyphen: whether a soft hyphen at the end is one at which a line was broken.
  init(_ string: String, showsHyphen: Bool) {
    scalars = string.unicodeScalars.makeIterator()
    ahead = scalars.next()
    isHyphenDue = showsHyphen && string.utf8.last == 0xAD && string.unicodeScalars.last == "\u{AD}"
  }

  package mutating func next() -> DisplayWidth.Unit? {
    while let scalar = ahead, DisplayUnits.isNeverDrawn(scalar) { ahead = scalars.next() }
    guard let base = ahead else { return hyphen() }
    ahead = scalars.next()
    var unit = DisplayWidth.Unit(base: base)
    while let mark = ahead, DisplayWidth.columns(of: mark) == 0, mark != "\u{AD}", mark != "\n" {
      if !DisplayUnits.isNeverDrawn(mark) { unit.add(mark) }
      ahead = scalars.next()
    }
    return unit
  }

  private mutating func hyphen() -> DisplayWidth.Unit? {
    guard isHyphenDue else { return nil }
    isHyphenDue = false
    return DisplayWidth.Unit(base: "-")
  }

  /// Zero-width joiner: tmux puts whatever follows it into the cell before it.
  private static func isNeverDrawn(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{AD}" || scalar == "\n" || scalar == "\u{200D}"
  }
}

extension DisplayWidth {
  /// A base and its marks: what fills one cell, or two if it is wide.
  package struct Unit: Hashable, Sendable {
    /// Lanes 0 to 4: base and marks, 0 where there is none. The other lanes are 0.
    package private(set) var lanes: SIMD8<UInt32>
    /// 1 or 2 columns; 0 for marks without a base, which the sanitiser never passes.
    package let columns: Int
    private var marks = 0

    init(base: Unicode.Scalar) {
      lanes = SIMD8(base.value, 0, 0, 0, 0, 0, 0, 0)
      columns = DisplayWidth.columns(of: base)
    }

    /// Puts another base of the same width in place of this one.
    mutating func replaceBase(_ base: UInt32) { lanes[0] = base }

    mutating func add(_ mark: Unicode.Scalar) {
      guard marks < DisplayWidth.marksPerCell else { return }
      marks += 1
      lanes[marks] = mark.value
    }
  }
}

extension SafeText {
  /// The text as a terminal keeps it.
  package var units: DisplayUnits { DisplayUnits(string, showsHyphen: true) }

  /// Whether every byte is one printable ASCII character of one column.
  package var isPlainASCII: Bool { traits.contains(.plainASCII) }
}
