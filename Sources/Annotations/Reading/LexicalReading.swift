import DatelineLexicon
import DatelineText

/// A phrase of the dictionaries found in a text: plain bits, none of them counted.
///
/// Every text makes thousands and every step reads them, so its numbers are short.
package struct LexicalMatch: Sendable {
  private let entryNumber: Int32
  private let first: Int32
  private let end: Int32
  private let tailFirst: Int32
  private let tailEnd: Int32
  /// What kind of knowledge the entry is.
  package let kind: KnowledgeKinds
  /// What the ending that was taken off the last word says; nil if the word stands as in the dictionary.
  package let inflection: Inflection?

  init(entry: Int, kind: KnowledgeKinds, tokens: Range<Int>, tail: Range<Int>?, inflection: Inflection?) {
    self.kind = kind
    (entryNumber, first, end) = (Int32(entry), Int32(tokens.lowerBound), Int32(tokens.upperBound))
    (tailFirst, tailEnd) = (Int32(tail?.lowerBound ?? -1), Int32(tail?.upperBound ?? -1))
    self.inflection = inflection
  }

  /// Index into `Lexicon.entries`.
  package var entry: Int { Int(entryNumber) }
  /// The tokens of the phrase; for a phrase with a gap, those before the gap.
  package var tokens: Range<Int> { Int(first)..<Int(end) }
  /// The tokens behind the gap.
  package var tail: Range<Int>? { tailFirst < 0 ? nil : Int(tailFirst)..<Int(tailEnd) }
}

