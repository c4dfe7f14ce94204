/// Phrases as paths of word numbers; walking it finds every phrase that starts at a token.
@usableFromInline package struct PhraseTrie: Sendable {
  // A walk over phrases asks these for nearly every word of a text: so its questions are inlined in other rooms.
  @usableFromInline var edges = EdgeTable(capacity: 16_384)
  /// The first and the last entry that ends at a node, or -1; `following` leads from one to the next.
  @usableFromInline var firstEnd: [Int32] = [-1]
  private var lastEnd: [Int32] = [-1]
  @usableFromInline var following: [Int32] = []
  /// Whether phrases go on behind a node.
  @usableFromInline var goesOn: [Bool] = [false]

  package init() {}

  /// Adds a phrase; entries are added in the order of their numbers.
  package mutating func insert(_ words: [Int32], entry: Int32) {
    var node: Int32 = 0
    for word in words {
      let key = EdgeTable.key(node, word)
      var next = edges.find(key)
      if next < 0 {
        next = Int32(firstEnd.count)
        firstEnd.append(-1)
        lastEnd.append(-1)
        goesOn.append(false)
        goesOn[Int(node)] = true
        edges.insert(key, next)
      }
      node = next
    }
    while following.count <= Int(entry) { following.append(-1) }
    let last = lastEnd[Int(node)]
    if last < 0 { firstEnd[Int(node)] = entry } else { following[Int(last)] = entry }
    lastEnd[Int(node)] = entry
  }

  /// The node that a word leads to, or nil.
  @inlinable package func next(_ node: Int32, _ word: Int32) -> Int32? {
    let next = edges.find(EdgeTable.key(node, word))
    return next >= 0 ? next : nil
  }

  /// Whether phrases go on behind a node.
  @inlinable package func goesOn(_ node: Int32) -> Bool { goesOn[Int(node)] }

  /// The first entry whose phrase ends at a node, or -1; the others are told by `entry(after:)`.
  @inlinable package func firstEntry(at node: Int32) -> Int32 { firstEnd[Int(node)] }

  /// The entry with the same phrase that comes next, or -1.
  @inlinable package func entry(after entry: Int32) -> Int32 { following[Int(entry)] }

  /// The entries whose phrase is one word; none if it is unknown (-1).
  package func entries(ofWord word: Int32) -> EntryChain {
    guard word >= 0, let node = next(0, word) else { return EntryChain(from: -1, following: following) }
    return entries(at: node)
  }

  /// The entries whose phrase ends at a node, in the order they were added.
  package func entries(at node: Int32) -> EntryChain {
    EntryChain(from: firstEnd[Int(node)], following: following)
  }

  /// Whether some phrase begins with the word.
  package func begins(with word: Int32) -> Bool { next(0, word) != nil }
}

/// The entries of one phrase, one behind the other: walking over them allocates nothing.
package struct EntryChain: Sequence, IteratorProtocol {
  private var entry: Int32
  private let following: [Int32]

  fileprivate init(from entry: Int32, following: [Int32]) {
    (self.entry, self.following) = (entry, following)
  }

  /// The next entry's number.
  package mutating func next() -> Int32? {
    guard entry >= 0 else { return nil }
    let current = entry
    entry = following[Int(entry)]
    return current
  }
}
