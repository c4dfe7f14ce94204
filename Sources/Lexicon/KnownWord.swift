import DatelineText

/// What the dictionaries say of a word as it is written somewhere: its folded form, and the dictionary words
/// that it may be a form of.
package final class KnownWord: Sendable {
  /// A dictionary word that the word may be a form of: plain bits, none of them counted.
  package struct Candidate: Sendable {
    /// Its number in `Lexicon.words`.
    package let word: Int32
    /// What the ending that was taken off says; nil if the word stands as in the dictionary.
    package let inflection: Inflection?
    /// The node of the phrases that begin with it, or -1.
    package fileprivate(set) var node: Int32 = -1

    init(word: Int32, inflection: Inflection?) { (self.word, self.inflection) = (word, inflection) }
  }

  /// The folded bytes.
  package let folded: [UInt8]
  /// The hash of them, by which a `Vocabulary` knows the word.
  package let hash: UInt64
  /// What it may be a form of; the word itself first, if the dictionaries have it.
  package let candidates: [Candidate]
  /// The numbers of the candidates.
  package var forms: [Int32] { candidates.map(\.word) }
  /// Whether some phrase begins with one of the candidates.
  package let beginsPhrase: Bool
  /// Whether it is made of letters alone and is no Roman numeral: nearly every word, in which nobody need look
  /// for figures.
  package let isPlain: Bool
  /// The tense that the word shows, and whether only an ending shows it.
  package let tense: TenseMarks.Mark?
  /// What its endings let it be; nothing for what is no word.
  package let endings: WordEndings
  /// What the long lists say of it, with or without an ending.
  package let gazetteer: GazetteerKinds

  init(folded: [UInt8], candidates: [Candidate], isWord: Bool, lexicon: Lexicon) {
    self.folded = folded
    hash = folded.withUnsafeBufferPointer(WordHash.of)
    self.candidates = candidates.map {
      var candidate = $0
      candidate.node = lexicon.trie.next(0, $0.word) ?? -1
      return candidate
    }
    beginsPhrase = self.candidates.contains { $0.node >= 0 }
    isPlain = Self.isPlain(folded)
    tense = isWord ? lexicon.tenseMarks.mark(of: folded) : nil
    endings = isWord ? WordEndings(folded, lexicon) : []
    gazetteer = isWord ? lexicon.gazetteerKinds(of: folded) : []
  }
}

extension KnownWord {
  private static func isPlain(_ folded: [UInt8]) -> Bool {
    guard let first = folded.first, first > 0x60, first != 0xE2, !folded.contains(UInt8(ascii: "-")) else {
      return false
    }
    // i, v, x, and the Cyrillic і and х.
    if first == 0xD1 { return folded.count < 2 || folded[1] != 0x96 && folded[1] != 0x85 }
    return first != UInt8(ascii: "i") && first != UInt8(ascii: "v") && first != UInt8(ascii: "x")
  }
}

extension Lexicon {
  /// Looks up a token.
  ///
  /// - Complexity: O(bytes) with a small factor for the endings that fit.
  func knownWord(_ bytes: UnsafeBufferPointer<UInt8>, isWord: Bool) -> KnownWord {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    fold.fold(bytes, into: &folded)
    let candidates = isWord ? candidates(folded) : whole(folded)
    return KnownWord(folded: folded, candidates: candidates, isWord: isWord, lexicon: self)
  }

  /// What the long lists say of a word; one that they do not have is taken for its dictionary forms.
  func gazetteerKinds(of folded: [UInt8]) -> GazetteerKinds {
    var found = gazetteerKinds(ofExactly: folded)
    guard gazetteer != nil, found.subtracting(.begins).isEmpty else { return found }
    endings.strip(folded, kinds: [.noun, .given, .family, .adjective], minimum: 3) {
      found.formUnion(gazetteerKinds(ofExactly: $0.bytes).subtracting(.begins))
    }
    return found
  }

  /// What the long lists say of a word as it stands.
  package func gazetteerKinds(ofExactly folded: [UInt8]) -> GazetteerKinds {
    guard let gazetteer else { return [] }
    var key = Gazetteer.Key()
    key.add(folded)
    return gazetteer.kinds(of: key)
  }

  private func whole(_ folded: [UInt8]) -> [KnownWord.Candidate] {
    let word = words.find(folded)
    return word >= 0 ? [KnownWord.Candidate(word: word, inflection: nil)] : []
  }

  private func candidates(_ folded: [UInt8], behindModifier: Bool = false) -> [KnownWord.Candidate] {
    var found = whole(folded)
    func add(_ word: Int32, _ inflection: Inflection?) {
      guard word >= 0 else { return }
      if let known = found.firstIndex(where: { $0.word == word }) {
        // One form may stand in several cases: all of them count.
        if let inflection, let held = found[known].inflection {
          found[known] = KnownWord.Candidate(word: word, inflection: held.joined(with: inflection))
        }
        return
      }
      found.append(KnownWord.Candidate(word: word, inflection: inflection))
    }
    add(compound(folded), nil)
    endings.strip(folded) { form in
      if form.inflection.kind == .verb { return }
      add(words.find(form.bytes), form.inflection)
      // Rows of compounds list the forms of adjectives: "Altersgründen" are no "*gründer".
      if form.bytes.count >= 6, form.inflection.kind != .adjective {
        add(compound(form.bytes), form.inflection)
      }
    }
    // «экс-министра», "Ex-Minister": a title behind a modifier and a hyphen.
    if found.isEmpty, !behindModifier, let hyphen = folded.firstIndex(of: UInt8(ascii: "-")), hyphen >= 2,
      hyphen + 4 < folded.count, titleModifier(folded[..<hyphen]) != nil
    {
      found = candidates(Array(folded[(hyphen + 1)...]), behindModifier: true).filter { isTitle($0.word) }
    }
    // «АТЫО-ның»: an ending behind a hyphen.
    if let hyphen = folded.lastIndex(of: UInt8(ascii: "-")), hyphen >= 2, hyphen + 1 < folded.count,
      endings.isEnding(folded[(hyphen + 1)...])
    {
      add(
        words.find(Array(folded[..<hyphen])),
        Inflection(kind: .abbreviation))
    }
    return found
  }
}
