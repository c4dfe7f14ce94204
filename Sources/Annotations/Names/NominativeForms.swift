import DatelineLexicon
import DatelineText

/// A form that a word of a name may have in the nominative.
struct NameForm {
  /// In the capitals of the text.
  var text: String
  var folded: [UInt8]
  /// Empty for the nominative itself.
  var cases: GrammaticalCases
  /// Whether it may stand for any case but the nominative: an irregular form of the dictionary.
  var isAnyCase = false
  var gender: Gender
  /// How likely it is as a nominative: a logarithm.
  var score: Double
  /// Whether the dictionaries vouch for it.
  var isKnown: Bool
  /// Of a word as it stands: the cases in which it would have an ending, were it a man's name.
  var shownCases: GrammaticalCases = []
}

/// Brings names back to the nominative.
///
/// Every word is tried in every case and gender; what they agree on best wins. A form counts for more if the
/// dictionaries know it as a name, or if it ends as names do.
struct NominativeForms {
  let reading: LexicalReading
  /// Folded words of the whole document: a form that stands there by itself is more likely the nominative.
  let vocabulary: Vocabulary

  /// Where a word stands in a name.
  enum Position { case first, last, other }

  /// The folded forms that a token may stand for, itself first; for comparison with names that are known.
  func foldedForms(of token: Int) -> [[UInt8]] {
    let bytes = reading.folded(token)
    if bytes.contains(UInt8(ascii: "-")) {
      return [bytes] + combinations(parts(of: token, at: .other)).map(\.folded)
    }
    var forms = [bytes]
    if let lemma = irregular(bytes) { forms.append(reading.lexicon.fold.folded(lemma)) }
    reading.lexicon.endings.strip(bytes, kinds: Self.kinds, minimum: 3) { forms.append($0.bytes) }
    return forms
  }

  private static let kinds: InflectionClasses = [.given, .family, .patronymic]

  /// Stands for the case of a plural that shows none.
  private static let lonePlural = GrammaticalCases(rawValue: 1 << 7)

  // What counts how much; found with the rows with even numbers of Corpus/names/nominative.
  private static let givenScore = 3.5
  private static let familyScore = 3.0
  private static let listedScore = 1.5
  private static let endingScore = 2.0
  private static let patronymicScore = 3.0
  /// «Дыховичной» comes from a family name, not from a patronymic.
  private static let lastPatronymicScore = 2.5
  private static let unknownScore = 2.0
  private static let likelihoodWeight = 0.25
  /// For each letter of an ending after the first: long endings are hardly chance.
  private static let letterScore = 1.2
  /// For the ending of an unknown word: most words that could have one have one.
  private static let inflectedScore = 0.4
  /// A word that stays as it is where it could show the case of the others.
  static let stiffness = 2.0
  static let wrongGender = 4.0
  private static let vocabularyScore = 2.0
  static let hintScore = 2.0
  /// For the nominative of a name that looks like a subject.
  static let subjectScore = 0.8
  static func score(of grammaticalCase: GrammaticalCases) -> Double {
    switch grammaticalCase {
    case .nominative: 0
    case .genitive: -0.36
    case .dative: -0.6
    case .accusative: -0.64
    case .instrumental, .ablative: -0.52
    default: -1
    }
  }

  /// The words between the hyphens of a token, each in the forms it may stand for, itself first.
  func parts(of token: Int, at position: Position) -> [[NameForm]] {
    let text = reading.string(token)
    let bytes = reading.folded(token)
    let hyphen = UInt8(ascii: "-")
    guard bytes.contains(hyphen) else { return [forms(text[...], bytes, at: position)] }
    let texts = text.utf8.split(separator: hyphen, omittingEmptySubsequences: false)
    let words = bytes.split(separator: hyphen, omittingEmptySubsequences: false)
    guard words.count > 1, texts.count == words.count else { return [forms(text[...], bytes, at: position)] }
    return zip(texts, words).map { text, word in
      let text = Substring(text)
      let all = forms(text, Array(word), at: position)
      // «Бюльбюль-оглы», «ас-Сиси»: small words stay where every word has a case; "Suk-yeols" has one at the end.
      let isSmall = text.first?.isLowercase ?? true
      return isSmall && reading.lexicon.profile.everyNameWordInflects ? Array(all.prefix(1)) : all
    }
  }

