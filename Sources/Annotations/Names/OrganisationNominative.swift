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
      return joined(texts, range)
    }
    for token in range {
      guard let (match, (role, _)) = scan.organisationForm(at: token),
        match.tokens.upperBound <= range.upperBound
      else { continue }
      let last = match.tokens.upperBound - 1
      let isHead =
        role == .before || role == .both
        ? token == firstForm(range, scan) : last == range.upperBound - 1 || token == range.lowerBound
      guard isHead else { continue }
      restore(match, range, &texts)
      if role == .before || role == .both { adjectives(before: token, range, &texts, match.inflection) }
      break
    }
    return joined(texts, range)
  }

  /// «АТЫО-мен»: an abbreviation without the ending behind its hyphen; nil for anything else.
  private func abbreviation(_ token: Int) -> String? {
    let text = reading.string(token)
    guard let hyphen = text.lastIndex(of: "-") else { return nil }
    let (stem, ending) = (text[..<hyphen], text[text.index(after: hyphen)...])
    guard stem.unicodeScalars.count > 1, stem.allSatisfy(\.isUppercase), ending.allSatisfy(\.isLowercase),
      reading.lexicon.endings.isEnding(Array(reading.lexicon.fold(String(ending)).utf8)[...])
    else { return nil }
    return String(stem)
  }

  /// A word that only without its case ending stands in the dictionaries: «одақтың» → «одақ».
  private func knownWord(_ token: Int) -> String? {
    let bytes = reading.folded[token]
    guard reading.lexicon.words.find(bytes) < 0 else { return nil }
    var best: String?
    reading.lexicon.endings.strip(bytes, kinds: [.noun], minimum: 3) { stripped in
      guard best == nil, !stripped.inflection.cases.isEmpty, stripped.added == 0,
        reading.lexicon.words.find(stripped.bytes) >= 0
      else { return }
      best = rebuild(reading.string(token), stripped)
    }
    return best
  }

  private func joined(_ texts: [String], _ range: Range<Int>) -> String {
    var name = ""
    for (offset, text) in texts.enumerated() {
      let token = range.lowerBound + offset
      if offset > 0, reading.text.tokens[token].shape.contains(.spaceBefore) { name += " " }
      name += text
    }
    return name
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
    reading.lexicon.endings.strip(reading.folded[token], kinds: [.noun], minimum: 3) { stripped in
      guard best == nil, !stripped.inflection.cases.isEmpty, stripped.added == 0 else { return }
      // What is left must be a form of the noun too.
      let left = reading.lexicon.words.find(stripped.bytes)
      var known = left >= 0 && reading.has(left, at: token)
      reading.lexicon.endings.strip(stripped.bytes, kinds: [.noun], minimum: 3) { inner in
        let word = reading.lexicon.words.find(inner.bytes)
        if word >= 0, reading.has(word, at: token), inner.inflection.cases.isEmpty { known = true }
      }
      if known { best = rebuild(reading.string(token), stripped) }
    }
    if let best { texts[token - range.lowerBound] = best }
  }

  private func firstForm(_ range: Range<Int>, _ scan: NameScan) -> Int? {
    range.first {
      scan.organisationForm(at: $0).map { $0.match.tokens.upperBound <= range.upperBound } ?? false
    }
  }

  /// Puts the dictionary form of a matched phrase in place, with the capitals of the text.
  private func restore(_ match: LexicalMatch, _ range: Range<Int>, _ texts: inout [String]) {
    let words = reading.entry(match).form.split(separator: " ")
    guard words.count == match.tokens.count else { return }
    for (offset, token) in match.tokens.enumerated() {
      let bytes = reading.folded[token]
      let word = String(words[offset])
      if word.hasPrefix("*") {
        // A compound: only its ending may have changed.
        if match.inflection != nil { texts[token - range.lowerBound] = compound(token, form: word) }
        continue
      }
      let target = Array(reading.lexicon.fold(word).utf8)
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
      var best: (text: String, isKnown: Bool, likelihood: Double)?
      reading.lexicon.endings.strip(reading.folded[token], kinds: [.adjective], minimum: 3) { stripped in
        guard let inflection, !Set(stripped.inflection.cases).isDisjoint(with: inflection.cases) else {
          return
        }
        if !inflection.gender.isEmpty, !stripped.inflection.gender.isEmpty,
          !stripped.inflection.gender.contains(inflection.gender)
        {
          return
        }
        // Of several adjectives the one that the dictionaries know, or else the one that ends like those they
        // know: «Всемирного» is «Всемирный», not «Всемирной».
        let isKnown = reading.lexicon.words.find(stripped.bytes) >= 0
        let likelihood = reading.lexicon.leadSuffixes.likelihood(of: stripped.bytes)
        if let best, (best.isKnown ? 1 : 0, best.likelihood) >= (isKnown ? 1 : 0, likelihood) { return }
        best = (rebuild(reading.string(token), stripped), isKnown, likelihood)
      }
      if let best { texts[token - range.lowerBound] = best.text }
    }
  }

  /// A dictionary form in the capitals that the text used.
  func inCapitals(of original: String, _ form: String) -> String {
    let letters = original.filter(\.isLetter)
    if letters.count > 1, letters.allSatisfy(\.isUppercase) {
      return ICU.upper(form, locale: reading.lexicon.code)
    }
    if letters.first?.isUppercase == true, form.first?.isUppercase == false {
      return ICU.title(String(form.prefix(1)), locale: reading.lexicon.code) + form.dropFirst()
    }
    return form
  }
}
