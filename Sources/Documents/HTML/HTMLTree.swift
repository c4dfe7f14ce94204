/// An HTML page as a flat array of nodes in reading order.
///
/// The nodes inside a node are those after it up to its `end`: walking a page is a loop, not a recursion, and
/// no depth of nesting can exhaust the stack.
struct HTMLTree: Sendable {
  /// An element or a piece of text.
  struct Node: Sendable {
    var tag: HTMLTag
    /// The element around it; its own index for the root.
    var parent: Int32
    /// The index after the last node inside it.
    var end: Int32
    /// Where its text (of pieces of text) or its attributes (of elements) lie.
    var lower: Int32
    var upper: Int32
  }

  /// An attribute, its value in `bytes`.
  struct Attribute: Sendable {
    var name: HTMLAttribute
    var lower: Int32
    var upper: Int32
  }

  /// Node 0 is the root, which stands for the document.
  var nodes: [Node] = [Node(tag: .other, parent: 0, end: 1, lower: 0, upper: 0)]
  var attributes: [Attribute] = []
  /// The text of all nodes and attributes, UTF-8.
  var bytes: [UInt8] = []
  /// What was wrong with the markup.
  var irregularities: [Irregularity] = []

  /// The range of nodes inside a node.
  func inside(_ node: Int) -> Range<Int> { (node + 1)..<Int(nodes[node].end) }

  /// The bytes of a piece of text.
  func text(_ node: Int) -> ArraySlice<UInt8> {
    bytes[Int(nodes[node].lower)..<Int(nodes[node].upper)]
  }

  /// The value of an attribute of an element.
  func value(_ name: HTMLAttribute, of node: Int) -> String? {
    guard nodes[node].tag != .text else { return nil }
    for index in Int(nodes[node].lower)..<Int(nodes[node].upper) where attributes[index].name == name {
      return value(at: index)
    }
    return nil
  }

  /// The value of an attribute by its place in `attributes`.
  func value(at index: Int) -> String {
    let attribute = attributes[index]
    return String(decoding: bytes[Int(attribute.lower)..<Int(attribute.upper)], as: UTF8.self)
  }

  /// The first element of a kind inside a node.
  func first(_ tag: HTMLTag, in node: Int = 0) -> Int? { inside(node).first { nodes[$0].tag == tag } }

  /// All text inside a node, as it is.
  func wholeText(of node: Int = 0) -> String {
    var text: [UInt8] = []
    for index in inside(node) where nodes[index].tag == .text { text.append(contentsOf: self.text(index)) }
    return String(decoding: text, as: UTF8.self)
  }
}
