import DatelineLexicon
import DatelineText

/// What a title is for, or which unit it heads, where nouns stand last: «ғылым жөніндегі проректор»,
/// «зілзалалар бөлімінің меңгерушісі», «байланыс офицері».
extension TitleFinder {
  /// Kinds of organisations whose nouns name parts of bodies as well: a department, a committee, a council.
  private static let kindsOfUnits: Set<String> = ["agency", "government", "ministry", "international"]
  /// Words of a field, at most.
  private static let longestField = 7

  /// Where the field of an office begins that ends at a token with a word such as «жөніндегі»; `start` if none does.
  func fieldInFront(of start: Int, floor: Int) -> Int {
    guard reading.lexicon.profile.verbLast, start - 2 >= floor, !scan.isCapitalised(start - 1),
      scan.isConnector(start - 1, .field)
    else { return start }
    let first = attributes(before: start - 1, floor: floor, longest: Self.longestField, capital: .known)
    return first < start - 1 ? first : start
  }

  /// Where the words begin that say which unit a title heads; nil if none stand there or the unit is a body that
  /// the text names.
  func unitInFront(of match: LexicalMatch, _ kind: TitleKind, floor: Int) -> Int? {
    guard reading.lexicon.profile.verbLast, kind == .office || kind == .military || kind == .diplomatic,
      match.inflection?.number != .plural
    else { return nil }
    let start = match.tokens.lowerBound
    // «бөлімінің меңгерушісі»: the unit is a part of the listed title, and the text adds which it is.
    if match.tokens.count > 1 {
      // Not «әкімінің орынбасары»: the form stands in the row as well.
      let entry = reading.entry(match)
      let isListed = [entry.lemma, entry.form].contains { form in
        let listed = form.prefix { $0 != " " }
        return reading.folded(start) == Array(reading.lexicon.fold(String(listed)).utf8)
      }
      guard !isListed else { return nil }
      let first = attributes(before: start, floor: floor, longest: 3, capital: .any)
      return first < start ? first : nil
    }
    let noun = start - 1
    guard noun >= floor, scan.isWord(noun), !scan.blocked[noun], !endingAt.has(start),
      !scan.isCapitalised(noun) || scan.tokens[noun].shape.contains(.startsSentence),
      scan.title(at: noun) == nil, scan.titleModifier(at: noun) == nil, !scan.isStopword(noun),
      !scan.isPreposition(noun), reading.words[noun].tense == nil,
      bodyNouns.organisation(meantBy: noun) == nil
    else { return nil }
    // «лицензиялау басқармасының басшысы»
    if scan.showsCase(noun, .genitive) {
      guard scan.organisationForm(at: noun) != nil, !scan.isCapitalised(noun) else { return nil }
      let first = attributes(before: noun, floor: floor, longest: 3, capital: .any)
      return endingAt.has(first) ? nil : first
    }
    // «клуб президенті»: of which club, the text says elsewhere.
    if let kind = reading.lexicon.bareBodies[reading.folded(noun)], !Self.kindsOfUnits.contains(kind) {
      return nil
    }
    // «байланыс офицері», «Шахта директоры»: a noun without an ending, and the title possessed by it.
    guard isPossessed(match), isBareNoun(noun), noun == floor || !endingAt.has(noun) else { return nil }
    return noun
  }

  /// Whether a title of one word stands with the possessive ending that a noun in front demands.
  private func isPossessed(_ match: LexicalMatch) -> Bool {
    guard match.inflection != nil else { return false }
    let last = match.tokens.upperBound - 1
    return reading.lexicon.fold(scan.nominative.withoutCase(last))
      != reading.lexicon.fold(reading.entry(match).lemma)
  }

  private func isBareNoun(_ token: Int) -> Bool {
    guard !reading.forms(token).isEmpty, !showsForeignCase(token), !scan.isConnector(token, .organisation),
      !scan.isConnector(token, .person), scan.placeAdjective(at: token) == nil, !scan.givenName(at: token),
      !scan.familyName(at: token), !scan.isReportingVerb(token),
      !reading.has(at: token, [.number, .calendar]),
      scan.appointment(at: token) == nil
    else { return false }
    // A possessive of its own («облысы») is another noun's.
    return reading.lexicon.words.find(reading.folded(token)) >= 0
  }

  /// Which capitalised word may begin a title.
  private enum Capital { case known, any }

  /// Where the attributes begin that end at a token.
  private func attributes(before end: Int, floor: Int, longest: Int, capital: Capital) -> Int {
    var first = end
    while first > floor, end - first < longest {
      let token = first - 1
      // «Орталық Азия жөніндегі өкіл»
      if let place = endingAt[first], place.kind == .place, !showsForeignCase(token),
        place.tokens.lowerBound >= floor
      {
        first = place.tokens.lowerBound
        continue
      }
      guard scan.isWord(token), !scan.blocked[token], !endingAt.has(first),
        // Not the ending behind the hyphen or quotation mark of a name.
        token == floor || reading.text.tokens[token].shape.contains(.spaceBefore),
        reading.words[token].tense == nil, !scan.isReportingVerb(token), scan.title(at: token) == nil,
        !reading.has(at: token, .party), scan.titleModifier(at: token).map({ $0.value == "rank" }) ?? true
      else { break }
      if scan.isConnector(token, .conjunction) {
        guard first < end, !scan.isCapitalised(first), !startingAt.has(token + 1) else { break }
        first -= 1
        continue
      }
      guard !scan.isStopword(token), !scan.isPreposition(token), !showsForeignCase(token) else { break }
      if scan.isCapitalised(token) {
        // The first word of a title may be written large.
        guard !scan.givenName(at: token), !scan.familyName(at: token), !scan.isAllCapitals(token),
          capital == .any || !scan.endsLikeName(token) && !reading.forms(token).isEmpty
        else { break }
        first -= 1
        break
      }
      first -= 1
    }
    while first < end, scan.isConnector(first, .conjunction) { first += 1 }
    return first
  }

  /// Whether a word stands in a case in which it belongs to a verb or to another noun.
  private func showsForeignCase(_ token: Int) -> Bool {
    scan.showsCase(token, [.genitive, .dative, .accusative, .locative, .ablative, .instrumental])
      || scan.saysWhere(token)
  }

  /// Of listed titles that one stretch may be a form of, the one that most of its words stand for as they are:
  /// «төраға орынбасары» and «төрағаның орынбасары» are both listed.
  func closest(to match: LexicalMatch) -> LexicalMatch {
    guard !reading.lexicon.profile.nounCapitals, match.tokens.count > 1 else { return match }
    func likeness(_ other: LexicalMatch) -> (exact: Int, length: Int) {
      let words = reading.lexicon.fold(reading.entry(other).form).utf8.split(separator: UInt8(ascii: " "))
      let exact = zip(words, other.tokens).reduce(0) {
        $0 + (reading.folded($1.1).elementsEqual($1.0) ? 1 : 0)
      }
      return (exact, reading.entry(other).form.utf8.count)
    }
    let others = reading.matches(at: match.tokens.lowerBound).filter {
      $0.tokens == match.tokens && reading.kind($0) == .title
    }
    return others.max { likeness($0) < likeness($1) } ?? match
  }
}