/// A text with each token looked up in the lexicon: what every later step reads.
///
/// A class, because every step holds it: a copy would copy what there is of text and lexicon.
package final class LexicalReading: Sendable {
  package let text: NormalisedText
  package let lexicon: Lexicon
  /// What the dictionaries say of each token by itself.
  package let words: [KnownWord]
  /// The sentence of each token.
  package let sentenceOf: [Int]
  private let matches: [LexicalMatch]
  private let firstMatch: [Int32]
  /// The kinds of the phrases that start at each token.
  private let kinds: [KnowledgeKinds]
  /// The dictionary words that the tokens may be forms of, for the loops.
  let wordForms: WordForms
  /// The folded bytes of a token.
  package func folded(_ token: Int) -> [UInt8] { words[token].folded }

  /// Looks up all tokens of a text.
  ///
  /// - Complexity: O(bytes) with a small factor for the endings that fit.
  package init(_ text: NormalisedText, lexicon: Lexicon) {
    let tokens = text.tokens
    var words: [KnownWord] = []
    words.reserveCapacity(tokens.count)
    var forms = WordForms(tokens: tokens.count)
    let memory = lexicon.memories.take { WordMemory() }
    text.bytes.withUnsafeBufferPointer { bytes in
      for token in tokens {
        let word = memory.word(
          UnsafeBufferPointer(rebasing: bytes[token.range.lower..<token.range.upper]),
          isWord: token.kind == .word, in: lexicon)
        forms.add(word)
        words.append(word)
      }
    }
    lexicon.memories.give(back: memory)
    self.words = words
    wordForms = forms
    var sentenceOf = [Int](repeating: 0, count: tokens.count)
    for (index, sentence) in text.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = index }
    }
    self.sentenceOf = sentenceOf

    var walk = PhraseWalk(text: text, words: words, forms: wordForms)
    var firstMatch: [Int32] = []
    firstMatch.reserveCapacity(tokens.count + 1)
    for start in tokens.indices {
      firstMatch.append(Int32(walk.matches.count))
      guard words[start].beginsPhrase else { continue }
      walk.run(
        from: start,
        limit: text.sentences.isEmpty ? start : text.sentences[sentenceOf[start]].tokens.upperBound,
        in: lexicon)
    }
    firstMatch.append(Int32(walk.matches.count))
    matches = walk.matches
    self.firstMatch = firstMatch
    var kinds = [KnowledgeKinds](repeating: [], count: tokens.count)
    for match in walk.matches { kinds[match.tokens.lowerBound].formUnion(match.kind) }
    self.kinds = kinds
    // Last, so that neither is copied.
    self.text = text
    self.lexicon = lexicon
  }

  /// The phrases that start at a token.
  package func matches(at token: Int) -> ArraySlice<LexicalMatch> {
    guard token >= 0, token < firstMatch.count - 1 else { return [] }
    return matches[Int(firstMatch[token])..<Int(firstMatch[token + 1])]
  }

  /// The phrases of some kinds that start at a token.
  func matches(at token: Int, _ wanted: KnowledgeKinds) -> [LexicalMatch] {
    guard has(at: token, wanted) else { return [] }
    return matches(at: token).filter { !$0.kind.isDisjoint(with: wanted) }
  }

  /// The numbers of the phrases that start at a token.
  func matchIndices(at token: Int) -> Range<Int> { Int(firstMatch[token])..<Int(firstMatch[token + 1]) }

  /// The numbers of the phrases that start at a token, or none if none of them is of these kinds.
  func matchIndices(at token: Int, _ wanted: KnowledgeKinds) -> Range<Int> {
    kinds[token].isDisjoint(with: wanted) ? 0..<0 : matchIndices(at: token)
  }
  /// The entry of a phrase by its number.
  func entryNumber(of match: Int) -> Int { matches[match].entry }
  /// The tokens of a phrase by its number.
  func tokens(of match: Int) -> Range<Int> { matches[match].tokens }

  /// What the ending of a phrase says, by its number.
  func inflection(of match: Int) -> Inflection? { matches[match].inflection }

  /// All phrases, by their first token.
  package var allMatches: [LexicalMatch] { matches }

  /// Gives `body` the phrases of some kinds, by their first token; the others cost next to nothing.
  func forEachMatch(of wanted: KnowledgeKinds, _ body: (LexicalMatch) -> Void) {
    for index in matches.indices where !matches[index].kind.isDisjoint(with: wanted) {
      body(matches[index])
    }
  }

  package func knowledge(_ match: LexicalMatch) -> Knowledge { lexicon.entries[match.entry].knowledge }
  /// What kind of knowledge a phrase is: cheaper than the knowledge itself.
  func kind(_ match: LexicalMatch) -> KnowledgeKinds { match.kind }
  package func entry(_ match: LexicalMatch) -> LexiconEntry { lexicon.entries[match.entry] }

  /// Whether some phrase at a token is of one of these kinds.
  package func has(at token: Int, _ wanted: KnowledgeKinds) -> Bool {
    kinds.indices.contains(token) && !kinds[token].isDisjoint(with: wanted)
  }

  /// The longest phrase at a token that `choose` wants, with what it made of it.
  ///
  package func longest<Value>(
    at token: Int, _ choose: (Knowledge) -> Value?
  ) -> (match: LexicalMatch, value: Value)? {
    longest(at: token, .all, choose)
  }

  /// The longest phrase at a token that is of one of these kinds and that `choose` wants.
  package func longest<Value>(
    at token: Int, _ kinds: KnowledgeKinds, _ choose: (Knowledge) -> Value?
  ) -> (match: LexicalMatch, value: Value)? {
    guard has(at: token, kinds) else { return nil }
    var best: (match: LexicalMatch, value: Value)?
    for match in matches(at: token) where !match.kind.isDisjoint(with: kinds) {
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

  /// Whether some phrase at a token is of the wanted kind, which is one of `kinds`: for most tokens a look at these
  /// is enough.
  func has(at token: Int, _ kinds: KnowledgeKinds, _ wanted: (Knowledge) -> Bool) -> Bool {
    has(at: token, kinds) && has(at: token, wanted)
  }

  package func string(_ tokens: Range<Int>) -> String { text.string(in: range(tokens)) }
  package func string(_ token: Int) -> String { text.string(of: text.tokens[token]) }

  /// The bytes from the first to the last token.
  package func range(_ tokens: Range<Int>) -> TextRange {
    guard let first = tokens.first, let last = tokens.last else { return TextRange(0, 0) }
    return TextRange(text.tokens[first].range.lower, text.tokens[last].range.upper)
  }

  /// The dictionary words that a token may be a form of.
  package func forms(_ token: Int) -> [Int32] { words[token].forms }

  /// Whether a token may be a form of a dictionary word.
  func has(_ word: Int32, at token: Int) -> Bool {
    for index in wordForms.range(at: token) where wordForms.word(index) == word { return true }
    return false
  }

  /// The bytes of a token that is a sign of punctuation or a symbol; nil for any other.
  private func sign(_ token: Int) -> ArraySlice<UInt8>? {
    guard token >= 0, token < text.tokens.count else { return nil }
    let found = text.tokens[token]
    guard found.kind != .word, found.kind != .number else { return nil }
    return text.bytes[found.range.lower..<found.range.upper]
  }

  /// What sign of punctuation or symbol a token begins with; nil if it is none.
  func sign(at token: Int) -> Unicode.Scalar? {
    guard token >= 0, token < text.tokens.count else { return nil }
    let found = text.tokens[token]
    guard found.kind != .word, found.kind != .number else { return nil }
    return Unicode.Scalar(
      text.bytes.withUnsafeBufferPointer { Scalars.decode($0, at: found.range.lower).value })
  }

  /// Whether the token is a sign of punctuation or symbol with exactly these bytes.
  package func isSign(_ token: Int, _ wanted: String) -> Bool {
    sign(token)?.elementsEqual(wanted.utf8) ?? false
  }

  /// Whether the token is a hyphen or dash standing as a token of its own.
  package func isDash(_ token: Int) -> Bool { sign(token).map(Self.isDash) ?? false }

  /// Whether a sign is a hyphen or dash: one to three hyphens of the keyboard, U+2010 to U+2015, the minus sign.
  static func isDash(_ sign: ArraySlice<UInt8>) -> Bool {
    guard (1...3).contains(sign.count), let first = sign.first, let last = sign.last else { return false }
    if first == 0x2D { return sign.allSatisfy { $0 == 0x2D } }
    guard first == 0xE2, sign.count == 3 else { return false }
    let middle = sign[sign.startIndex + 1]
    return middle == 0x80 && (0x90...0x95).contains(last) || middle == 0x88 && last == 0x92
  }
}

/// The dictionary words that the tokens of a text may be forms of, side by side: loops over them touch no
/// counted reference.
struct WordForms: Sendable {
  private var starts: [Int32] = []
  private var words: [Int32] = []
  private var nodes: [Int32] = []
  private var plain: [Bool] = []

  /// No token yet.
  ///
  /// - Parameter count: how many tokens there will be.
  init(tokens count: Int) {
    starts.reserveCapacity(count + 1)
    starts.append(0)
    words.reserveCapacity(count * 2)
    nodes.reserveCapacity(count * 2)
    plain.reserveCapacity(count)
  }

  /// Adds the next token.
  @inline(__always)
  mutating func add(_ word: KnownWord) {
    for candidate in word.candidates {
      words.append(candidate.word)
      nodes.append(candidate.node)
    }
    starts.append(Int32(words.count))
    plain.append(word.isPlain)
  }

  /// The forms of a token.
  func range(at token: Int) -> Range<Int> { Int(starts[token])..<Int(starts[token + 1]) }
  /// Whether a token is made of letters alone and is no Roman numeral.
  func isPlain(_ token: Int) -> Bool { plain[token] }
  /// The word of a form.
  func word(_ index: Int) -> Int32 { words[index] }
  /// The node of the phrases that begin with a form, or -1.
  func node(_ index: Int) -> Int32 { nodes[index] }
}
