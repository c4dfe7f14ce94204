import DatelineLexicon
import DatelineText

/// The field of an office: "Minister of Trade", "head of debt capital markets".
extension TitleFinder {
  /// Whether a word can name the field of an office.
  func isField(_ token: Int, afterConnector: Bool) -> Bool {
    if scan.isReportingVerb(token) || scan.isInitials(token) { return false }
    if let title = scan.title(at: token), !isAttributed(title.match), !isInflectedField(title.match) {
      return false
    }
    if scan.appointment(at: token) != nil { return false }
    if scan.isStopword(token) || scan.isPreposition(token) { return false }
    let profile = reading.lexicon.profile
    if scan.isCapitalised(token) {
      // "Minister of Trade": capitals only behind a connector, and no name.
      guard profile.nameCapitals || profile.nounCapitals, !isHyphenedName(token), !scan.givenName(at: token),
        !scan.familyName(at: token), !scan.endsLikeName(token)
      else { return false }
      let isKnown =
        !reading.forms(token).isEmpty
        && (scan.organisationForm(at: token) == nil || !profile.nounCapitals && isInField(token))
      // "for Academic Affairs": what follows has to be a word that is known.
      // "Direktorin des Leipziger Hauses": a genitive is what the title is of.
      let isBehindPreposition =
        scan.isPreposition(token - 1) || scan.isConnector(token - 1, .conjunction)
        || reading.isSign(token - 1, ",")
        // "für nachhaltige Entwicklung"
        || !scan.isCapitalised(token - 1) && scan.mayBeAdjective(token - 1)
      return profile.nounCapitals
        ? afterConnector && isBehindPreposition
          && (isKnown
            || isBehindFieldWord(token)
              // "für Bergbau": no more than the end of the word is that of a body.
              && (scan.organisationForm(at: token).map { isCompound($0.match) } ?? true)
              && !(scan.isCapitalised(token + 1) && scan.isConnector(token - 1, .conjunction)))
        // "curator of the Musée des Phares": behind an article an unknown capital is a name.
        : afterConnector && (isKnown || !reading.has(at: token - 1, .definite)) || isKnown && isInField(token)
    }
    // "für europäische und internationale Angelegenheiten"
    if profile.nounCapitals, afterConnector, isBehindFieldWord(token), isAdjectiveOfNoun(token) {
      return true
    }
    // "director for transport": a small word closes the phrase.
    if profile.nameCapitals {
      return afterConnector && closesField(from: token)
    }
    // «Врач принял», «Директор приглашена»
    if reading.words[token].tense != nil { return false }
    if scan.mayBeGenitive(token) || afterConnector { return true }
    // «начальник отдела внешней торговли»
    return !profile.verbLast && scan.mayBeAdjective(token) && scan.isWord(token + 1)
      && !scan.isCapitalised(token + 1) && scan.mayBeGenitive(token + 1) && !scan.isPreposition(token + 1)
  }

  /// Whether a match is the end of a compound.
  private func isCompound(_ match: LexicalMatch) -> Bool {
    reading.entry(match).form.utf8.first == UInt8(ascii: "*")
  }

  /// Whether a small word is one of the adjectives that lead up to a capitalised noun.
  private func isAdjectiveOfNoun(_ start: Int) -> Bool {
    let limit = scan.sentence(of: start).upperBound
    var token = start
    while token < limit, token - start < 5, !scan.isCapitalised(token) {
      guard scan.mayBeAdjective(token) || token > start && scan.isConnector(token, .conjunction) else {
        return false
      }
      token += 1
    }
    return token > start && token < limit && scan.isCapitalised(token) && !startingAt.has(token)
  }

  /// «директор по энергетике», «начальник отдела статистики»: whether what may be a form of a title stands right
  /// behind a word such as «по» or the noun of a unit.
  private func isInflectedField(_ match: LexicalMatch) -> Bool {
    let token = match.tokens.lowerBound
    guard match.tokens.count == 1, match.inflection != nil else { return false }
    // "für Verkehr und Bauen" is no form of "Bauer".
    if reading.lexicon.profile.nounCapitals, isBehindFieldWord(token) { return true }
    guard !scan.isCapitalised(token) else { return false }
    if scan.isConnector(token - 1, .field) { return true }
    let profile = reading.lexicon.profile
    guard !profile.nameCapitals, !profile.verbLast, !scan.isCapitalised(token - 1),
      scan.title(at: token - 1) == nil
    else { return false }
    return scan.organisationForm(at: token - 1) != nil
      || reading.matches(at: token - 2).contains {
        reading.kind($0) == .title && $0.tokens.upperBound == token
      }
  }

