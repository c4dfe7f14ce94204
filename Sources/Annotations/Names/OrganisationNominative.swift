import DatelineLexicon
import DatelineText

extension NominativeForms {
  /// The nominative of an organisation's name: the noun that carries the case loses its ending.
  func organisation(_ range: Range<Int>, _ scan: NameScan) -> String {
    // A known one is named as the dictionary does.
    if let known = reading.matches(at: range.lowerBound).first(where: { match in
      guard match.tokens == range, match.tail == nil else { return false }
      if case .organisation = reading.knowledge(match) { return true }
      return false
    }) {
      return reading.entry(known).form
    }
    // The noun is the last organisation form of the name, or its first word where the noun comes first.
    var texts = range.map { reading.string($0) }
    // "Africa Centres for …": where nouns have no cases a name stands as it is.
    if reading.lexicon.profile.nameCapitals, !reading.lexicon.profile.nounCapitals {
      return join(texts, range)
    }
    // Where cases are endings behind everything else, only the last word carries one.
    if reading.lexicon.profile.verbLast {
      if let last = range.last {
        if let abbreviation = abbreviation(last) {
          texts[last - range.lowerBound] = abbreviation
        } else if let (match, (role, _)) = scan.organisationForm(at: last), role != .before {
          lastCaseOff(match, last, range, &texts)
        } else if let word = knownWord(last) {
          texts[last - range.lowerBound] = word
        }
      }
      return join(texts, range)
    }
    var headIsKnown = false
    for token in range {
      guard let (match, (role, _)) = scan.organisationForm(at: token),
        match.tokens.upperBound <= range.upperBound
      else { continue }
      let last = match.tokens.upperBound - 1
      let isHead =
        role == .before || role == .both
        ? token == firstForm(range, scan) : last == range.upperBound - 1 || token == range.lowerBound
      guard isHead, leads(to: token, from: range.lowerBound) else { continue }
      // "Knappschaft Kliniken": a plural has one form for all cases but one. "Ege" is no "eG".
      if reading.lexicon.profile.nounCapitals {
        if isFirstHalf(token) { continue }
        if let inflection = match.inflection, inflection.kind == .adjective || inflection.cases != .genitive {
          break
        }
        if role == .legalAfter || role == .legalBefore { continue }
      }
      // «Вьетнамские железные дороги»: a plural that shows no case is the name as it is.
      guard !isPlainPlural(match.inflection) else { break }
      restore(match, range, &texts)
      // Where adjectives take their form from the noun's gender, `agreeWithHead` sees to them: "Kieler" has none.
      if role == .before || role == .both, reading.lexicon.nounGenders.isEmpty {
        adjectives(before: token, range, &texts, headInflection(of: match))
      }
      headIsKnown = true
      break
    }
    if !reading.lexicon.nounGenders.isEmpty {
      agreeWithHead(range, &texts)
    } else if !headIsKnown, !reading.lexicon.profile.nameCapitals {
      inflectedHead(range, &texts)
    }
    return join(texts, range)
  }

  /// Whether nothing but adjectives and parts of compounds stands between the beginning of a name and its noun:
  /// behind "der" or another noun stands no head, «Миссия Африканского союза».
  private func leads(to head: Int, from start: Int) -> Bool {
    guard head > start else { return true }
    if reading.lexicon.profile.nounCapitals { return !(start..<head).contains { opensComplement($0) } }
    return (start..<head).allSatisfy { token in
      guard reading.text.tokens[token].kind == .word, !reading.text.tokens[token].shape.contains(.allCapitals)
      else { return true }
      var isAdjective = false
      reading.lexicon.endings.strip(reading.folded(token), kinds: .adjective, minimum: 3) { _ in
        isAdjective = true
      }
      return isAdjective
    }
  }

  /// "der", "für": whether a small word begins what a noun governs, which is in a case of its own.
  func opensComplement(_ token: Int) -> Bool {
    reading.text.tokens[token].shape.isDisjoint(with: [.initialCapital, .allCapitals])
      && reading.has(at: token, [.preposition, .definite])
  }

  private func isPlainPlural(_ inflection: Inflection?) -> Bool {
    guard let inflection else { return false }
    return inflection.number == .plural && inflection.cases.subtracting(.nominative).isEmpty
  }

