import DatelineLexicon
import DatelineText

/// A phrase of the dictionaries found in a text.
package struct LexicalMatch: Sendable {
  /// Index into `Lexicon.entries`.
  package var entry: Int
  /// The tokens of the phrase; for a phrase with a gap, those before the gap.
  package var tokens: Range<Int>
  /// The tokens behind the gap.
  package var tail: Range<Int>?
  /// What the ending that was taken off the last word says; nil if the word stands as in the dictionary.
  package var inflection: Inflection?
}

/// A text with each token looked up in the lexicon: what every later step reads.
package struct LexicalReading: Sendable {
  package let text: NormalisedText
  package let lexicon: Lexicon
  /// Folded bytes of each token.
  package let folded: [[UInt8]]
  /// The sentence of each token.
  package let sentenceOf: [Int]
  private let matches: [LexicalMatch]
  private let firstMatch: [Int]
  /// The dictionary words that each token may be a form of.
  package let forms: [[Int32]]

  /// Looks up all tokens of a text.
  ///
  /// - Complexity: O(bytes) with a small factor for the endings that fit.
  package init(_ text: NormalisedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    let tokens = text.tokens
    var folded: [[UInt8]] = []
    folded.reserveCapacity(tokens.count)
    for token in tokens {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(token.range.count)
      lexicon.fold.fold(text.bytes[token.range.lower..<token.range.upper], into: &bytes)
      folded.append(bytes)
    }
    self.folded = folded
    var sentenceOf = [Int](repeating: 0, count: tokens.count)
    for (index, sentence) in text.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = index }
    }
    self.sentenceOf = sentenceOf

    var lookup = WordLookup(lexicon: lexicon)
    let candidates = tokens.indices.map { lookup.candidates(folded[$0], kind: tokens[$0].kind) }
    forms = candidates.map { $0.map(\.word) }
    var matches: [LexicalMatch] = []
    var firstMatch: [Int] = []
    firstMatch.reserveCapacity(tokens.count + 1)
    for start in tokens.indices {
      firstMatch.append(matches.count)
      let limit = text.sentences.isEmpty ? start : text.sentences[sentenceOf[start]].tokens.upperBound
      Self.walk(start, limit, candidates, text, lexicon, &matches)
    }
    firstMatch.append(matches.count)
    self.matches = matches
    self.firstMatch = firstMatch
  }

  /// The phrases that start at a token.
  package func matches(at token: Int) -> ArraySlice<LexicalMatch> {
    guard token >= 0, token < firstMatch.count - 1 else { return [] }
    return matches[firstMatch[token]..<firstMatch[token + 1]]
  }

  /// All phrases, by their first token.
  package var allMatches: [LexicalMatch] { matches }

  package func knowledge(_ match: LexicalMatch) -> Knowledge { lexicon.entries[match.entry].knowledge }
  package func entry(_ match: LexicalMatch) -> LexiconEntry { lexicon.entries[match.entry] }

  /// The longest phrase at a token that `choose` wants, with what it made of it.
  package func longest<Value>(
    at token: Int, _ choose: (Knowledge) -> Value?
  ) -> (match: LexicalMatch, value: Value)? {
    var best: (match: LexicalMatch, value: Value)?
    for match in matches(at: token) {
      guard let value = choose(knowledge(match)) else { continue }
      if let held = best?.match {
        if match.tokens.count < held.tokens.count { continue }
        if match.tokens.count == held.tokens.count, held.inflection == nil { continue }
      }
      best = (match, value)
    }
    return best
  }

  /// Whether some phrase at a token is of the wanted kind.
  package func has(at token: Int, _ wanted: (Knowledge) -> Bool) -> Bool {
    matches(at: token).contains { wanted(knowledge($0)) }
  }

  package func string(_ tokens: Range<Int>) -> String { text.string(in: range(tokens)) }
  package func string(_ token: Int) -> String { text.string(of: text.tokens[token]) }

  /// The bytes from the first to the last token.
  package func range(_ tokens: Range<Int>) -> TextRange {
    guard let first = tokens.first, let last = tokens.last else { return TextRange(0, 0) }
    return TextRange(text.tokens[first].range.lower, text.tokens[last].range.upper)
  }

  /// Whether the token is a sign of punctuation or symbol with exactly these bytes.
  package func isSign(_ token: Int, _ sign: String) -> Bool {
    guard text.tokens.indices.contains(token), text.tokens[token].kind != .word,
      text.tokens[token].kind != .number
    else { return false }
    return text.bytes[text.tokens[token].range.lower..<text.tokens[token].range.upper]
      .elementsEqual(sign.utf8)
  }

  /// Whether the token is a hyphen or dash standing as a token of its own.
  package func isDash(_ token: Int) -> Bool {
    ["-", "–", "—", "‒", "―", "−", "‐", "‑", "--", "---"].contains { isSign(token, $0) }
  }

  private static func walk(
    _ start: Int, _ limit: Int, _ candidates: [[WordLookup.Candidate]], _ text: NormalisedText,
    _ lexicon: Lexicon, _ matches: inout [LexicalMatch]
  ) {
    func fits(_ demand: CapitalDemand, _ token: Int, inflected: Bool) -> Bool {
      let shape = text.tokens[token].shape
      switch demand {
      case .none: return true
      case .initial: return shape.contains(.initialCapital) || shape.contains(.allCapitals)
      case .all:
        return shape.contains(.allCapitals) || (inflected && startsWithTwoCapitals(text, token))
      }
    }
    var stack: [(node: Int32, token: Int, inflected: Bool, last: Inflection?)] = [(0, start, false, nil)]
    var reached: Set<UInt64> = []
    while let state = stack.popLast() {
      guard state.token < limit, state.token - start < 14 else { continue }
      for candidate in candidates[state.token] {
        guard let node = lexicon.trie.next(state.node, candidate.word) else { continue }
        for number in lexicon.trie.entries(at: node) {
          let entry = lexicon.entries[Int(number)]
          let tokens = start..<(state.token + 1)
          let demands = entry.capitals.prefix(tokens.count)
          var good = true
          for (offset, demand) in demands.enumerated()
          where !fits(demand, start + offset, inflected: candidate.inflection != nil) {
            good = false
            break
          }
          guard good, reached.insert(UInt64(number) << 32 | UInt64(tokens.upperBound)).inserted else {
            continue
          }
          var tail: Range<Int>?
          if !entry.tail.isEmpty {
            tail = find(entry.tail, from: tokens.upperBound, limit: limit, candidates)
            if tail == nil { continue }
          }
          matches.append(
            LexicalMatch(entry: Int(number), tokens: tokens, tail: tail, inflection: candidate.inflection))
        }
        stack.append((node, state.token + 1, candidate.inflection != nil, candidate.inflection))
      }
    }
  }

  /// Where the words behind a gap stand, at most twelve tokens on.
  private static func find(
    _ words: [Int32], from: Int, limit: Int, _ candidates: [[WordLookup.Candidate]]
  ) -> Range<Int>? {
    var start = from
    while start + words.count <= limit, start - from <= 12 {
      if words.indices.allSatisfy({ offset in
        candidates[start + offset].contains { $0.word == words[offset] }
      }) {
        return start..<(start + words.count)
      }
      start += 1
    }
    return nil
  }

  private static func startsWithTwoCapitals(_ text: NormalisedText, _ token: Int) -> Bool {
    let scalars = text.string(of: text.tokens[token]).unicodeScalars.prefix(2)
    return scalars.count == 2 && scalars.allSatisfy { $0.properties.isUppercase }
  }
}

