import CLibXML2

extension HTMLTree {
  /// The tree of a page or of a fragment of one.
  /// - Parameter utf8: valid UTF-8, below 2 GiB.
  init(_ utf8: [UInt8]) {
    self.init()
    let builder = HTMLTreeBuilder()
    builder.parse(utf8)
    self = builder.tree
  }
}

/// Makes a tree of what libxml2's HTML parser reports.
private final class HTMLTreeBuilder {
  /// Elements deeper than this become siblings of the deepest.
  private static let maximumDepth = 500
  /// From here on the parser is stopped: its own work grows with the depth.
  private static let hopelessDepth = 3000

  var tree = HTMLTree()
  private var open: [Int32] = [0]
  private var depth = 0
  private var context: htmlParserCtxtPtr?
  private var errors = 0
  /// Elements by libxml2's names, which are interned: comparing addresses is enough.
  private var tags: [UnsafePointer<xmlChar>: HTMLTag] = [:]

  func parse(_ utf8: [UInt8]) {
    LibXML2.prepare()
    // The parser takes NUL for the end.
    let bytes = TagBound.bounded(utf8.contains(0) ? utf8.map { $0 == 0 ? ASCII.space : $0 } : utf8)
    guard !bytes.isEmpty, bytes.count < Int(Int32.max) / 2 else { return }
    bytes.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let context = htmlCreateMemoryParserCtxt(start, Int32(raw.count)) else { return }
      self.context = context
      defer { htmlFreeParserCtxt(context) }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      htmlCtxtUseOptions(context, Int32(bitPattern: options))
      var handler = xmlSAXHandler()
      handler.initialized = UInt32(XML_SAX2_MAGIC)
      handler.startElement = { user, name, attributes in HTMLTreeBuilder.of(user)?.start(name, attributes) }
      handler.endElement = { user, name in HTMLTreeBuilder.of(user)?.end() }
      handler.characters = { user, text, count in HTMLTreeBuilder.of(user)?.text(text, count) }
      handler.ignorableWhitespace = { user, text, count in HTMLTreeBuilder.of(user)?.text(text, count) }
      handler.cdataBlock = { user, text, count in HTMLTreeBuilder.of(user)?.text(text, count) }
      handler.serror = { _, _ in }
      context.pointee.sax.pointee = handler
      context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      htmlParseDocument(context)
    }
    while open.count > 1 { close() }
    tree.nodes[0].end = Int32(tree.nodes.count)
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> HTMLTreeBuilder? {
    user.map { Unmanaged<HTMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    depth += 1
    if depth > Self.maximumDepth {
      if depth == Self.hopelessDepth {
        tree.irregularities.append(
          Irregularity(
            kind: "markup", message: "elements nested \(depth) deep; the page was read up to there"))
        xmlStopParser(context)
      }
      return
    }
    let tag = name.map { self.tag($0) } ?? HTMLTag.other
    let lower = Int32(tree.attributes.count)
    if var pair = attributes {
      while let key = pair[0] {
        if let known = HTMLAttribute.byName[String(cString: key).lowercased()] {
          let start = Int32(tree.bytes.count)
          // An attribute may have no value, as in <p hidden>.
          if let value = pair[1] {
            var end = value
            while end.pointee != 0 { end += 1 }
            tree.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: end - value))
          }
          tree.attributes.append(Attribute(name: known, lower: start, upper: Int32(tree.bytes.count)))
        }
        pair += 2
      }
    }
    let parent = open[open.count - 1]
    open.append(Int32(tree.nodes.count))
    tree.nodes.append(
      HTMLTree.Node(tag: tag, parent: parent, end: 0, lower: lower, upper: Int32(tree.attributes.count)))
  }

  private typealias Attribute = HTMLTree.Attribute

  private func end() {
    depth -= 1
    guard depth < Self.maximumDepth, open.count > 1 else { return }
    close()
  }

  private func close() {
    let node = Int(open.removeLast())
    tree.nodes[node].end = Int32(tree.nodes.count)
  }

  private func text(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text, count > 0 else { return }
    let parent = open[open.count - 1]
    switch tree.nodes[Int(parent)].tag {
    case .style: return
    case .script: guard tree.value(.type, of: Int(parent))?.contains("json") == true else { return }
    default: break
    }
    let start = Int32(tree.bytes.count)
    tree.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
    let end = Int32(tree.bytes.count)
    // libxml2 hands long text over in pieces.
    let last = tree.nodes.count - 1
    if tree.nodes[last].tag == .text, tree.nodes[last].parent == parent, tree.nodes[last].upper == start {
      tree.nodes[last].upper = end
      return
    }
    tree.nodes.append(
      HTMLTree.Node(tag: .text, parent: parent, end: Int32(tree.nodes.count + 1), lower: start, upper: end))
  }

  private func tag(_ name: UnsafePointer<xmlChar>) -> HTMLTag {
    if let known = tags[name] { return known }
    let tag = HTMLTag(name: String(cString: name)) ?? .other
    if tags.count < 1024 { tags[name] = tag }
    return tag
  }
}
