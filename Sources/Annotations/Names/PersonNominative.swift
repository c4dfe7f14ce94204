import DatelineLexicon
import DatelineText

/// Names of persons in the nominative: what all words of a name agree on best.
extension NominativeForms {
  /// The nominative of a person's name.
  ///
  /// Where a language inflects only the last word, the others stay as they are.
  ///
  /// - Parameter hint: the cases that a title in front of the name may stand in, or none.
  func person(_ tokens: Range<Int>, hint: GrammaticalCases = []) -> (name: String, gender: Gender) {
    if let ruler = withByname(tokens, hint: hint) { return ruler }
    return person(tokens, hint: hint, isPossessor: false)
  }

  /// - Parameter isPossessor: whether a genitive behind the name shows that it is one too.
  private func person(
    _ tokens: Range<Int>, hint: GrammaticalCases, isPossessor: Bool
  ) -> (name: String, gender: Gender) {
    let last = lastWord(of: tokens)
    // "Johannes Pauls II.": what has a number behind it is a given name.
    let isRuler = last < tokens.upperBound - 1
    let words = tokens.filter { isInflected($0) && $0 <= last }
    let all = tokens.map { token -> [[NameForm]] in
      guard words.contains(token) else { return [] }
      let position: Position =
        isRuler || words.count > 1 && token == words.first
        ? .first : words.count > 1 && token == words.last ? .last : .other
      let parts = parts(of: token, at: position)
      guard token == last else { return parts }
      // "Tobias Hans’ Rede": the apostrophe is all that the genitive has added.
      if hasApostropheBehind(token) { return parts.map { Array($0.prefix(1)) } }
      // "Torge Hinnerks sagte": nothing is there that a genitive could belong to.
      if isPossessor || isRuler || mayBePossessor(tokens) { return parts }
      return parts.map { forms in
        forms.enumerated().filter { $0.offset == 0 || vocabulary.contains($0.element.folded) }.map(\.element)
      }
    }
    var cases: GrammaticalCases = []
    for parts in all {
      for forms in parts {
        for place in forms.indices {
          cases.formUnion(forms[place].cases)
          if forms[place].isAnyCase { cases.insert(.genitive) }
        }
      }
    }
    let isSubject = isSubject(tokens)
    var best: (score: Double, picks: [Int], gender: Gender)?
    let choices = choices(among: all, tokens, last: last)
    // The place of the form that is taken of each part, or -1: texts are made of the best ones alone.
    var picks: [Int] = []
    for grammaticalCase in [.nominative] + cases.each {
      for gender in [Gender.male, .female] {
        var score = Self.score(of: grammaticalCase)
        if !hint.isDisjoint(with: grammaticalCase) { score += Self.hintScore }
        if isSubject, grammaticalCase == .nominative { score += Self.subjectScore }
        picks.removeAll(keepingCapacity: true)
        var isInflected = grammaticalCase == .nominative
        for part in 0..<choices.count {
          guard let pick = choices.best(of: part, in: grammaticalCase, gender) else {
            picks.append(-1)
            continue
          }
          score += pick.score
          picks.append(pick.place)
          isInflected = isInflected || pick.isInflected
        }
        if isInflected, score > (best?.score ?? -.infinity) + 1e-9 { best = (score, picks, gender) }
      }
    }
    guard let best else { return (reading.string(tokens), .unknown) }
    var texts = texts(of: all, best.picks, tokens)
    // "Charles’ III.": the apostrophe of the genitive stands inside the name.
    if isRuler, hasApostropheBehind(last) { texts[last + 1 - tokens.lowerBound] = "" }
    return (join(texts, tokens), best.gender)
  }

  /// What all forms of all parts of a name say, to choose by.
  private func choices(among all: [[[NameForm]]], _ tokens: Range<Int>, last: Int) -> FormChoices {
    var choices = FormChoices()
    for (offset, parts) in all.enumerated() {
      for (place, forms) in parts.enumerated() {
        let isLast = tokens.lowerBound + offset == last && place == parts.count - 1
        let isFixed =
          !isLast && !reading.lexicon.profile.everyNameWordInflects
          && !(isBeforeByname(tokens.lowerBound + offset, tokens)
            && forms.dropFirst().contains { $0.isKnown } && !(forms.first?.isKnown ?? false))
        choices.add(forms, isFixed: isFixed)
      }
    }
    return choices
  }

  /// The texts of the tokens of a name: of those that have forms the ones that were picked, part by part.
  private func texts(of all: [[[NameForm]]], _ picks: [Int], _ tokens: Range<Int>) -> [String] {
    var next = 0
    return all.enumerated().map { offset, parts in
      guard !parts.isEmpty else { return reading.string(tokens.lowerBound + offset) }
      defer { next += parts.count }
      if parts.count == 1 { return picks[next] >= 0 ? parts[0][picks[next]].text : "" }
      return zip(parts, picks[next...]).compactMap { $1 >= 0 ? $0[$1].text : nil }.joined(separator: "-")
    }
  }

