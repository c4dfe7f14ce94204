/// Phrases as paths of word numbers; walking it finds every phrase that starts at a token.
package struct PhraseTrie: Sendable {
  private var edges: [UInt64: Int32] = [:]
  /// Entries that end at a node.
  private var ends: [[Int32]] = [[]]
  /// Words that can begin a phrase.
  private var firstWords: Set<Int32> = []

  package init() {}

  /// Adds a phrase.
  package mutating func insert(_ words: [Int32], entry: Int32) {
    var node: Int32 = 0
    if let first = words.first { firstWords.insert(first) }
    for word in words {
      let key = Self.key(node, word)
      if let next = edges[key] {
        node = next
      } else {
        ends.append([])
        let next = Int32(ends.count - 1)
        edges[key] = next
        node = next
      }
    }
    ends[Int(node)].append(entry)
  }

  /// The node that a word leads to, or nil.
  package func next(_ node: Int32, _ word: Int32) -> Int32? { edges[Self.key(node, word)] }

  /// The entries whose phrase ends at a node.
  package func entries(at node: Int32) -> [Int32] { ends[Int(node)] }

  /// Whether some phrase begins with the word.
  package func begins(with word: Int32) -> Bool { firstWords.contains(word) }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