  /// «АТЫО-мен»: an abbreviation without the ending behind its hyphen; nil for anything else.
  private func abbreviation(_ token: Int) -> String? {
    let text = reading.string(token)
    guard let hyphen = text.lastIndex(of: "-") else { return nil }
    let (stem, ending) = (text[..<hyphen], text[text.index(after: hyphen)...])
    // «ҚазПУ-ды», «Sports.kz-ке»: capitals, or a name of the web.
    let capitals = stem.unicodeScalars.filter(\.properties.isUppercase).count
    // «easyJet-тің»: an ending in other letters than the name.
    let isForeign = stem.utf8.allSatisfy { $0 < 0x80 } && !ending.utf8.contains { $0 < 0x80 }
    guard stem.unicodeScalars.count > 1, capitals > 1 || stem.contains(".") || isForeign,
      ending.allSatisfy(\.isLowercase),
      reading.lexicon.endings.isEnding(reading.lexicon.fold.folded(String(ending))[...])
    else { return nil }
    return String(stem)
  }

  /// A word that only without its case ending stands in the dictionaries: «одақтың» → «одақ».
  private func knownWord(_ token: Int) -> String? {
    let bytes = reading.folded(token)
    guard !standsAlone(bytes) else { return nil }
    var best: (text: String, removed: Int)?
    reading.lexicon.endings.strip(bytes, kinds: .noun, minimum: 3) { stripped in
      guard !stripped.inflection.cases.isEmpty, stripped.added == 0, stripped.removed < best?.removed ?? .max
      else { return }
      var isKnown = reading.lexicon.words.find(stripped.bytes) >= 0
      // «әскерлерінің» → «әскерлері»: plural and possessive stay.
      reading.lexicon.endings.strip(stripped.bytes, kinds: .noun, minimum: 3) { inner in
        if inner.inflection.cases.isEmpty, reading.lexicon.words.find(inner.bytes) >= 0 { isKnown = true }
      }
      if isKnown { best = (rebuild(reading.string(token), stripped), stripped.removed) }
    }
    return best?.text
  }

  /// A word without its case, plural and possessive left: «көмекшісінің» → «көмекшісі».
  func withoutCase(_ token: Int) -> String { knownWord(token) ?? reading.string(token) }

  /// Whether a word is an entry of the dictionaries by itself, not only a part of longer ones.
  func standsAlone(_ bytes: [UInt8]) -> Bool {
    let word = reading.lexicon.words.find(bytes)
    guard word >= 0, let node = reading.lexicon.trie.next(0, word) else { return false }
    return reading.lexicon.trie.firstEntry(at: node) >= 0
  }

  /// Takes a case off the noun and leaves its possessive: «университетінің» → «университеті».
  private func lastCaseOff(_ match: LexicalMatch, _ token: Int, _ range: Range<Int>, _ texts: inout [String])
  {
    guard match.inflection != nil else { return }
    // «АҚ-мен»: an abbreviation sheds all behind its hyphen.
    if case .organisationForm(let role, _) = reading.knowledge(match),
      role == .legalAfter || role == .legalBefore,
      match.tokens.count == 1
    {
      texts[token - range.lowerBound] = reading.entry(match).form
      return
    }
    var best: String?
    reading.lexicon.endings.strip(reading.folded(token), kinds: .noun, minimum: 3) { stripped in
      guard best == nil, !stripped.inflection.cases.isEmpty, stripped.added == 0 else { return }
      // What is left must be a form of the noun too.
      let left = reading.lexicon.words.find(stripped.bytes)
      var known = left >= 0 && reading.has(left, at: token)
      reading.lexicon.endings.strip(stripped.bytes, kinds: .noun, minimum: 3) { inner in
        let word = reading.lexicon.words.find(inner.bytes)
        if word >= 0, reading.has(word, at: token), inner.inflection.cases.isEmpty { known = true }
      }
      if known { best = rebuild(reading.string(token), stripped) }
    }
    if let best { texts[token - range.lowerBound] = best }
  }

