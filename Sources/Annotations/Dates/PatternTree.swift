import DatelineLexicon

/// All date patterns of a language in one tree of flat tables.
struct PatternTree: Sendable {
  /// A step that a slot, a sign or an absence makes.
  struct Edge: Hashable, Sendable {
    enum Kind: Sendable { case slot, sign, absent }
    var kind: Kind
    var slot: DatePattern.Slot = .day
    /// The slot as a member of a set.
    var slotBit: UInt64 = 0
    /// For slots: the value it is limited to, 0 for any; for signs: the number of the sign; for absences: the
    /// index of the list.
    var value: Int32 = 0
    var index: UInt8 = 0
    var isContext: Bool
    var node: Int32
  }

  /// What a negative step forbids: its part of `absentWords` and of `absentEdges`.
  struct Absent: Sendable {
    var words: Range<Int32>
    var edges: Range<Int32>
  }

  /// Where a node's edges and patterns stand in the tables, and what a token has to bring to get on.
  struct Node: Sendable {
    /// Edges of absences, and behind them those of slots and signs.
    var absences: Range<Int32> = 0..<0
    var edges: Range<Int32> = 0..<0
    /// Patterns that end here.
    var ends: Range<Int32> = 0..<0
    /// The slots of its edges.
    var slots: UInt64 = 0
    var hasSigns = false
    /// Whether words lead on that belong to the expression, and such as only stand beside it.
    var hasWords = false
    var hasContextWords = false
    /// A bit for each word that leads on, and for others: a word whose bit is not set leads nowhere.
    var wordBits: UInt64 = 0
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private(set) var ends: [Int32] = []
  private(set) var absents: [Absent] = []
  private(set) var absentWords: [Int32] = []
  private(set) var absentEdges: [Edge] = []
  /// The values that slots are limited to, and what entries give to slots.
  let fills: FillTable
  /// Words that can begin a pattern, a bit each.
  private let firstWords: [UInt64]
  private let signs: SignNumbers
  private let wordEdges: EdgeTable

  init(_ lexicon: Lexicon) {
    var grown = PatternGrowth(lexicon)
    for (number, pattern) in lexicon.datePatterns.enumerated() {
      for sequence in pattern.sequences { grown.insert(sequence, Int32(number)) }
    }
    (fills, firstWords, signs, wordEdges) = (grown.fills, grown.firstWords, grown.signs, grown.wordEdges)
    for absent in grown.absents {
      let (word, edge) = (Int32(absentWords.count), Int32(absentEdges.count))
      absentWords += absent.words
      absentEdges += absent.edges
      absents.append(
        Absent(words: word..<Int32(absentWords.count), edges: edge..<Int32(absentEdges.count)))
    }
    for node in grown.nodes {
      var flat = Node()
      (flat.hasWords, flat.hasContextWords) = (node.hasWords, node.hasContextWords)
      flat.wordBits = node.wordBits
      let first = Int32(edges.count)
      edges += node.edges.filter { $0.kind == .absent }
      let middle = Int32(edges.count)
      edges += node.edges.filter { $0.kind != .absent }
      flat.absences = first..<middle
      flat.edges = middle..<Int32(edges.count)
      flat.ends = Int32(ends.count)..<Int32(ends.count + node.ends.count)
      ends += node.ends
      for edge in node.edges {
        if edge.kind == .slot { flat.slots |= edge.slotBit }
        if edge.kind == .sign { flat.hasSigns = true }
      }
      nodes.append(flat)
    }
  }

  /// The node behind a word, or -1.
  func next(_ node: Int32, word: Int32, isContext: Bool) -> Int32 {
    wordEdges.find(EdgeTable.key(node, word, isContext))
  }

  /// One of 64 bits for a word.
  static func bit(_ word: Int32) -> UInt64 { 1 << UInt64(truncatingIfNeeded: word & 63) }

  /// Whether a word can begin a pattern.
  func begins(_ word: Int32) -> Bool { firstWords[Int(word) >> 6] & (1 << UInt64(word & 63)) != 0 }

  /// The number of a sign: 1 for dashes and hyphens, 0 for one that no pattern has.
  func sign(_ bytes: ArraySlice<UInt8>) -> UInt8 { signs.number(bytes) }
}

/// The signs of patterns under numbers; any dash or hyphen is the first.
struct SignNumbers: Sendable {
  private var known: [[UInt8]] = []
  /// Numbers of the signs that are one byte.
  private var single = [UInt8](repeating: 0, count: 256)

