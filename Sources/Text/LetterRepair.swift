/// A letter that is put right: the bytes it takes in the text, and those that replace them.
package struct LetterRepair: Sendable, Hashable {
  package var range: TextRange
  package var replacement: [UInt8]
}

/// What is to be put right in a paragraph, letter by letter, in the order of the text.
package struct LetterRepairs: Sendable, Hashable {
  /// The letters; their ranges never overlap.
  package var letters: [LetterRepair] = []
  /// What was done, for the warnings of the record: one short phrase each.
  package var warnings: [String] = []

  package var isEmpty: Bool { letters.isEmpty }

  /// The text with the repairs made, in linear time.
  package func applied(to bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + letters.count)
    var at = 0
    for letter in letters where letter.range.lower >= at && letter.range.upper <= bytes.count {
      out.append(contentsOf: bytes[at..<letter.range.lower])
      out += letter.replacement
      at = letter.range.upper
    }
    out.append(contentsOf: bytes[at...])
    return out
  }
}

/// What the dictionaries say about single words, for the steps of this room that ask them.
public struct WordKnowledge: Sendable {
  /// Whether a word in any case, inflected or not, is known to a language (BCP 47).
  public var isWord: @Sendable (_ word: [UInt8], _ language: String) -> Bool
  /// Whether bytes as a whole are an ending, or a chain of endings, of a language.
  public var isEnding: @Sendable (_ ending: [UInt8], _ language: String) -> Bool

  /// Knowledge as two questions.
  public init(
    isWord: @escaping @Sendable ([UInt8], String) -> Bool,
    isEnding: @escaping @Sendable ([UInt8], String) -> Bool
  ) {
    self.isWord = isWord
    self.isEnding = isEnding
  }
}