  /// "Katharinas der Großen": a name with a byname behind an article; nil for any other.
  private func withByname(_ tokens: Range<Int>, hint: GrammaticalCases) -> (name: String, gender: Gender)? {
    let byname = tokens.upperBound - 1
    guard let forms = reading.lexicon.profile.byname, tokens.count > 2,
      reading.has(at: byname - 1, .definite),
      reading.text.tokens[byname - 1].shape.isDisjoint(with: [.initialCapital, .allCapitals]),
      reading.text.tokens[byname].shape.contains(.initialCapital), isInflected(byname - 2),
      let surplus = forms.lettersTooMany(reading.folded(byname))
    else { return nil }
    let article = reading.string(byname - 1)
    let name = person(tokens.lowerBound..<byname - 1, hint: hint, isPossessor: !forms.isNominative(article))
    guard let nominative = forms.article(name.gender) else { return nil }
    return ("\(name.name) \(nominative) \(reading.string(byname).dropLast(surplus))", name.gender)
  }

  /// "Hildegards von Bingen": a given name in front of "von", which shows the case instead of the last word.
  private func isBeforeByname(_ token: Int, _ tokens: Range<Int>) -> Bool {
    token == tokens.lowerBound && token + 2 < tokens.upperBound && !isInflected(token + 1)
      && reading.text.tokens[token + 1].kind == .word
  }

  /// The last word of a name: in front of a number, as popes and kings have one ("Leos XIV.").
  private func lastWord(of tokens: Range<Int>) -> Int {
    let last = tokens.upperBound - 1
    let number = reading.text.tokens[last].kind == .word ? last : last - 1
    guard number > tokens.lowerBound,
      !reading.text.tokens[number].shape.isDisjoint(with: [.allCapitals, .initialCapital]),
      SlotFiller.roman(reading.folded(number).prefix { $0 != UInt8(ascii: ".") }) != nil
    else { return last }
    let name = number - 1
    return reading.text.tokens[name].kind == .word || name == tokens.lowerBound ? name : name - 1
  }

  /// Whether a name looks like what its sentence is about, where every word of a name has cases: it begins the
  /// sentence, a word of reporting stands in front of it, or a verb behind it.
  private func isSubject(_ tokens: Range<Int>) -> Bool {
    let all = reading.text.tokens
    guard reading.lexicon.profile.everyNameWordInflects, tokens.count < all.count else { return false }
    let before = tokens.lowerBound - 1
    if before >= 0, reading.has(at: before, .preposition) { return false }
    if all[tokens.lowerBound].shape.contains(.startsSentence) { return true }
    if before >= 0, reading.has(at: before, .attribution) { return true }
    let next = tokens.upperBound
    return next < all.count && all[next].kind == .word && reading.words[next].tense != nil
      && all[next].shape.isDisjoint(with: [.initialCapital, .allCapitals])
  }

  /// Whether a noun stands beside a name that the name may be the genitive of, where names show no other case.
  ///
  /// "Merkels neue Regierung", "der Besuch Angela Merkels"; a name that stands alone may be one too.
  private func mayBePossessor(_ tokens: Range<Int>) -> Bool {
    guard reading.lexicon.profile.nounCapitals else { return true }
    let all = reading.text.tokens
    func isNoun(_ token: Int) -> Bool {
      all.indices.contains(token) && all[token].kind == .word
        && !all[token].shape.isDisjoint(with: [.initialCapital, .allCapitals])
    }
    if tokens.lowerBound == 0, tokens.upperBound == all.count { return true }
    var next = tokens.upperBound
    while next < all.count, next - tokens.upperBound < 3, all[next].kind == .word, !isNoun(next),
      reading.words[next].tense == nil, reading.words[next].endings.contains(.adjective)
    {
      next += 1
    }
    if isNoun(next), !all[next].shape.contains(.startsSentence) { return true }
    let before = tokens.lowerBound - 1
    return isNoun(before) && !all[before].shape.contains(.startsSentence) && !reading.has(at: before, .title)
      && !all[tokens.lowerBound].shape.contains(.startsSentence)
  }

  /// Whether the apostrophe follows that stands for a genitive's -s where nouns have one.
  private func hasApostropheBehind(_ token: Int) -> Bool {
    reading.lexicon.profile.nounCapitals && reading.text.tokens.indices.contains(token + 1)
      && reading.text.tokens[token + 1].range.lower == reading.text.tokens[token].range.upper
      && (reading.isSign(token + 1, "’") || reading.isSign(token + 1, "'") || reading.isPossessive(token + 1))
  }

  /// Words that may carry a case: no initials, and no small words such as "von".
  private func isInflected(_ token: Int) -> Bool {
    guard reading.text.tokens[token].kind == .word, !reading.text.tokens[token].shape.contains(.initials)
    else {
      return false
    }
    let isCapital = !reading.text.tokens[token].shape.isDisjoint(with: [.initialCapital, .allCapitals])
    return isCapital
      || !reading.has(at: token, .connector) { if case .connector(.person) = $0 { true } else { false } }
  }

  /// The words with the spaces that stand between the tokens.
  func join(_ texts: [String], _ tokens: Range<Int>) -> String {
    var name = ""
    name.reserveCapacity(texts.reduce(texts.count) { $0 + $1.utf8.count })
    for (offset, text) in texts.enumerated() {
      if offset > 0, reading.text.tokens[tokens.lowerBound + offset].shape.contains(.spaceBefore) {
        name += " "
      }
      name += text
    }
    return name
  }
}
