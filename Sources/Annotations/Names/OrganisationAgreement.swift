import DatelineLexicon
import DatelineText

/// Adjectives and nouns of organisations' names that agree in the nominative.
extension NominativeForms {
  /// Where the gender of nouns is known by how they end: adjectives in front take its strong nominative
  /// ("Deutschen Zentrum" → "Deutsches Zentrum"), and the noun loses its genitive.
  func agreeWithHead(_ range: Range<Int>, _ texts: inout [String]) {
    let lexicon = reading.lexicon
    for head in range where reading.text.tokens[head].kind == .word {
      if opensComplement(head) { return }
      // "Handels- und Industriekammer": the first half has no case of its own.
      if isFirstHalf(head) { continue }
      var gender = lexicon.nounGender(reading.folded(head))
      if gender == nil {
        lexicon.endings.strip(reading.folded(head), kinds: .noun, minimum: 3) { stripped in
          // "Bündnisses": whatever the row puts back, the nominative is the beginning of the word.
          guard gender == nil, stripped.inflection.cases == .genitive, stripped.inflection.number != .plural,
            reading.folded(head).starts(with: stripped.bytes),
            let found = lexicon.nounGender(stripped.bytes), found != .feminine
          else { return }
          gender = found
          texts[head - range.lowerBound] = rebuild(reading.string(head), stripped)
        }
        // "Islamischen Revolutionsgarden": adjectives in front of a plural end as those of a feminine noun.
        if gender == nil, let plural = nominativePlural(of: head) {
          gender = .feminine
          texts[head - range.lowerBound] = plural
        }
      }
      guard let gender else { continue }
      for token in (range.lowerBound..<head).reversed() {
        if isFirstHalf(token) || reading.has(at: token, .connector) { continue }
        // "Neue Lausitzer Philharmonie", "Deutscher Tennis Bund": what never changes does not end the row.
        let isAdjective = agreeing(token, gender) != nil
        if !isAdjective,
          isUnchanging(token) || token > range.lowerBound && token + 1 == head && isStateAdjective(token - 1)
        {
          continue
        }
        // "Duisburger Hafen AG": only adjectives right in front.
        guard reading.text.tokens[token].kind == .word,
          !standsAlone(reading.folded(token)) || isStateAdjective(token) || reading.has(at: token, .number)
            || isAdjective
        else { break }
        guard let best = agreeing(token, gender, range) else { break }
        texts[token - range.lowerBound] = rebuild(reading.string(token), best)
      }
      return
    }
  }

  /// The nominative of a noun in the plural, if the dictionaries know the gender of the one it is the plural of.
  ///
  /// "Stadtwerken" is "Stadtwerke": men's and neuter nouns end in -n in the dative only, weak ones apart.
  private func nominativePlural(of token: Int) -> String? {
    let lexicon = reading.lexicon
    let text = reading.string(token)
    var found: String?
    lexicon.endings.strip(reading.folded(token), kinds: .noun, minimum: 3) { stripped in
      guard found == nil, stripped.inflection.number == .plural,
        let gender = lexicon.nounGender(stripped.bytes)
      else { return }
      let isDative =
        gender != .feminine && stripped.added == 0 && stripped.removed == 2
        && stripped.inflection.cases.contains(.dative) && !lexicon.profile.isWeakNoun(stripped.bytes)
      found = isDative ? String(text.dropLast()) : text
    }
    return found
  }

  /// An adjective in the strong nominative of a gender; nil for what is none.
  private func agreeing(
    _ token: Int, _ gender: GrammaticalGenders, _ range: Range<Int>? = nil
  ) -> Stripped? {
    var best: Stripped?
    reading.lexicon.endings.strip(reading.folded(token), kinds: .adjective, minimum: 3) { stripped in
      guard best == nil, stripped.added > 0, stripped.inflection.gender == gender,
        isAdjective(token, stem: stripped.bytes.dropLast(stripped.added))
          || range.map({ isBehindArticle(token, $0) }) ?? false
      else { return }
      best = stripped
    }
    return best
  }

  /// "Handels-" in front of "und": a word that ends with a hyphen.
  func isFirstHalf(_ token: Int) -> Bool {
    let tokens = reading.text.tokens
    return reading.folded(token).last == UInt8(ascii: "-")
      || tokens.indices.contains(token + 2) && reading.isDash(token + 1)
        && !tokens[token + 1].shape.contains(.spaceBefore) && tokens[token + 2].shape.contains(.spaceBefore)
  }

  /// "Lausitzer", "Duisburger": an adjective of a place in -er.
  private func isUnchanging(_ token: Int) -> Bool {
    reading.text.tokens[token].kind == .word && reading.folded(token).suffix(2) == Array("er".utf8)[...]
  }

