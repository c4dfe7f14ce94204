import CLibXML2

/// The name of an element or attribute: what counts is the namespace, not the prefix.
struct XMLName: Hashable {
  /// Namespace URI; empty for none.
  var namespace: String
  var local: String
}

/// Who listens to the elements of an XML stream.
protocol XMLListener: AnyObject {
  func start(_ name: XMLName, attributes: [(name: XMLName, value: String)])
  func end(_ name: XMLName)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// libxml2's push parser: bytes in, elements out.
///
/// Expands no entity but those of HTML and XML themselves, reads no other file, goes on after errors and notes them.
/// Elements deeper than `maximumDepth` are passed over, their text is kept.
final class XMLStream {
  /// How deep elements may lie in each other.
  static let maximumDepth = 256
  /// From here on the parser is stopped: nobody writes this by accident.
  private static let hopelessDepth = 20_000
  /// How many errors are noted; a broken feed of a gigabyte has millions.
  private static let maximumErrors = 5

  private let listener: any XMLListener
  private var context: xmlParserCtxtPtr?
  private var filter = MarkupFilter()
  private var mended: [UInt8] = []
  private var depth = 0
  private let start: Int?
  /// Names in use, so that each is made once: keyed by libxml2's own interned pointers.
  private var names: [NameKey: XMLName] = [:]

  /// What was wrong so far.
  private(set) var irregularities: [Irregularity] = []
  /// How many errors the parser reported.
  private(set) var errorCount = 0
  /// Whether the parser gave up before the end.
  private(set) var stopped = false

  private struct NameKey: Hashable {
    var local: UnsafePointer<xmlChar>?
    var namespace: UnsafePointer<xmlChar>?
    var prefix: UnsafePointer<xmlChar>?
  }

  /// A stream.
  /// - Parameter offset: where its first byte lies in the source; nil if the source is in another encoding, so that
  ///   offsets in its UTF-8 say nothing about it.
  init(listener: any XMLListener, offset: Int?) {
    self.listener = listener
    self.start = offset
    LibXML2.prepare()
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { user, local, prefix, uri, _, _, attributeCount, _, attributes in
      XMLStream.of(user)?.start(
        local, prefix, uri, attributes: attributes, count: Int(attributeCount))
    }
    handler.endElementNs = { user, local, prefix, uri in XMLStream.of(user)?.end(local, prefix, uri) }
    handler.characters = { user, text, length in XMLStream.of(user)?.text(text, length) }
    handler.ignorableWhitespace = { user, text, length in XMLStream.of(user)?.text(text, length) }
    handler.cdataBlock = { user, text, length in XMLStream.of(user)?.text(text, length) }
    handler.serror = { user, error in XMLStream.of(user)?.note(error?.pointee) }
    let user = Unmanaged.passUnretained(self).toOpaque()
    context = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil)
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(bitPattern: options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Reads the next bytes, which must be valid UTF-8 (a character may not be cut).
  func push(_ utf8: [UInt8]) {
    mended.removeAll(keepingCapacity: true)
    filter.filter(utf8, to: &mended)
    parse(mended, last: false)
  }

  /// Reads what is left.
  ///
  /// Elements that are still open are not ended: the listener knows them.
  func finish() {
    mended.removeAll(keepingCapacity: true)
    filter.finish(to: &mended)
    parse(mended, last: true)
    if filter.controls > 0 {
      irregularities.append(
        Irregularity(
          kind: "markup", message: "\(filter.controls) control characters became spaces"))
    }
  }

  private func parse(_ bytes: [UInt8], last: Bool) {
    guard !stopped else { return }
    bytes.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = xmlParseChunk(context, start, Int32(raw.count), last ? 1 : 0)
    }
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLStream? {
    user.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    depth += 1
    if depth > Self.maximumDepth {
      if depth == Self.maximumDepth + 1 {
        irregularities.append(
          Irregularity(
            kind: "markup", offset: offset, message: "elements nested deeper than \(Self.maximumDepth)"))
      }
      if depth > Self.hopelessDepth {
        stopped = true
        xmlStopParser(context)
      }
      return
    }
    var list: [(name: XMLName, value: String)] = []
    for index in 0..<count {
      // Local name, prefix, URI, start and end of the value.
      guard let fields = attributes.map({ $0 + index * 5 }), let start = fields[3], let end = fields[4] else {
        continue
      }
      let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
      list.append((name(fields[0], fields[1], fields[2]), value))
    }
    listener.start(name(local, prefix, uri), attributes: list)
  }

  private func end(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
  ) {
    depth -= 1
    guard depth < Self.maximumDepth else { return }
    listener.end(name(local, prefix, uri))
  }

  private func text(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let text, length > 0 else { return }
    listener.text(UnsafeBufferPointer(start: text, count: Int(length)))
  }

  private func name(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
  ) -> XMLName {
    let key = NameKey(local: local, namespace: uri, prefix: prefix)
    if let known = names[key] { return known }
    var namespace = uri.map { String(cString: $0) } ?? ""
    // A prefix that nobody declared can only mean what it means everywhere else.
    if namespace.isEmpty, let prefix { namespace = FeedNamespace.customary[String(cString: prefix)] ?? "?" }
    let made = XMLName(
      namespace: FeedNamespace.canonical(namespace), local: local.map { String(cString: $0) } ?? "")
    // Bounded: a hostile document may use a million names.
    if names.count < 4096 { names[key] = made }
    return made
  }

  /// Offset in the UTF-8 text of the source, about where the parser is.
  private var offset: Int? {
    let consumed = xmlByteConsumed(context)
    guard let start, consumed >= 0 else { return nil }
    return max(0, start + Int(consumed) - (filter.written - filter.read))
  }

  private func note(_ error: xmlError?) {
    guard let error else { return }
    errorCount += 1
    // An undeclared prefix is understood all the same.
    guard error.code != Int32(bitPattern: XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue) else { return }
    guard irregularities.count < Self.maximumErrors else { return }
    let message = error.message.map { ASCII.trimmed(String(cString: $0)) } ?? "unknown error"
    irregularities.append(
      Irregularity(kind: "markup", offset: offset, message: "line \(error.line): \(message)"))
  }
}

/// What libxml2 wants done once a process.
enum LibXML2 {
  private static let once: Void = xmlInitParser()
  static func prepare() { _ = once }
}

/// The namespaces feeds use.
enum FeedNamespace {
  static let atom = "http://www.w3.org/2005/Atom"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"
  static let dublinCoreTerms = "http://purl.org/dc/terms/"
  static let content = "http://purl.org/rss/1.0/modules/content/"
  static let xhtml = "http://www.w3.org/1999/xhtml"
  static let xml = "http://www.w3.org/XML/1998/namespace"
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

  /// What a prefix means that a feed forgot to declare.
  static let customary = [
    "dc": dublinCore, "dcterms": dublinCoreTerms, "content": content, "atom": atom, "xhtml": xhtml,
    "rdf": rdf,
    "xml": xml,
  ]

  /// One name for namespaces that mean the same; those of the versions of RSS become none.
  static func canonical(_ namespace: String) -> String {
    switch namespace {
    case "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
      "http://channel.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2",
      "http://blogs.law.harvard.edu/tech/rss", "http://backend.userland.com/RSS2":
      ""
    case "http://purl.org/atom/ns#", "https://www.w3.org/2005/Atom", "http://www.w3.org/2005/Atom/": atom
    case "http://purl.org/dc/elements/1.0/": dublinCore
    default: namespace
    }
  }
}
