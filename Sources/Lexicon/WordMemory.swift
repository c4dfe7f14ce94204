import DatelineText

/// The words that one reader has looked up, by how they are written: the few thousand that make up most of
/// every text are looked up once.
///
/// Not for two tasks at a time: `ReaderMemories` hands them out.
package final class WordMemory {
  /// Words by their spelling.
  private struct Known {
    var spellings = WordTable()
    var words: [KnownWord] = []
  }

  // One task at a time holds a memory: no access need be watched for another one.
  /// The same signs may be a word in one place and none in another.
  @exclusivity(unchecked) private var words = Known()
  @exclusivity(unchecked) private var others = Known()
  /// Words kept, at most; then all are forgotten: news rarely gets there, and noise costs no memory.
  static let mostWords = 1 << 15
  /// Longer words are looked up each time they are met.
  private static let longest = 96

  /// A memory of nothing.
  package init() {}

  /// What a lexicon says of a token; always the same lexicon.
  ///
  /// - Parameter token: its bytes as they are written; at least one.
  /// - Complexity: O(bytes) for a word that is remembered.
  package func word(_ token: UnsafeBufferPointer<UInt8>, isWord: Bool, in lexicon: Lexicon) -> KnownWord {
    guard !token.isEmpty, token.count <= Self.longest else { return lexicon.knownWord(token, isWord: isWord) }
    return isWord ? Self.word(token, isWord, lexicon, &words) : Self.word(token, isWord, lexicon, &others)
  }

  private static func word(
    _ token: UnsafeBufferPointer<UInt8>, _ isWord: Bool, _ lexicon: Lexicon, _ known: inout Known
  ) -> KnownWord {
    let number = known.spellings.find(token)
    if number >= 0 { return known.words[Int(number)] }
    let word = lexicon.knownWord(token, isWord: isWord)
    if known.words.count == mostWords { known = Known() }
    _ = known.spellings.insert(token)
    known.words.append(word)
    return word
  }
}
