import DatelineLexicon
import DatelineText

/// All date patterns of a language in one tree, matched in one pass over the tokens.
struct PatternMatcher: Sendable {
  private struct Node: Sendable {
    /// Steps that start with a word, by its number.
    var words: [Int32: [(isContext: Bool, node: Int)]] = [:]
    var others: [(step: DatePattern.Step, node: Int)] = []
    /// Patterns that end here.
    var ends: [Int] = []
  }

  private var nodes: [Node] = [Node()]

  init(_ lexicon: Lexicon) {
    for (number, pattern) in lexicon.datePatterns.enumerated() {
      for sequence in pattern.sequences { insert(sequence, number, lexicon) }
    }
  }

  private mutating func insert(_ sequence: [DatePattern.Step], _ pattern: Int, _ lexicon: Lexicon) {
    var node = 0
    for step in sequence {
      if case .word(let form) = step.item {
        let word = lexicon.words.find(lexicon.fold(form))
        if let next = nodes[node].words[word]?.first(where: { $0.isContext == step.isContext })?.node {
          node = next
        } else {
          nodes.append(Node())
          nodes[node].words[word, default: []].append((step.isContext, nodes.count - 1))
          node = nodes.count - 1
        }
      } else if let next = nodes[node].others.first(where: { $0.step == step })?.node {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].others.append((step, nodes.count - 1))
        node = nodes.count - 1
      }
    }
    nodes[node].ends.append(pattern)
  }

  /// Every way in which a pattern fits somewhere.
  ///
  /// - Complexity: O(tokens); a pattern is at most some twenty tokens long.
  func matches(in reading: LexicalReading) -> [TemporalMatch] {
    let tokens = reading.text.tokens
    let filler = SlotFiller(reading: reading)
    let fills = tokens.indices.map { filler.fills(at: $0) }
    let pairs = tokens.indices.map { tokens[$0].kind == .word ? filler.monthPair(at: $0) : nil }
    var found: [TemporalMatch] = []
    for start in tokens.indices {
      let limit = reading.text.sentences[reading.sentenceOf[start]].tokens.upperBound
      walk(
        node: 0, at: start, coreStart: nil, coreEnd: start, items: 0, parts: [.init(), .init(), .init()],
        limit,
        reading, fills, pairs, &found)
    }
    return found
  }

  private func walk(
    node: Int, at token: Int, coreStart: Int?, coreEnd: Int, items: Int, parts: [TemporalParts], _ limit: Int,
    _ reading: LexicalReading, _ fills: [[SlotFill]], _ pairs: [(Int, Int)?],
    _ found: inout [TemporalMatch]
  ) {
    if let coreStart {
      for pattern in nodes[node].ends {
        found.append(TemporalMatch(pattern: pattern, tokens: coreStart..<coreEnd, items: items, parts: parts))
      }
    }
    guard token < limit else { return }
    func step(_ isContext: Bool, _ count: Int, _ next: Int, _ parts: [TemporalParts]) {
      walk(
        node: next, at: token + count, coreStart: isContext ? coreStart : coreStart ?? token,
        coreEnd: isContext ? coreEnd : token + count, items: items + 1, parts: parts, limit, reading, fills,
        pairs, &found)
    }
    if !nodes[node].words.isEmpty {
      for word in reading.forms[token] {
        for (isContext, next) in nodes[node].words[word] ?? [] { step(isContext, 1, next, parts) }
      }
    }
    for (pattern, next) in nodes[node].others {
      switch pattern.item {
      case .word: break
      case .sign(let sign):
        if sign == "-" ? reading.isDash(token) : reading.isSign(token, sign) {
          step(pattern.isContext, 1, next, parts)
        }
      case .slot(let slot, let only, let index):
        if slot == .month, index == 1, let pair = pairs[token] {
          for end in behind(next, "-", .slot(.month, only: "", index: 2)) {
            var parts = parts
            (parts[1].month, parts[2].month) = pair
            parts[1].extent = token..<(token + 1)
            parts[2].extent = token..<(token + 1)
            step(pattern.isContext, 1, end, parts)
          }
        }
        if slot == .hour, let clock = fills[token].first(where: { $0.slot == .hour && $0.name == "clock" }) {
          // "15:30" is one token and three items.
          for end in behind(next, ":", .slot(.minute, only: "", index: 0)) {
            var parts = parts
            clock.apply(&parts[0])
            step(pattern.isContext, 1, end, parts)
          }
        }
        for fill in fills[token] where fill.slot == slot && (only.isEmpty || fill.name == only) {
          guard token + fill.tokens <= limit else { continue }
          var parts = parts
          fill.apply(&parts[index])
          let from = parts[index].extent?.lowerBound ?? token
          parts[index].extent = from..<(token + fill.tokens)
          step(pattern.isContext, fill.tokens, next, parts)
        }
      }
    }
  }

  /// The nodes behind a sign and a slot, for what one token holds with the item before.
  private func behind(_ node: Int, _ sign: String, _ slot: DatePattern.Item) -> [Int] {
    nodes[node].others.filter { $0.step.item == .sign(sign) }.flatMap { edge in
      nodes[edge.node].others.filter { $0.step.item == slot }.map(\.node)
    }
  }
}
