import DatelineLexicon

/// All date patterns of a language in one tree of flat tables.
struct PatternTree: Sendable {
  /// A step that a slot, a sign or an absence makes.
  struct Edge: Sendable {
    enum Kind: Sendable { case slot, sign, absent }
    var kind: Kind
    var slot: DatePattern.Slot = .day
    /// For slots: the value it is limited to, 0 for any; for signs: the number of the sign; for absences: the
    /// index of the list.
    var value: Int32 = 0
    var index: UInt8 = 0
    var isContext: Bool
    var node: Int32
  }

  /// What a negative step forbids.
  struct Absent: Sendable {
    var words: [Int32] = []
    var edges: [Edge] = []
  }

  private(set) var edges: [[Edge]] = [[]]
  /// Patterns that end at a node.
  private(set) var ends: [[Int32]] = [[]]
  private(set) var absents: [Absent] = []
  /// The values that slots are limited to, and what entries give to slots.
  private(set) var fills: FillTable
  /// Words that can begin a pattern, a bit each.
  private var firstWords: [UInt64] = []
  private var signs: [String: Int32] = ["-": 1]
  private var wordEdges = EdgeTable()

  init(_ lexicon: Lexicon) {
    fills = FillTable(lexicon)
    firstWords = Array(repeating: 0, count: lexicon.words.count / 64 + 1)
    for (number, pattern) in lexicon.datePatterns.enumerated() {
      for sequence in pattern.sequences { insert(sequence, Int32(number), lexicon) }
    }
  }

  /// The node behind a word, or -1.
  func next(_ node: Int32, word: Int32, isContext: Bool) -> Int32 {
    wordEdges.find(Self.key(node, word, isContext))
  }

  /// Whether a word can begin a pattern.
  func begins(_ word: Int32) -> Bool {
    word >= 0 && firstWords[Int(word) >> 6] & (1 << UInt64(word & 63)) != 0
  }

  /// The number of a sign: 1 for dashes and hyphens, 0 for one that no pattern has.
  func sign(_ bytes: ArraySlice<UInt8>) -> Int32 {
    guard bytes.count <= 9 else { return 0 }
    return signNumbers[Array(bytes)] ?? 0
  }
  private var signNumbers: [[UInt8]: Int32] = [:]

  private static func key(_ node: Int32, _ word: Int32, _ isContext: Bool) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 33 | UInt64(UInt32(bitPattern: word)) << 1 | (isContext ? 1 : 0)
  }

  private mutating func number(of sign: String) -> Int32 {
    if let known = signs[sign] { return known }
    let number = Int32(signs.count + 1)
    signs[sign] = number
    signNumbers[Array(sign.utf8)] = number
    return number
  }

  private mutating func edge(_ item: DatePattern.Item, _ isContext: Bool, _ lexicon: Lexicon) -> Edge? {
    switch item {
    case .word: return nil
    case .sign(let sign): return Edge(kind: .sign, value: number(of: sign), isContext: isContext, node: 0)
    case .slot(let slot, let only, let index):
      return Edge(
        kind: .slot, slot: slot, value: fills.name(only), index: UInt8(index), isContext: isContext, node: 0)
    case .absent(let items):
      var absent = Absent()
      for item in items {
        if case .word(let form) = item { absent.words.append(lexicon.words.find(lexicon.fold(form))) }
        if let edge = edge(item, true, lexicon) { absent.edges.append(edge) }
      }
      absents.append(absent)
      return Edge(kind: .absent, value: Int32(absents.count - 1), isContext: true, node: 0)
    }
  }

  private mutating func insert(_ sequence: [DatePattern.Step], _ pattern: Int32, _ lexicon: Lexicon) {
    for dash in ["-", "–", "—", "‒", "―", "−", "‐", "‑", "--", "---"] { signNumbers[Array(dash.utf8)] = 1 }
    var node: Int32 = 0
    for step in sequence {
      var next: Int32 = -1
      if case .word(let form) = step.item {
        let word = lexicon.words.find(lexicon.fold(form))
        guard word >= 0 else { return }
        next = wordEdges.find(Self.key(node, word, step.isContext))
        if next < 0 {
          next = addNode()
          wordEdges.insert(Self.key(node, word, step.isContext), next)
        }
        if node == 0 { firstWords[Int(word) >> 6] |= 1 << UInt64(word & 63) }
      } else if let made = edge(step.item, step.isContext, lexicon) {
        let same = edges[Int(node)].first {
          $0.kind == made.kind && $0.kind != .absent && $0.slot == made.slot && $0.value == made.value
            && $0.index == made.index && $0.isContext == made.isContext
        }
        if let same {
          next = same.node
        } else {
          next = addNode()
          var edge = made
          edge.node = next
          edges[Int(node)].append(edge)
        }
      }
      node = next
    }
    ends[Int(node)].append(pattern)
  }

  private mutating func addNode() -> Int32 {
    edges.append([])
    ends.append([])
    return Int32(ends.count - 1)
  }
}

/// An open-addressing hash table of edges.
private struct EdgeTable: Sendable {
  private var keys: [UInt64] = Array(repeating: .max, count: 1024)
  private var nodes: [Int32] = Array(repeating: -1, count: 1024)
  private var count = 0

  private func slot(_ key: UInt64) -> Int {
    var h = key &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 29
    var slot = Int(truncatingIfNeeded: h) & (keys.count - 1)
    while keys[slot] != key, keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  func find(_ key: UInt64) -> Int32 { nodes[slot(key)] }

  mutating func insert(_ key: UInt64, _ node: Int32) {
    let place = slot(key)
    if keys[place] == .max { count += 1 }
    (keys[place], nodes[place]) = (key, node)
    guard count * 2 > keys.count else { return }
    let (oldKeys, oldNodes) = (keys, nodes)
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    nodes = Array(repeating: -1, count: oldKeys.count * 2)
    for (index, key) in oldKeys.enumerated() where key != .max {
      let place = slot(key)
      (keys[place], nodes[place]) = (key, oldNodes[index])
    }
  }
}
