import DatelineLexicon
import DatelineText

/// Walks the phrases of a lexicon over the tokens of a text.
struct PhraseWalk {
  private struct State {
    var node: Int32
    var token: Int
  }

  let text: NormalisedText
  /// What the dictionaries say of each token.
  let words: [KnownWord]
  let forms: WordForms
  /// The phrases found so far.
  private(set) var matches: [LexicalMatch] = []
  private var stack: [State] = []
  /// Where words behind a gap were looked for last, and a bit for each word that stands there: the gaps of many
  /// verbs begin at one token, and hardly any is closed.
  private var gap: (from: Int, bits: UInt64) = (-1, 0)
  /// Tokens between the two parts of a phrase with a gap, at most.
  private static let longestGap = 12

  init(text: NormalisedText, words: [KnownWord], forms: WordForms) {
    (self.text, self.words, self.forms) = (text, words, forms)
    matches.reserveCapacity(words.count * 2)
  }

  /// Finds all phrases that start at a token and end before `limit`.
  ///
  /// A node of the trie is one sequence of words, so none is reached twice from one token.
  /// - Complexity: O(phrases that begin with these words).
  mutating func run(from start: Int, limit: Int, in lexicon: Lexicon) {
    guard start < limit else { return }
    let own = forms.range(at: start)
    for index in own {
      let node = forms.node(index)
      if node >= 0 { reach(node, index - own.lowerBound, start..<(start + 1), limit, lexicon) }
    }
    while let state = stack.popLast() {
      guard state.token < limit, state.token - start < Lexicon.longestPhrase else { continue }
      let range = forms.range(at: state.token)
      for index in range {
        guard let node = lexicon.trie.next(state.node, forms.word(index)) else { continue }
        reach(node, index - range.lowerBound, start..<(state.token + 1), limit, lexicon)
      }
    }
  }

  /// Adds the phrases that end at a node, and goes on from it where others do.
  private mutating func reach(
    _ node: Int32, _ candidate: Int, _ tokens: Range<Int>, _ limit: Int, _ lexicon: Lexicon
  ) {
    var entry = lexicon.trie.firstEntry(at: node)
    if entry >= 0 {
      let inflection = words[tokens.upperBound - 1].candidates[candidate].inflection
      while entry >= 0 {
        add(entry, tokens, inflection, limit, lexicon)
        entry = lexicon.trie.entry(after: entry)
      }
    }
    if lexicon.trie.goesOn(node) { stack.append(State(node: node, token: tokens.upperBound)) }
  }

  private mutating func add(
    _ entry: Int32, _ tokens: Range<Int>, _ inflection: Inflection?, _ limit: Int, _ lexicon: Lexicon
  ) {
    var tail: Range<Int>?
    if !lexicon.isPlain(entry) {
      let head = lexicon.tailHead(entry)
      if head >= 0, !mayStand(head, behind: tokens.upperBound, limit) { return }
      for offset in 0..<tokens.count {
        let demand = lexicon.demand(entry, word: offset)
        if demand != .none, !fits(demand, tokens.lowerBound + offset, inflected: inflection != nil) {
          return
        }
      }
      if head >= 0 {
        tail = find(lexicon.entries[Int(entry)].tail, from: tokens.upperBound, limit: limit)
        if tail == nil { return }
      }
    }
    matches.append(
      LexicalMatch(
        entry: Int(entry), kind: lexicon.kind(Int(entry)), tokens: tokens, tail: tail, inflection: inflection)
    )
  }

  /// Whether a word may stand behind a gap: what has none of its bit there is not looked for.
  private mutating func mayStand(_ word: Int32, behind from: Int, _ limit: Int) -> Bool {
    if gap.from != from {
      gap = (from, 0)
      for token in from..<max(from, min(limit, from + Self.longestGap + 1)) {
        for index in forms.range(at: token) { gap.bits |= Self.bit(forms.word(index)) }
      }
    }
    return gap.bits & Self.bit(word) != 0
  }

  private static func bit(_ word: Int32) -> UInt64 { 1 << UInt64(truncatingIfNeeded: word & 63) }

  private func fits(_ demand: CapitalDemand, _ token: Int, inflected: Bool) -> Bool {
    let shape = text.tokens[token].shape
    switch demand {
    case .none: return true
    case .initial: return shape.contains(.initialCapital) || shape.contains(.allCapitals)
    case .all: return shape.contains(.allCapitals) || (inflected && startsWithTwoCapitals(token))
    }
  }

  /// Where the words behind a gap stand.
  private func find(_ tail: [Int32], from: Int, limit: Int) -> Range<Int>? {
    var start = from
    while start + tail.count <= limit, start - from <= Self.longestGap {
      var fitting = 0
      while fitting < tail.count, has(tail[fitting], at: start + fitting) { fitting += 1 }
      if fitting == tail.count { return start..<(start + tail.count) }
      start += 1
    }
    return nil
  }

  private func has(_ word: Int32, at token: Int) -> Bool {
    for index in forms.range(at: token) where forms.word(index) == word { return true }
    return false
  }

  private func startsWithTwoCapitals(_ token: Int) -> Bool {
    let scalars = text.string(of: text.tokens[token]).unicodeScalars.prefix(2)
    return scalars.count == 2 && scalars.allSatisfy { $0.properties.isUppercase }
  }
}