  /// The forms a word of a name may stand for, itself first.
  private func forms(_ text: Substring, _ bytes: [UInt8], at position: Position) -> [NameForm] {
    let lexicon = reading.lexicon
    var own = weigh(bytes, at: position)
    own.text = String(text)
    // «Ким Чен Ына»: short names of the East stand unchanged in front of the last one.
    if own.isKnown, own.gender != .female, lexicon.profile.everyNameWordInflects, letters(bytes[...]) > 3 {
      own.shownCases = lexicon.endings.cases(ofMan: bytes)
    }
    var forms = [own]
    if let lemma = irregular(bytes) {
      var form = weigh(lexicon.fold.folded(lemma), at: position)
      form.text = inCapitals(of: String(text), lemma)
      form.isAnyCase = true
      forms.append(form)
    }
    lexicon.endings.strip(bytes, kinds: Self.kinds, minimum: 1) { stripped in
      let inflection = stripped.inflection
      let cases = inflection.cases.subtracting(.nominative)
      guard !cases.isEmpty || inflection.number == .plural else { return }
      let removed = letters(bytes.suffix(stripped.removed))
      guard letters(stripped.bytes[...]) > 1 || removed > 2 else { return }
      var form = weigh(stripped.bytes, at: position)
      // «Ги», «Ле»: one letter is too little to change an ending behind it, unless a name is known: «Ии», «Ия».
      guard form.isKnown || stripped.added == 0 || letters(bytes.dropLast(stripped.removed)) > 1 else {
        return
      }
      // "Peters" alone is a family's name, not a Peter's, unless the text names one.
      if lexicon.profile.nounCapitals, position == .other, isFamilyName(bytes), !isFamilyName(stripped.bytes),
        !vocabulary.contains(stripped.bytes)
      {
        return
      }
      switch inflection.kind {
      case .given where !form.isKnown && position == .last: return
      // «Катарина» is no «Катарин», although family names end so.
      case .family where position == .first && form.score < Self.familyScore: return
      case .patronymic where form.score < Self.endingScore: return
      default: break
      }
      form.cases = cases.isEmpty ? Self.lonePlural : cases
      // «Ахметова» is a name as it stands.
      if !own.isKnown { form.score += Self.inflectedScore + Self.letterScore * Double(removed - 1) }
      let gender = inflection.gender.ofPerson
      if gender != .unknown, form.gender != gender {
        // A family name may be a given name of the other gender as well, but not where a given name stands.
        guard form.gender.mayBe(gender) || inflection.kind == .family && (position != .first || !form.isKnown)
        else {
          return
        }
        form.gender = gender
      }
      if vocabulary.contains(stripped.bytes) { form.score += Self.vocabularyScore }
      form.text = rebuild(text, stripped)
      forms.append(form)
    }
    return forms
  }

  /// Whether the dictionaries have a word as a family name.
  private func isFamilyName(_ bytes: [UInt8]) -> Bool {
    reading.lexicon.knowledge(of: bytes) { if case .familyName = $0 { true } else { nil } } ?? false
  }

  private func letters(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
  }

  /// The name that a word is a listed form of: «Льва» of «Лев».
  private func irregular(_ bytes: [UInt8]) -> String? {
    let lexicon = reading.lexicon
    let word = lexicon.words.find(bytes)
    guard word >= 0, let node = lexicon.trie.next(0, word) else { return nil }
    for number in lexicon.trie.entries(at: node) {
      let entry = lexicon.entries[Int(number)]
      switch entry.knowledge {
      case .givenName, .familyName: if entry.lemma != entry.form { return entry.lemma }
      default: continue
      }
    }
    return nil
  }

