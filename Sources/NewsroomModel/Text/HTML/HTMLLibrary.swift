import CLibXML2

/// The C library that reads HTML.
package enum HTMLLibrary {
  /// The version of libxml2 in use, for example 2.9.14. The library gives it as one number: 20914.
  package static var version: String {
    let text = newsroom_xml_version().map { String(cString: $0) } ?? ""
    guard let number = Int(text.prefix { $0.isASCII && $0.isNumber }) else { return text }
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
  }
}