  /// The number of a sign in a pattern, given to it now if it had none.
  mutating func add(_ sign: String) -> UInt8 {
    let bytes = Array(sign.utf8)
    let found = number(bytes[...])
    if found > 0 || sign == "-" { return max(1, found) }
    known.append(bytes)
    let number = UInt8(clamping: known.count + 1)
    if bytes.count == 1 { single[Int(bytes[0])] = number }
    return number
  }

  /// The number of a sign in a text; 0 for one that no pattern has.
  func number(_ sign: ArraySlice<UInt8>) -> UInt8 {
    if LexicalReading.isDash(sign) { return 1 }
    guard let first = sign.first else { return 0 }
    if sign.count == 1 { return single[Int(first)] }
    guard let index = known.firstIndex(where: { $0.elementsEqual(sign) }) else { return 0 }
    return UInt8(clamping: index + 2)
  }
}

/// A tree of patterns while it grows.
struct PatternGrowth {
  struct Node {
    var edges: [PatternTree.Edge] = []
    var ends: [Int32] = []
    var hasWords = false
    var hasContextWords = false
    var wordBits: UInt64 = 0
  }

  /// What a negative step forbids.
  struct Absent: Hashable {
    var words: [Int32] = []
    var edges: [PatternTree.Edge] = []
  }

  private let lexicon: Lexicon
  private(set) var nodes = [Node()]
  private(set) var absents: [Absent] = []
  private(set) var fills: FillTable
  private(set) var firstWords: [UInt64]
  private(set) var signs = SignNumbers()
  private(set) var wordEdges = EdgeTable(capacity: 4096)

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    fills = FillTable(lexicon)
    firstWords = Array(repeating: 0, count: lexicon.words.count / 64 + 1)
  }

  mutating func insert(_ sequence: [DatePattern.Step], _ pattern: Int32) {
    var node: Int32 = 0
    for step in sequence {
      if case .word(let form) = step.item {
        let word = lexicon.words.find(lexicon.fold(form))
        guard word >= 0 else { return }
        let key = EdgeTable.key(node, word, step.isContext)
        var next = wordEdges.find(key)
        if next < 0 {
          next = addNode()
          wordEdges.insert(key, next)
          nodes[Int(node)].wordBits |= PatternTree.bit(word)
          if step.isContext {
            nodes[Int(node)].hasContextWords = true
          } else {
            nodes[Int(node)].hasWords = true
          }
        }
        if node == 0 { firstWords[Int(word) >> 6] |= 1 << UInt64(word & 63) }
        node = next
      } else if var made = edge(step.item, step.isContext) {
        let same = nodes[Int(node)].edges.first {
          $0.kind == made.kind && $0.slot == made.slot && $0.value == made.value
            && $0.index == made.index && $0.isContext == made.isContext
        }
        if let same {
          node = same.node
        } else {
          made.node = addNode()
          nodes[Int(node)].edges.append(made)
          node = made.node
        }
      }
    }
    nodes[Int(node)].ends.append(pattern)
  }

  private mutating func edge(_ item: DatePattern.Item, _ isContext: Bool) -> PatternTree.Edge? {
    switch item {
    case .word: return nil
    case .sign(let sign):
      return PatternTree.Edge(kind: .sign, value: Int32(signs.add(sign)), isContext: isContext, node: 0)
    case .slot(let slot, let only, let index):
      return PatternTree.Edge(
        kind: .slot, slot: slot, slotBit: slot.bit, value: fills.name(only), index: UInt8(index),
        isContext: isContext, node: 0)
    case .absent(let items):
      var absent = Absent()
      for item in items {
        if case .word(let form) = item { absent.words.append(lexicon.words.find(lexicon.fold(form))) }
        if let edge = edge(item, true) { absent.edges.append(edge) }
      }
      // Equal lists share a number, so that patterns that begin with one share the way on.
      let number = absents.firstIndex(of: absent) ?? absents.count
      if number == absents.count { absents.append(absent) }
      return PatternTree.Edge(kind: .absent, value: Int32(number), isContext: true, node: 0)
    }
  }

  private mutating func addNode() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }
}
