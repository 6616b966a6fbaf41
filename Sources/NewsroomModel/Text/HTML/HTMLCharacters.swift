import CLibXML2

/// Characters by the names that HTML gives them.
package enum HTMLCharacters {
  /// The character that `&name;` stands for; nil where HTML knows none.
  package static func named(_ name: String) -> Unicode.Scalar? {
    name.withCString(encodedAs: UTF8.self) { htmlEntityLookup($0) }.flatMap { Unicode.Scalar($0.pointee.value) }
  }
}