  /// "für erneuerbare Netze und Reintegration": whether a word that only goes in front of fields leads up to a token.
  private func isBehindFieldWord(_ token: Int) -> Bool {
    var before = token - 1
    while before >= 0, token - before < 8 {
      if scan.isConnector(before, .field) { return true }
      guard scan.isConnector(before, .conjunction) || reading.isSign(before, ",") || scan.isWord(before),
        !scan.isPreposition(before), scan.title(at: before) == nil
      else { return false }
      before -= 1
    }
    return false
  }

  /// «министр инновационной политики»: whether an adjective in front makes a noun of what may be a title too.
  private func isAttributed(_ match: LexicalMatch) -> Bool {
    let profile = reading.lexicon.profile
    let token = match.tokens.lowerBound
    return !profile.nameCapitals && !profile.nounCapitals && !profile.verbLast && match.tokens.count == 1
      && match.inflection != nil && !scan.isCapitalised(token) && scan.isWord(token - 1)
      && !scan.isCapitalised(token - 1) && scan.mayBeAdjective(token - 1) && scan.mayBeGenitive(token)
      && scan.mayBeGenitive(token - 1) && scan.title(at: token - 1) == nil
  }

  /// Whether a capitalised noun right behind a title, where nouns are capitalised, is its field and no name.
  func isBareField(_ token: Int, _ phrase: TitlePhrase, limit: Int) -> Bool {
    guard reading.lexicon.profile.nounCapitals, phrase.kind == .office, phrase.organisation == nil,
      scan.isCapitalised(token), !startingAt.has(token), scan.title(at: token) == nil,
      !scan.givenName(at: token), !scan.familyName(at: token), !scan.isAllCapitals(token), token + 1 < limit
    else { return false }
    if reading.isSign(token + 1, ",") {
      // A comma in front, too: what stands between them is an apposition.
      return reading.isSign(phrase.extent.lowerBound - 1, ",") && !scan.endsLikeName(token)
    }
    return scan.isConnector(token + 1, .organisation) && !scan.isPreposition(token + 1)
      && startingAt[token + 2]?.kind == .organisation
  }

  /// "CSC-Transcom": whether capitals stand on both sides of a hyphen in a word that no dictionary has.
  private func isHyphenedName(_ token: Int) -> Bool {
    guard !reading.lexicon.profile.nounCapitals, reading.forms(token).isEmpty,
      reading.folded(token).contains(UInt8(ascii: "-"))
    else { return false }
    return reading.string(token).split(separator: "-").allSatisfy { $0.first?.isUppercase ?? false }
  }

  /// "energy finance": whether a small word stands in front of another one in a field.
  func isAttributed(_ token: Int, from start: Int) -> Bool {
    token > start || scan.isConnector(token - 1, .field)
      || scan.isWord(token - 1) && !scan.isCapitalised(token - 1) && !scan.isPreposition(token - 1)
        && !scan.isStopword(token - 1) && !scan.isConnector(token - 1, .conjunction)
  }

  /// "the language service": whether an article begins the noun of a unit that has a word in front saying which it is.
  func isUnit(_ article: Int, limit: Int) -> Bool {
    guard reading.lexicon.profile.nameCapitals, reading.has(at: article, .definite),
      !startingAt.has(article), !startingAt.has(article + 1)
    else { return false }
    return closesField(from: article + 1, isUnit: true)
  }

  /// Whether capitalised words behind a small one lead up to a token.
  private func isInField(_ token: Int) -> Bool {
    var before = token - 1
    while before > 0, token - before < 5, scan.isCapitalised(before) { before -= 1 }
    return before < token - 1
      && (scan.isConnector(before, .organisation) || scan.isConnector(before, .conjunction))
  }

  func fieldContinues(after comma: Int, limit: Int) -> Bool {
    var token = comma + 1
    while token < min(limit, comma + 9) {
      if scan.isConnector(token, .conjunction) { return token > comma + 1 }
      // "Bildung, Soziales, Jugend, Kultur und Sport": items of one word, as names of persons are not.
      if reading.isSign(token, ","), reading.isSign(token - 2, ","),
        !scan.isConnector(token + 1, .conjunction)
      {
        token += 1
        continue
      }
      guard scan.isWord(token), !scan.isCapitalised(token) || reading.lexicon.profile.nameCapitals,
        scan.title(at: token) == nil, !scan.isStopword(token), !scan.isReportingVerb(token),
        !scan.givenName(at: token)
      else { return false }
      token += 1
    }
    return false
  }
}
