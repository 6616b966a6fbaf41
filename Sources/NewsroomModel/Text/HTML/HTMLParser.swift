import CLibXML2

/// Reads HTML into blocks: pieces by ``HTMLScanner``, nested by libxml2, which mends what is broken, and put together from its events.
///
/// Events instead of a tree: nothing is made that is thrown away, and nesting cannot overflow a stack. Nothing is loaded
/// from the network, errors are not printed; a `<meta charset>` in the text changes nothing.
enum HTMLParser {
  private static let options = Int32(
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)

  /// libxml2 wants to be set up once, before several threads use it.
  private static let isSetUp: Bool = {
    xmlInitParser()
    return true
  }()

  /// The blocks of a text written in HTML.
  static func blocks(of html: String) -> [TextBlock] {
    var html = html
    var builder = BlockBuilder()
    let markup = html.withUTF8 { HTMLNormalizer($0).bytes }
    markup.withUnsafeBufferPointer { bytes in withUnsafeMutablePointer(to: &builder) { read(bytes, into: $0) } }
    return builder.finish()
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, into builder: UnsafeMutablePointer<BlockBuilder>) {
    guard isSetUp, !bytes.isEmpty, let length = Int32(exactly: bytes.count), let context = htmlNewParserCtxt() else {
      return
    }
    defer { htmlFreeParserCtxt(context) }
    context.pointee.userData = UnsafeMutableRawPointer(builder)
    if let handler = context.pointee.sax { listen(handler) }
    bytes.withMemoryRebound(to: CChar.self) { characters in
      if let document = htmlCtxtReadMemory(context, characters.baseAddress, length, nil, "UTF-8", options) {
        xmlFreeDoc(document)
      }
    }
  }

  /// Replaces the tree-building handler by one that tells the builder.
  private static func listen(_ handler: UnsafeMutablePointer<xmlSAXHandler>) {
    var listening = xmlSAXHandler()
    listening.startElement = { builder, name, attributes in
      guard let name else { return }
      BlockBuilder.at(builder)?.pointee.begin(HTMLElement.named(name), HTMLAttributes(attributes))
    }
    listening.endElement = { builder, name in
      guard let name else { return }
      BlockBuilder.at(builder)?.pointee.end(HTMLElement.named(name))
    }
    listening.processingInstruction = { builder, _, _ in BlockBuilder.at(builder)?.pointee.endParagraph() }
    listening.characters = { builder, text, length in
      BlockBuilder.at(builder)?.pointee.add(UnsafeBufferPointer(start: text, count: Int(length)))
    }
    listening.ignorableWhitespace = listening.characters
    handler.pointee = listening
  }
}

/// The attributes of an element: names and values in turn, ended by a null.
struct HTMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) { self.list = list }

  /// The value of an attribute.
  subscript(_ name: StaticString) -> String? {
    guard let list else { return nil }
    var index = 0
    while let found = list[index] {
      if xmlStrcmp(found, name.utf8Start) == 0 { return list[index + 1].map { String(cString: $0) } }
      index += 2
    }
    return nil
  }
}

extension HTMLElement {
  /// The element of a name that libxml2 gives.
  fileprivate static func named(_ name: UnsafePointer<xmlChar>) -> HTMLElement {
    named(UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
  }
}

extension BlockBuilder {
  /// The builder behind libxml2's user data.
  @inline(__always)
  fileprivate static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<BlockBuilder>? {
    pointer?.assumingMemoryBound(to: BlockBuilder.self)
  }
}
