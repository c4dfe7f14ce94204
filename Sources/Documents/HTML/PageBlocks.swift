/// The text of a page, or of a part of it, in blocks.
struct PageBlocks {
  /// A block and what its surroundings say about it.
  struct Piece {
    var block: Block
    /// The node of its first text.
    var node: Int
    /// Its length, and how much of that lies in links, in bytes.
    var size: Int
    var linked: Int
  }

  private(set) var pieces: [Piece] = []

  /// The blocks of a page without captions.
  var story: [Block] { pieces.lazy.map(\.block).filter { $0.kind != .caption } }

  /// Collects the text inside a node.
  ///
  /// Linear in its size.
  /// - Parameter skipped: nodes to leave out with everything inside, or nil.
  init(of tree: HTMLTree, in root: Int = 0, skipping skipped: [Bool]? = nil) {
    var collector = Collector(tree: tree)
    let limit = Int(tree.nodes[root].end)
    var index = root
    while index < limit {
      collector.leave(before: index)
      let node = tree.nodes[index]
      if node.tag.isSilent || skipped?[index] == true || (index != root && Self.isHidden(tree, index)) {
        if node.tag.isSilent || node.tag.isBlock == false { collector.space() } else { collector.flush() }
        index = Int(node.end)
        continue
      }
      collector.enter(index)
      index += 1
    }
    collector.flush()
    pieces = collector.pieces
  }

  /// The text of a fragment as one line.
  static func plainText(of tree: HTMLTree) -> String {
    PageBlocks(of: tree).pieces.map(\.block.text).joined(separator: " ")
  }

  private static let displayNone = Array("display:none".utf8)

  private static func isHidden(_ tree: HTMLTree, _ node: Int) -> Bool {
    let element = tree.nodes[node]
    guard element.tag != .text, element.upper > element.lower else { return false }
    if tree.value(.hidden, of: node) != nil { return true }
    guard let style = tree.value(.style, of: node) else { return false }
    let plain = style.utf8.filter { !ASCII.isSpace($0) }.map(ASCII.lower)
    return ASCII.holds(plain, displayNone)
  }
}

/// Walks a tree and puts text together as a browser would show it.
private struct Collector {
  let tree: HTMLTree
  var pieces: [PageBlocks.Piece] = []
  private var line: [UInt8] = []
  private var linked = 0
  private var firstNode = 0
  private var pendingSpace = false
  private var pendingBreaks = 0
  /// Where the open elements that stand on their own lines end.
  private var blockEnds: [Int] = []
  private var linkEnd = 0
  private var preEnd = 0

  init(tree: HTMLTree) { self.tree = tree }

  mutating func leave(before index: Int) {
    while let end = blockEnds.last, end <= index {
      blockEnds.removeLast()
      flush()
    }
  }

  mutating func enter(_ index: Int) {
    let node = tree.nodes[index]
    switch node.tag {
    case .text: append(index)
    case .br: pendingBreaks += 1
    case .wbr: break
    case .a:
      if tree.value(.href, of: index) != nil { linkEnd = max(linkEnd, Int(node.end)) }
    case .img, .input: space()
    default:
      guard node.tag.isBlock else { return }
      flush()
      blockEnds.append(Int(node.end))
      if node.tag == .pre { preEnd = max(preEnd, Int(node.end)) }
    }
  }

  mutating func space() { pendingSpace = true }

  private mutating func append(_ node: Int) {
    let preformatted = node < preEnd
    let isLink = node < linkEnd
    let text = Self.withoutC1(tree.text(node))
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if ASCII.isSpace(byte) {
        if preformatted, byte == ASCII.lineFeed { pendingBreaks += 1 } else { pendingSpace = true }
        index += 1
        continue
      }
      if pendingBreaks > 0 {
        if pendingBreaks > 1 {
          flush()
        } else if !line.isEmpty {
          line.append(ASCII.lineFeed)
        }
      } else if pendingSpace, !line.isEmpty {
        line.append(ASCII.space)
      }
      pendingBreaks = 0
      pendingSpace = false
      if line.isEmpty { firstNode = node }
      let word = text[index...].prefix { !ASCII.isSpace($0) }
      line.append(contentsOf: word)
      if isLink { linked += word.count }
      index = word.endIndex
    }
  }

  mutating func flush() {
    pendingSpace = false
    pendingBreaks = 0
    defer {
      line.removeAll(keepingCapacity: true)
      linked = 0
    }
    guard !line.isEmpty else { return }
    let text = String(decoding: line, as: UTF8.self)
    // Blocks of nothing but no-break and zero-width spaces hold pages apart.
    guard text.unicodeScalars.contains(where: { !Self.isBlank($0) }) else { return }
    pieces.append(
      PageBlocks.Piece(
        block: Block(kind(of: firstNode), text), node: firstNode, size: line.count, linked: linked))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x0A, 0xAD, 0x200B...0x200F, 0x202F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  private func kind(of node: Int) -> Block.Kind {
    var kind = Block.Kind.paragraph
    var index = Int(tree.nodes[node].parent)
    while index != 0 {
      switch tree.nodes[index].tag {
      case .figcaption, .caption, .figure: return .caption
      case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
      case .li, .dt, .dd: if kind == .paragraph { kind = .listItem }
      case .blockquote: if kind == .paragraph { kind = .quotation }
      case .body, .article, .main: return kind
      default: break
      }
      index = Int(tree.nodes[index].parent)
    }
    return kind
  }

  /// Pages that write `&#150;` mean windows-1252, as browsers know.
  private static func withoutC1(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    // U+0080–U+009F are C2 80–C2 9F.
    var index = text.startIndex
    while let lead = text[index...].firstIndex(of: 0xC2) {
      index = lead + 1
      if index < text.endIndex, text[index] < 0xA0 { return mapped(text) }
    }
    return text
  }

  private static func mapped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard case .table(let table) = CharacterEncoding.windows1252.method else { return text }
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let mapped =
        (0x80...0x9F).contains(scalar.value) ? Unicode.Scalar(table[Int(scalar.value) - 0x80]) : scalar
      out.append(mapped == "\u{FFFD}" ? scalar : mapped ?? scalar)
    }
    return Array(String(out).utf8)[...]
  }
}
