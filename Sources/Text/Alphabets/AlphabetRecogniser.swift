/// Tells which alphabet a stretch of text is written in, if it is one of those that are known.
///
/// Three signs must agree: the letters are those of the alphabet, the words are known when they are read by it, and
/// the reading as a whole looks like the language to `LanguageIdentifier`.
struct AlphabetRecogniser: Sendable {
  /// What a stretch was taken for.
  struct Finding {
    /// Index into `AlphabetReader.languages`, and into the alphabets of that language.
    var language: Int
    var alphabet: Int
    /// The share of letters in known words, less what is foreign.
    var score: Double
    /// How sure the identifier is of the reading.
    var confidence: Double
    var letters: Int
    /// One of the letters that tell the alphabet from others was met, or it has none.
    var metTellingLetter: Bool
  }

  /// Bytes of a stretch that are looked at.
  private static let longestLook = 3_000
  /// What a share of letters that the alphabet does not have takes away.
  private static let foreignWeight = 4.0
  /// How many known letters a frequent word of another language outweighs.
  private static let otherWeight = 16.0

  let languages: [ReadableLanguage]
  let identifier: LanguageIdentifier

  /// The best alphabet of a script for the text of some ranges; nil if there is none at all.
  ///
  /// - Parameters:
  ///   - code: the language where it is known.
  ///   - preferred: the alphabet of the surroundings: it wins unless another fits clearly better.
  ///   - onlyPreferred: whether no other is tried.
  func best(
    _ text: UnsafeBufferPointer<UInt8>, _ ranges: [TextRange], script: String, code: String? = nil,
    preferred: String? = nil, onlyPreferred: Bool = false
  ) -> Finding? {
    var best: Finding?
    for (number, language) in languages.enumerated() where code == nil || language.code == code {
      for (index, alphabet) in language.alphabets.enumerated()
      where alphabet.script == script && (!onlyPreferred || alphabet.name == preferred) {
        var reader = language.transliterator(index)
        var left = Self.longestLook
        for range in ranges where left > 0 {
          reader.read(text, Self.prefix(of: range, in: text, bytes: left))
          reader.bytes.append(0x0A)
          left -= range.count
        }
        guard reader.letters > 0 else { continue }
        let letters = Double(reader.letters)
        var score =
          (Double(reader.knownLetters) - Self.foreignWeight * Double(reader.foreignLetters)
            - Self.otherWeight * Double(reader.otherWords)) / letters
        if letters > 40, !reader.metTellingLetter { score -= 0.05 }
        if alphabet.name == preferred { score += 0.04 }
        guard score > best?.score ?? -.infinity else { continue }
        let guess = reader.bytes.withUnsafeBufferPointer {
          identifier.guess(identifier.evidence(in: $0, range: TextRange(0, $0.count)))
        }
        best = Finding(
          language: number, alphabet: index, score: score,
          confidence: guess.code == language.code ? guess.confidence : 0, letters: reader.letters,
          metTellingLetter: reader.metTellingLetter)
      }
    }
    return best
  }

  private static func prefix(
    of range: TextRange, in text: UnsafeBufferPointer<UInt8>, bytes: Int
  ) -> TextRange {
    guard range.count > bytes else { return range }
    var end = range.lower + bytes
    while end > range.lower, text[end] & 0xC0 == 0x80 { end -= 1 }
    return TextRange(range.lower, end)
  }
}

/// A language that has more than one alphabet.
struct ReadableLanguage: Sendable {
  let code: String
  let alphabets: [Alphabet]
  private let words: OnDemand<WordReader>
  private let nameEndings: [[UInt32]]
  /// Frequent words of other languages, by script.
  private var others: [String: Set<[UInt32]>] = [:]

  init(_ code: String, _ knowledge: ReadingKnowledge) {
    self.code = code
    alphabets = knowledge.alphabets
    words = OnDemand {
      WordReader(vocabulary: ReadingVocabulary(knowledge), harmony: knowledge.harmony)
    }
    nameEndings = knowledge.nameEndings.map { $0.unicodeScalars.map(\.value) }
    for alphabet in alphabets { others[alphabet.script, default: []].formUnion(alphabet.others) }
  }

  /// A fresh reader of one of its alphabets.
  func transliterator(_ alphabet: Int) -> Transliterator {
    let script = alphabets[alphabet].script
    return Transliterator(
      alphabets[alphabet], words.value, nameEndings: nameEndings, others: others[script] ?? [])
  }
}