  /// "der Tropenmedizinischen Gesellschaft": what stands between an article and a noun is an adjective.
  private func isBehindArticle(_ token: Int, _ range: Range<Int>) -> Bool {
    token == range.lowerBound && token > 0 && reading.has(at: token - 1, .definite)
      && reading.folded(token).suffix(2) != Array("er".utf8)[...]
  }

  /// "Deutsche", "Kasachischen": listed, but in any case; those of cities end in -er and never change.
  private func isStateAdjective(_ token: Int) -> Bool {
    reading.has(at: token, .placeAdjective) && reading.folded(token).suffix(2) != Array("er".utf8)[...]
  }

  /// The adjectives of a text in the strong nominative of a gender: "stellvertretende" → "stellvertretender".
  func adjectives(_ text: some StringProtocol, agreeingWith gender: GrammaticalGenders) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      var best: Stripped?
      let folded = reading.lexicon.fold.folded(String(word))
      reading.lexicon.endings.strip(folded, kinds: .adjective, minimum: 3) { stripped in
        if best == nil, stripped.added > 0, stripped.inflection.gender == gender { best = stripped }
      }
      return best.map { rebuild(word, $0) } ?? String(word)
    }.joined(separator: " ")
  }

  /// Whether the dictionaries know an adjective by a stem, or it is a state's.
  private func isAdjective(_ token: Int, stem: ArraySlice<UInt8>) -> Bool {
    let lexicon = reading.lexicon
    if isStateAdjective(token) { return true }
    // "Open" is no form of "Oper".
    guard stem.count > 2 else { return false }
    if stem.count > 5, lexicon.profile.adjectiveStems.contains(where: { stem.suffix($0.count) == $0[...] }) {
      return true
    }
    // "Thüringer" stands in many names and is a noun in none.
    if isUnchanging(token) { return false }
    for ending in ["e", "er", "es"] where lexicon.words.find(Array(stem) + Array(ending.utf8)) >= 0 {
      return true
    }
    guard let hyphen = stem.lastIndex(of: UInt8(ascii: "-")) else { return false }
    return isAdjective(token, stem: stem[(hyphen + 1)...])
  }

  /// «Генерального штаба» → «Генеральный штаб»: adjectives and a noun of which no list has the noun, all in one
  /// case that is not the nominative.
  func inflectedHead(_ range: Range<Int>, _ texts: inout [String]) {
    let lexicon = reading.lexicon
    var head = range.lowerBound
    var adjectives: [[Stripped]] = []
    while head < range.upperBound, reading.text.tokens[head].kind == .word {
      var forms: [Stripped] = []
      var isNominative = false
      lexicon.endings.strip(reading.folded(head), kinds: .adjective, minimum: 3) { stripped in
        if stripped.inflection.cases.contains(.nominative) { isNominative = true }
        if stripped.added > 0, stripped.inflection.number != .plural { forms.append(stripped) }
      }
      guard !forms.isEmpty, !isNominative else { break }
      adjectives.append(forms)
      head += 1
    }
    guard let first = adjectives.first, head < range.upperBound, reading.text.tokens[head].kind == .word,
      reading.text.tokens[head].shape.isDisjoint(with: [.initialCapital, .allCapitals])
    else { return }
    let casesOfFirst = first.reduce(into: GrammaticalCases()) { $0.formUnion($1.inflection.cases) }
    var noun: Stripped?
    lexicon.endings.strip(reading.folded(head), kinds: .noun, minimum: 2) { stripped in
      guard noun == nil, !stripped.inflection.gender.isEmpty, stripped.inflection.number != .plural,
        !stripped.inflection.cases.subtracting(.nominative).isDisjoint(with: casesOfFirst),
        lexicon.words.find(stripped.bytes) >= 0,
        adjectives.allSatisfy({ forms in forms.contains { agrees($0, stripped.inflection) } })
      else { return }
      noun = stripped
    }
    guard let noun else { return }
    texts[head - range.lowerBound] = rebuild(reading.string(head), noun)
    for (offset, forms) in adjectives.enumerated() {
      let fitting = forms.filter { agrees($0, noun.inflection) }
      guard
        let best = fitting.first(where: { isNominative($0.bytes, noun.inflection.gender) }) ?? fitting.first
      else { continue }
      texts[offset] = rebuild(reading.string(range.lowerBound + offset), best)
    }
  }

  private func agrees(_ adjective: Stripped, _ noun: Inflection) -> Bool {
    adjective.inflection.gender.isSuperset(of: noun.gender)
      && !adjective.inflection.cases.isDisjoint(with: noun.cases)
  }

  /// Whether an adjective as it stands is the nominative of a gender.
  func isNominative(_ bytes: [UInt8], _ gender: GrammaticalGenders) -> Bool {
    var found = false
    reading.lexicon.endings.strip(bytes, kinds: .adjective, minimum: 2) { stripped in
      let inflection = stripped.inflection
      if inflection.cases == .nominative, inflection.number != .plural, inflection.gender == gender {
        found = true
      }
    }
    return found
  }
}