  /// What the dictionaries say about a form as a nominative.
  private func weigh(_ bytes: [UInt8], at position: Position) -> NameForm {
    let lexicon = reading.lexicon
    var form = NameForm(text: "", folded: bytes, cases: [], gender: .unknown, score: 0, isKnown: false)
    var known = 0.0
    let word = lexicon.words.find(bytes)
    if word >= 0, let node = lexicon.trie.next(0, word) {
      for number in lexicon.trie.entries(at: node) {
        let entry = lexicon.entries[Int(number)]
        switch entry.knowledge {
        case .givenName(let gender) where entry.lemma == entry.form:
          // «Эмине Эрдоган»: a family name that is a man's given name as well.
          if position != .last { form.gender = gender }
          known = max(known, position == .last ? Self.givenScore - 1 : Self.givenScore)
        case .familyName where entry.lemma == entry.form:
          known = max(known, Self.familyScore)
        default: break
        }
      }
    }
    if form.gender == .unknown, let ending = lexicon.nameEndings.kind(of: bytes) {
      form.gender = ending.gender
      let ofPatronymic = position == .last ? Self.lastPatronymicScore : Self.patronymicScore
      known = max(known, ending.kind == .patronymic ? ofPatronymic : Self.endingScore)
    }
    form.isKnown = known > 0
    form.score =
      form.isKnown
      ? known
      : Self.unknownScore + Self.likelihoodWeight * lexicon.nameSuffixes.likelihood(of: bytes)
        + listed(bytes, at: position)
    return form
  }

  /// How far the long lists vouch for a word.
  ///
  /// They hold rare names whose like is a common name's genitive: how a word ends still counts beside them.
  private func listed(_ bytes: [UInt8], at position: Position) -> Double {
    guard let gazetteer = reading.lexicon.gazetteer else { return 0 }
    var key = Gazetteer.Key()
    key.add(bytes)
    let kinds = gazetteer.kinds(of: key)
    let isName = kinds.contains(.given) && position != .last || kinds.contains(.family) && position != .first
    return isName ? Self.listedScore : 0
  }

  /// The forms of a hyphenated word as a whole, its parts in one case each time.
  private func combinations(_ parts: [[NameForm]]) -> [NameForm] {
    var cases: GrammaticalCases = []
    for forms in parts { for form in forms { cases.formUnion(form.cases) } }
    var choices = FormChoices()
    for forms in parts { choices.add(forms, isFixed: false) }
    return cases.each.compactMap { grammaticalCase in
      var whole: NameForm?
      for (part, forms) in parts.enumerated() {
        guard let place = choices.best(of: part, in: grammaticalCase, .unknown)?.place else { return nil }
        let best = forms[place]
        if var held = whole {
          held.text += "-" + best.text
          held.folded += [UInt8(ascii: "-")] + best.folded
          whole = held
        } else {
          whole = best
        }
      }
      return whole
    }
  }

  /// A token with its ending exchanged, in the same capitals.
  func rebuild(_ text: some StringProtocol, _ stripped: Stripped) -> String {
    let bytes = Array(text.utf8)
    guard stripped.removed <= bytes.count else { return String(decoding: stripped.bytes, as: UTF8.self) }
    // What the ending has in common with what takes its place stays as written: «Ковалёвой» → «Ковалёва».
    let folded = reading.lexicon.fold.folded(String(text))
    let added = stripped.bytes.suffix(stripped.added)
    var common = 0
    if folded.count == bytes.count {
      common = zip(folded.suffix(stripped.removed), added).prefix { $0 == $1 }.count
      // No letter is cut in two.
      while common > 0, common < added.count, added[added.startIndex + common] & 0xC0 == 0x80 { common -= 1 }
    }
    let stem = String(decoding: bytes.dropLast(stripped.removed - common), as: UTF8.self)
    let ending = String(decoding: added.dropFirst(common), as: UTF8.self)
    let capitals = bytes.count > 1 && LetterCase(of: String(text)).isAllCapitals
    return stem + (capitals ? ICU.upper(ending, locale: reading.lexicon.code) : ending)
  }

  /// A compound such as "Rahmenabkommens" without its ending: the form that ends as the dictionary's `*abkommen`.
  func compound(_ token: Int, form: String) -> String {
    let tail = Array(reading.lexicon.fold(form.split(separator: "*").last.map(String.init) ?? "").utf8)
    var text = reading.string(token)
    if reading.folded(token).suffix(tail.count).elementsEqual(tail) { return text }
    var found = false
    reading.lexicon.endings.strip(reading.folded(token), kinds: [.noun, .adjective]) { stripped in
      guard !found, stripped.bytes.suffix(tail.count).elementsEqual(tail) else { return }
      text = rebuild(reading.string(token), stripped)
      found = true
    }
    return text
  }
}
