/// What an object of the data directory may hold: its keys, what each means and how its value is written.
///
/// One table serves three readers: the checks of a file, the JSON Schemas that `newsroom check --schema` prints, and the
/// suggestions for a key that is not known. So what is documented is what is accepted.
final class ObjectSchema: Sendable {
  /// What the object is, for sentences: "a person".
  let name: String
  /// Its keys, in the order in which a record is best written.
  let keys: [SchemaProperty]
  /// The bits of the keys that must be there.
  let requiredKeys: UInt64
  /// True where keys that are not in the table are nobody's mistake.
  let isOpen: Bool
  /// For each pair of keys that are mutually exclusive, their bits.
  let exclusiveKeys: [UInt64]
  /// Whether it has a start and an end.
  let hasSpan: Bool
  /// Indices into `keys` by the hash of a name; -1 where none is.
  private let slots: [Int16]
  private let slotMask: Int

  /// A shape of at most 64 keys.
  init(_ name: String, isOpen: Bool = false, excluding pairs: [[String]] = [], _ keys: [SchemaProperty]) {
    precondition(keys.count <= 64, "a shape has at most 64 keys")
    (self.name, self.keys, self.isOpen) = (name, keys, isOpen)
    requiredKeys = keys.indices.reduce(0) { keys[$1].isRequired ? $0 | 1 << UInt64($1) : $0 }
    exclusiveKeys = pairs.map { pair in
      keys.indices.reduce(0) { pair.contains(keys[$1].name.description) ? $0 | 1 << UInt64($1) : $0 }
    }
    hasSpan = keys.contains { ["end_date", "endDate"].contains($0.name.description) }
    var size = 16
    while size < keys.count * 3 { size *= 2 }
    var slots = [Int16](repeating: -1, count: size)
    for (index, key) in keys.enumerated() {
      let name = UnsafeRawBufferPointer(start: key.name.utf8Start, count: key.name.utf8CodeUnitCount)
      var slot = Self.hash(name) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int16(index)
    }
    (self.slots, slotMask) = (slots, size - 1)
  }

  /// The index of the key of exactly this name.
  func index(of name: UnsafeRawBufferPointer) -> Int? {
    var slot = Self.hash(name) & slotMask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])].isNamed(name) { return Int(slots[slot]) }
      slot = (slot + 1) & slotMask
    }
    return nil
  }

  /// The index of the key of exactly this name.
  func index(ofName name: String) -> Int? {
    var name = name
    return name.withUTF8 { index(of: UnsafeRawBufferPointer($0)) }
  }

  /// The index of the key that an older dialect wrote like this: in other case, in the singular, under its former name.
  func index(ofOlder name: UnsafeRawBufferPointer) -> Int? {
    keys.firstIndex { key in
      name.spell(key.name, ignoringCase: true)
        || key.olderNames.contains { name.spell($0, ignoringCase: true) }
        || key.olderPrefix.map { SchemaProperty.begins(name, with: $0) } ?? false
    }
  }

  /// The names one may write, for suggestions.
  var suggestedNames: [String] { keys.filter { !$0.isOlder }.map(\.name.description) }

  /// Length, first, last and middle byte tell the names of one table apart well enough.
  @inline(__always)
  private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
    guard let first = name.first, let last = name.last else { return 0 }
    return name.count &* 31 &+ Int(first) &* 7 &+ Int(last) &* 131 &+ Int(name[name.count / 2]) &* 17
  }
}

/// One key of a shape. A class, because each check of a value looks at one, and to copy all of this would take longer.
final class SchemaProperty: Sendable {
  /// Its name.
  let name: StaticString
  /// How its value is written.
  let form: ValueType
  /// Whether a record cannot do without it.
  let isRequired: Bool
  /// What it means, for the schema.
  let meaning: String
  /// True for keys of older dialects only: they are read, and neither suggested nor printed.
  let isOlder: Bool
  /// Other names it had in older dialects.
  let olderNames: [StaticString]
  /// A prefix under which an older dialect put any number of such keys: `body_`.
  let olderPrefix: StaticString?

  /// A key of today's vocabulary.
  init(
    _ name: StaticString, _ form: ValueType, required: Bool = false, olderNames: [StaticString] = [],
    _ meaning: String = ""
  ) {
    (self.name, self.form, self.isRequired, self.meaning) = (name, form, required, meaning)
    (isOlder, self.olderNames, olderPrefix) = (false, olderNames, nil)
  }

  /// A key that only older dialects have; with `isPrefix`, every key that begins so.
  init(older name: StaticString, _ form: ValueType, isPrefix: Bool = false) {
    (self.name, self.form, isRequired, meaning) = (name, form, false, "")
    (isOlder, olderNames, olderPrefix) = (true, [], isPrefix ? name : nil)
  }

  func isNamed(_ other: UnsafeRawBufferPointer) -> Bool { other.spell(name) }

  /// Whether a name is `prefix` and then one or more of the letters that ninjs 1 allows there: `^body_[a-zA-Z0-9_]+`.
  static func begins(_ bytes: UnsafeRawBufferPointer, with prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard bytes.count > length else { return false }
    for index in 0..<length where bytes[index] != prefix.utf8Start[index] { return false }
    return bytes[length...].allSatisfy { $0 == UInt8(ascii: "_") || $0.isASCIIAlphanumeric }
  }
}

extension UInt8 {
  /// Whether it is a letter or digit of ASCII.
  var isASCIIAlphanumeric: Bool { self &- 48 < 10 || (self | 0x20) &- 97 < 26 }
}
