/// Puts right words typed in two alphabets at once: «Kазахстан» with a Latin K, "Мinistry" with a
/// Cyrillic М, «келiсiм» with a Latin i, «КА3АХСТАН» with a figure.
///
/// A letter without a look-alike in the other alphabet decides ("Samsung" in «Samsungтың» is Latin, so
/// the word stays); where none does, the dictionaries and the words around do. What looks alike is data
/// (`lookalikes.tsv`, after the confusables of Unicode's UTS #39). Parts of a hyphenated word are judged
/// each for itself. Safe to use from several tasks.
package struct MixedAlphabets: Sendable {
  let table: LookalikeTable
  let words: WordKnowledge
  let languages: [String: LanguageLetters]
  let latinWords: Set<[UInt8]>
  let cyrillicLikeness: [String: WordLikeness]
  let latinLikeness = WordLikeness(.latin, codes: [])

  /// What has to be known of one language.
  struct LanguageLetters: Sendable {
    var alphabet: WordAlphabet
    var letters: Set<UInt32>
    var stopwords: Set<[UInt8]>
  }

  /// - Parameters:
  ///   - lookalikes: the rows of `lookalikes.tsv`.
  ///   - latinWords: words and abbreviations that are Latin although each letter has a Cyrillic look-alike.
  ///   - knowledge: the languages, their letters and frequent words.
  ///   - words: what the dictionaries say of single words.
  package init(
    lookalikes: [Lookalike], latinWords: [String], knowledge: [TextKnowledge], words: WordKnowledge
  ) {
    table = LookalikeTable(lookalikes)
    self.words = words
    self.latinWords = Set(latinWords.map { Array($0.utf8) })
    let fold = FoldedForm()
    var languages: [String: LanguageLetters] = [:]
    for language in knowledge {
      let letters = Set(language.letters.unicodeScalars.map(\.value))
      languages[language.code] = LanguageLetters(
        alphabet: letters.contains { (0x400..<0x530).contains($0) } ? .cyrillic : .latin, letters: letters,
        stopwords: Set(language.stopwords.map { fold.folded(Array($0.utf8)) }))
    }
    self.languages = languages
    let codes = languages.filter { $0.value.alphabet == .cyrillic }.map(\.key)
    var likeness = ["": WordLikeness(.cyrillic, codes: codes)]
    for code in codes { likeness[code] = WordLikeness(.cyrillic, codes: [code]) }
    cyrillicLikeness = likeness
  }

  /// Whether a paragraph is worth `repairs(in:language:)`; far quicker than that.
  package static func maybe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { AlphabetGate.mixes(bytes) }

  /// What is to be put right in a paragraph.
  ///
  /// - Complexity: linear in the length of the text.
  /// - Parameters:
  ///   - bytes: normalised text (NFC), valid UTF-8.
  ///   - language: its language (BCP 47); nil if it is not known: then only words that mix alphabets are put right.
  package func repairs(in bytes: UnsafeBufferPointer<UInt8>, language: String?) -> LetterRepairs {
    let paragraph = MixedParagraph(
      bytes: bytes, runs: LetterRun.all(in: bytes, table: table), language: language, knowledge: self)
    var repairs = LetterRepairs()
    var counts: [WordAlphabet: Int] = [:]
    var at = 0
    while at < paragraph.runs.count {
      if let group = paragraph.wordWithFigures(at: at) {
        repairs.letters += group.letters
        counts[.cyrillic, default: 0] += 1
        at = group.next
        continue
      }
      if let target = paragraph.target(of: at) {
        repairs.letters += paragraph.letters(of: paragraph.runs[at].range, as: target)
        counts[target, default: 0] += 1
      }
      at += 1
    }
    for (alphabet, strange, own) in [
      (WordAlphabet.cyrillic, "Latin", "Cyrillic"), (.latin, "Cyrillic", "Latin"),
    ] {
      guard let count = counts[alphabet] else { continue }
      repairs.warnings.append(
        count == 1
          ? "put right \(strange) letters in 1 \(own) word"
          : "put right \(strange) letters in \(count) \(own) words")
    }
    return repairs
  }
}