/// Finds the dictionary words that a token may be a form of; remembers what it has seen in this document.
struct WordLookup {
  struct Candidate {
    var word: Int32
    var inflection: Inflection?
  }

  let lexicon: Lexicon
  private var seen: [[UInt8]: [Candidate]] = [:]

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  mutating func candidates(_ folded: [UInt8], kind: Token.Kind) -> [Candidate] {
    if kind != .word {
      let word = lexicon.words.find(folded)
      return word >= 0 ? [Candidate(word: word, inflection: nil)] : []
    }
    if let known = seen[folded] { return known }
    var found: [Candidate] = []
    func add(_ word: Int32, _ inflection: Inflection?) {
      guard word >= 0 else { return }
      if let known = found.firstIndex(where: { $0.word == word }) {
        // One form may stand in several cases: all of them count.
        if let inflection, let held = found[known].inflection {
          found[known].inflection = held.joined(with: inflection)
        }
        return
      }
      found.append(Candidate(word: word, inflection: inflection))
    }
    add(lexicon.words.find(folded), nil)
    add(lexicon.compound(folded), nil)
    lexicon.endings.strip(folded) { form in
      if form.inflection.kind == .verb { return }
      add(lexicon.words.find(form.bytes), form.inflection)
      if form.bytes.count >= 6 { add(lexicon.compound(form.bytes), form.inflection) }
    }
    // «АТЫО-ның»: an ending behind a hyphen.
    if let hyphen = folded.lastIndex(where: { $0 == UInt8(ascii: "-") }), hyphen >= 2,
      hyphen + 1 < folded.count, lexicon.endings.isEnding(folded[(hyphen + 1)...])
    {
      add(
        lexicon.words.find(Array(folded[..<hyphen])),
        Inflection(kind: .abbreviation, cases: [], number: "", gender: ""))
    }
    seen[folded] = found
    return found
  }
}
