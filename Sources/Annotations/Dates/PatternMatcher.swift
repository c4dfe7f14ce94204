import DatelineLexicon
import DatelineText

/// Matches all date patterns of a language in one pass over the tokens of a text.
struct PatternMatcher: Sendable {
  private let tree: PatternTree

  init(_ lexicon: Lexicon) { tree = PatternTree(lexicon) }

  /// Every way in which a pattern fits somewhere.
  ///
  /// - Complexity: O(tokens); a pattern is at most some twenty tokens long.
  func matches(in reading: LexicalReading) -> (matches: [TemporalMatch], fills: TokenFills) {
    let fills = TokenFills(reading, tree)
    var walk = PatternWalk(reading: reading, tree: tree, fills: fills)
    for (number, sentence) in reading.text.sentences.enumerated() {
      walk.run(sentence.tokens, sentence: number)
    }
    return (walk.found, fills)
  }
}

/// What slots can take at each token, and the signs that patterns know.
struct TokenFills {
  private var fills: [SlotFill] = []
  private var starts: [Int32] = []
  private var signs: [UInt8] = []

  init(_ reading: LexicalReading, _ tree: PatternTree) {
    let filler = SlotFiller(reading: reading, table: tree.fills)
    let tokens = reading.text.tokens
    starts.reserveCapacity(tokens.count + 1)
    signs.reserveCapacity(tokens.count)
    for token in tokens.indices {
      starts.append(Int32(fills.count))
      filler.fills(at: token, into: &fills)
      var sign: Int32 = 0
      if tokens[token].kind != .word, tokens[token].kind != .number {
        sign = tree.sign(reading.text.bytes[tokens[token].range.lower..<tokens[token].range.upper])
      }
      signs.append(UInt8(truncatingIfNeeded: sign))
    }
    starts.append(Int32(fills.count))
  }

  func range(at token: Int) -> Range<Int> { Int(starts[token])..<Int(starts[token + 1]) }
  subscript(_ index: Int) -> SlotFill { fills[index] }
  func sign(at token: Int) -> Int32 { Int32(signs[token]) }
  /// The fills of one token.
  func at(_ token: Int) -> ArraySlice<SlotFill> {
    token >= 0 && token < signs.count ? fills[range(at: token)] : []
  }
}

/// One walk over the tokens of a text; keeps the path it has come so that parts are made only for what fits.
private struct PatternWalk {
  let reading: LexicalReading
  let tree: PatternTree
  let fills: TokenFills
  var found: [TemporalMatch] = []
  private var path: [(fill: Int, index: UInt8, token: Int)] = []
  /// Steps left for one starting token: no text makes a walk long, whatever stands in it.
  private var budget = 0

  init(reading: LexicalReading, tree: PatternTree, fills: TokenFills) {
    (self.reading, self.tree, self.fills) = (reading, tree, fills)
  }

  mutating func run(_ tokens: Range<Int>, sentence: Int) {
    for start in tokens {
      guard
        !fills.range(at: start).isEmpty || reading.forms[start].contains(where: { tree.begins($0) })
          || fills.sign(at: start) > 1
      else { continue }
      budget = 4000
      walk(0, start, coreStart: -1, coreEnd: start, items: 0, limit: tokens.upperBound)
    }
  }

  private mutating func walk(
    _ node: Int32, _ token: Int, coreStart: Int, coreEnd: Int, items: Int, limit: Int
  ) {
    budget -= 1
    guard budget > 0 else { return }
    if coreStart >= 0 {
      for pattern in tree.ends[Int(node)] { add(Int(pattern), coreStart..<coreEnd, items) }
    }
    func core(_ isContext: Bool, _ count: Int) -> (Int, Int) {
      isContext ? (coreStart, coreEnd) : (coreStart < 0 ? token : coreStart, token + count)
    }
    for edge in tree.edges[Int(node)] where edge.kind == .absent {
      if token < limit, isThere(tree.absents[Int(edge.value)], token) { continue }
      walk(edge.node, token, coreStart: coreStart, coreEnd: coreEnd, items: items, limit: limit)
    }
    guard token < limit else { return }
    for word in reading.forms[token] where node != 0 || tree.begins(word) {
      for isContext in [false, true] {
        let next = tree.next(node, word: word, isContext: isContext)
        guard next >= 0 else { continue }
        let (start, end) = core(isContext, 1)
        walk(next, token + 1, coreStart: start, coreEnd: end, items: items + 1, limit: limit)
      }
    }
    let range = fills.range(at: token)
    let sign = fills.sign(at: token)
    guard !range.isEmpty || sign > 0 else { return }
    for edge in tree.edges[Int(node)] {
      switch edge.kind {
      case .absent: break
      case .sign:
        guard sign == edge.value else { continue }
        let (start, end) = core(edge.isContext, 1)
        walk(edge.node, token + 1, coreStart: start, coreEnd: end, items: items + 1, limit: limit)
      case .slot:
        for index in range {
          let fill = fills[index]
          guard fill.slot == edge.slot, edge.value == 0 || fill.name == edge.value,
            token + fill.tokens <= limit
          else { continue }
          if case .pair = fill.fact {
            // "January-May" is one token and three items.
            guard edge.index == 1 else { continue }
            let (start, end) = core(edge.isContext, 1)
            path.append((index, 1, token))
            for behind in secondEnds(edge.node, edge.slot) {
              walk(behind, token + 1, coreStart: start, coreEnd: end, items: items + 3, limit: limit)
            }
            path.removeLast()
            continue
          }
          let (start, end) = core(edge.isContext, fill.tokens)
          path.append((index, edge.index, token))
          walk(
            edge.node, token + fill.tokens, coreStart: start, coreEnd: end, items: items + 1, limit: limit)
          path.removeLast()
        }
      }
    }
  }

  /// The nodes behind a dash and the second end of a range.
  private func secondEnds(_ node: Int32, _ slot: DatePattern.Slot) -> [Int32] {
    tree.edges[Int(node)].filter { $0.kind == .sign && $0.value == 1 }.flatMap { edge in
      tree.edges[Int(edge.node)].filter { $0.kind == .slot && $0.slot == slot && $0.index == 2 }.map(\.node)
    }
  }

  private func isThere(_ absent: PatternTree.Absent, _ token: Int) -> Bool {
    if reading.forms[token].contains(where: { absent.words.contains($0) }) { return true }
    for edge in absent.edges {
      if edge.kind == .sign, fills.sign(at: token) == edge.value { return true }
      for fill in fills.at(token) where edge.kind == .slot && fill.slot == edge.slot {
        if edge.value == 0 || fill.name == edge.value { return true }
      }
    }
    return false
  }

  private mutating func add(_ pattern: Int, _ tokens: Range<Int>, _ items: Int) {
    var parts = [TemporalParts(), TemporalParts(), TemporalParts()]
    for (index, place, token) in path {
      let fill = fills[index]
      let extent = token..<(token + fill.tokens)
      if case .pair(let one, let other) = fill.fact {
        if fill.slot == .month {
          (parts[1].month, parts[2].month) = (one, other)
        } else {
          (parts[1].ordinal, parts[2].ordinal) = (one, other)
        }
        (parts[1].extent, parts[2].extent) = (extent, extent)
        continue
      }
      fill.apply(to: &parts[Int(place)])
      let from = parts[Int(place)].extent?.lowerBound ?? token
      parts[Int(place)].extent = from..<extent.upperBound
    }
    found.append(TemporalMatch(pattern: pattern, tokens: tokens, items: items, parts: parts))
  }
}