  /// The inflection of the noun that a form of several words is built around: «академии» of «академии наук».
  private func headInflection(of match: LexicalMatch) -> Inflection? {
    guard match.tokens.count > 1 else { return match.inflection }
    for token in match.tokens {
      for head in reading.matches(at: token)
      where head.tokens.count == 1 && reading.lexicon.kind(head.entry) == .organisationForm {
        return head.inflection
      }
    }
    return match.inflection
  }

  private func firstForm(_ range: Range<Int>, _ scan: NameScan) -> Int? {
    range.first {
      scan.organisationForm(at: $0).map { $0.match.tokens.upperBound <= range.upperBound } ?? false
    }
  }

  /// Puts the dictionary form of a matched phrase in place, with the capitals of the text.
  private func restore(_ match: LexicalMatch, _ range: Range<Int>, _ texts: inout [String]) {
    let words = reading.entry(match).lemma.split(separator: " ")
    guard words.count == match.tokens.count else { return }
    for (offset, token) in match.tokens.enumerated() {
      let bytes = reading.folded(token)
      let word = String(words[offset])
      if word.hasPrefix("*") {
        // A compound: only its ending may have changed.
        if match.inflection != nil { texts[token - range.lowerBound] = compound(token, form: word) }
        continue
      }
      let target = reading.lexicon.fold.folded(word)
      guard target != bytes else { continue }
      let original = texts[token - range.lowerBound]
      texts[token - range.lowerBound] = inCapitals(of: original, word)
    }
  }

  /// Adjectives in front of a noun that comes first agree with it: «Национального банка» → «Национальный банк».
  private func adjectives(
    before head: Int, _ range: Range<Int>, _ texts: inout [String], _ inflection: Inflection?
  ) {
    guard inflection != nil, head > range.lowerBound else { return }
    for token in range.lowerBound..<head where reading.text.tokens[token].kind == .word {
      var best: (text: String, rank: Int, likelihood: Double)?
      // Where the noun leaves its gender open, the adjective may show it: «Монгольской».
      var gender = inflection?.gender ?? []
      if gender.rawValue.nonzeroBitCount != 1 {
        gender = []
        reading.lexicon.endings.strip(reading.folded(token), kinds: .adjective, minimum: 3) { stripped in
          guard let inflection, !stripped.inflection.cases.isDisjoint(with: inflection.cases) else { return }
          gender.formUnion(stripped.inflection.gender)
        }
      }
      reading.lexicon.endings.strip(reading.folded(token), kinds: .adjective, minimum: 3) { stripped in
        guard let inflection, !stripped.inflection.cases.isDisjoint(with: inflection.cases) else {
          return
        }
        if !inflection.gender.isEmpty, !stripped.inflection.gender.isEmpty,
          !stripped.inflection.gender.isSuperset(of: inflection.gender)
        {
          return
        }
        // «Законодательной палаты»: the nominative of the noun's gender first. Then the one that the dictionaries
        // know, or else the one that ends like those they know: «Всемирного» is «Всемирный», not «Всемирной».
        let isNominative =
          gender.rawValue.nonzeroBitCount == 1 && self.isNominative(stripped.bytes, gender)
        let isKnown = reading.lexicon.words.find(stripped.bytes) >= 0
        let rank = (isNominative ? 2 : 0) + (isKnown ? 1 : 0)
        let likelihood = reading.lexicon.leadSuffixes.likelihood(of: stripped.bytes)
        if let best, (best.rank, best.likelihood) >= (rank, likelihood) { return }
        best = (rebuild(reading.string(token), stripped), rank, likelihood)
      }
      if let best { texts[token - range.lowerBound] = best.text }
    }
  }

  /// A dictionary form in the capitals that the text used.
  func inCapitals(of original: String, _ form: String) -> String {
    let written = LetterCase(of: original)
    if written.letters > 1, written.isAllCapitals { return ICU.upper(form, locale: reading.lexicon.code) }
    if written.beginsLarge, let first = form.unicodeScalars.first, Scalars.classify(first.value) != .upper {
      // One letter, which has the same capital in all languages of these dictionaries.
      let rest: Substring.UnicodeScalarView = form.unicodeScalars.dropFirst()
      return first.properties.titlecaseMapping + String(rest)
    }
    return form
  }
}
