import CLibXML2

/// An item of an XML feed as an object of JSON: a key for each element and attribute, under the names that the feed has.
struct XMLItem {
  private static let options = Int32(
    XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
      | XML_PARSE_NOCDATA.rawValue)

  /// The JSON of an item; nil where nothing of it can be parsed. Prefixes need not be declared, nothing is loaded, no entity is
  /// replaced.
  static func json(_ bytes: UnsafeRawBufferPointer, encoding: String?) -> [UInt8]? {
    withRoot(bytes, encoding) { root in
      var item = members(of: root)
      item.append(("rss:item", .text("yes")))
      let names = Set(item.map(\.0))
      if names.isDisjoint(with: ["guid", "id", "link"]), let title = item.first(where: { $0.0 == "title" }) {
        item.append(("id", title.1))
      }
      return encoded(.object(item))
    }
  }

  /// What the head of a feed says of all items, in the words of JSON Feed.
  static func feedHead(_ bytes: UnsafeRawBufferPointer, encoding: String?) -> [UInt8]? {
    let wrapped = Array("<head>".utf8) + Array(bytes) + Array("</head>".utf8)
    return wrapped.withUnsafeBytes { bytes in
      withRoot(bytes, encoding) { root in
        var all = members(of: root)
        // The elements of RSS are within those of its channel.
        if case .object(let inner)? = all.first(where: { $0.0 == "channel" })?.1 { all = inner }
        func text(_ name: String) -> Value? { all.first { $0.0 == name }?.1.firstText.map { .text($0) } }
        let names = [("title", "title"), ("link", "home_page_url"), ("language", "language"), ("id", "feed_url")]
        return encoded(.object(names.compactMap { name, key in text(name).map { (key, $0) } }))
      }
    }
  }

  private static func withRoot<Result>(
    _ bytes: UnsafeRawBufferPointer, _ encoding: String?, _ body: (xmlNodePtr) -> Result?
  ) -> Result? {
    guard let length = Int32(exactly: bytes.count), length > 0 else { return nil }
    xmlInitParser()
    let document = bytes.withMemoryRebound(to: CChar.self) {
      xmlReadMemory($0.baseAddress, length, nil, encoding ?? "UTF-8", options)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    return xmlDocGetRootElement(document).flatMap(body)
  }

  // MARK: Elements

  /// A value of JSON, as far as elements need any.
  private indirect enum Value {
    case text(String)
    case object([(String, Value)])
    case array([Value])

    /// The first text in it.
    var firstText: String? {
      switch self {
      case .text(let text): text
      case .object(let members): members.lazy.compactMap(\.1.firstText).first
      case .array(let values): values.lazy.compactMap(\.firstText).first
      }
    }
  }

  /// The elements within an element, those of one name together, each name in the order of its first.
  private static func members(of node: xmlNodePtr) -> [(String, Value)] {
    var (order, values): ([String], [String: [Value]]) = ([], [:])
    for child in elements(of: node) {
      guard let (name, value) = member(child) else { continue }
      if values[name] == nil { order.append(name) }
      values[name, default: []].append(value)
    }
    return order.map { name in
      let all = values[name] ?? []
      return (name, all.count == 1 ? all[0] : .array(all))
    }
  }

  private static func elements(of node: xmlNodePtr) -> [xmlNodePtr] {
    var (found, next): ([xmlNodePtr], xmlNodePtr?) = ([], node.pointee.children)
    while let node = next {
      if node.pointee.type == XML_ELEMENT_NODE { found.append(node) }
      next = node.pointee.next
    }
    return found
  }

  /// An element as a member. A link of Atom is its address, or that of an enclosure; a category its term.
  private static func member(_ node: xmlNodePtr) -> (String, Value)? {
    let name = name(node.pointee.name)
    let attributes = attributes(of: node)
    func attribute(_ name: String) -> String? { attributes.first { $0.0 == name }?.1 }
    switch name {
    case "link", "atom:link":
      guard let address = attribute("href") else { return name == "link" ? (name, .text(content(node))) : nil }
      switch attribute("rel") ?? "alternate" {
      case "alternate": return ("link", .text(address))
      case "enclosure": return ("enclosure", .object([("url", .text(address))]))
      default: return nil
      }
    case "category":
      let text = content(node)
      return (name, .text(text.isEmpty ? attribute("label") ?? attribute("term") ?? "" : text))
    case "content", "summary", "title":
      return (name, .text(attribute("type") == "xhtml" ? markup(within: node) : content(node)))
    default:
      let inner = elements(of: node).isEmpty ? [] : members(of: node)
      if inner.isEmpty, attributes.isEmpty { return (name, .text(content(node))) }
      let text = inner.isEmpty ? content(node) : ""
      return (
        name, .object((text.isEmpty ? [] : [("#text", .text(text))]) + inner + attributes.map { ($0.0, .text($0.1)) })
      )
    }
  }

  private static func attributes(of node: xmlNodePtr) -> [(String, String)] {
    var (found, next): ([(String, String)], xmlAttrPtr?) = ([], node.pointee.properties)
    while let attribute = next {
      if let children = attribute.pointee.children { found.append((name(attribute.pointee.name), content(children))) }
      next = attribute.pointee.next
    }
    return found
  }

  private static func name(_ name: UnsafePointer<xmlChar>?) -> String { name.map { String(cString: $0) } ?? "" }

  /// The text of a node and of all that is in it; libxml2 nests no deeper than 256.
  private static func content(_ node: xmlNodePtr) -> String {
    var text = ""
    append(node, to: &text)
    return text.trimmed
  }

  private static func append(_ node: xmlNodePtr, to text: inout String) {
    if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
      if let content = node.pointee.content { text += String(cString: content) }
      return
    }
    guard node.pointee.type == XML_ELEMENT_NODE else { return }
    var next = node.pointee.children
    while let child = next {
      append(child, to: &text)
      next = child.pointee.next
    }
  }

  /// What stands within an element, as markup.
  private static func markup(within node: xmlNodePtr) -> String {
    guard let buffer = xmlBufferCreate() else { return "" }
    defer { xmlBufferFree(buffer) }
    var next = node.pointee.children
    while let child = next {
      xmlNodeDump(buffer, node.pointee.doc, child, 0, 0)
      next = child.pointee.next
    }
    return xmlBufferContent(buffer).map { String(cString: $0) } ?? ""
  }

  // MARK: JSON

  private static func encoded(_ value: Value) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes
  }

  private static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text): append(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(member.0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(member.1, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
