import DatelineLexicon
import DatelineText

/// A form that a token of a name may have in the nominative.
struct NameForm {
  /// In the capitals of the text.
  var text: String
  var folded: [UInt8]
  /// Empty for the nominative itself.
  var cases: [String]
  var gender: Gender
  /// How well the dictionaries vouch for it.
  var weight: Double
  /// Whether a given name of the dictionaries.
  var isGiven: Bool
}

/// Brings names back to the nominative.
struct NominativeForms {
  let reading: LexicalReading
  /// Folded words of the whole document: a form that stands there by itself is more likely the nominative.
  let vocabulary: Set<[UInt8]>

  /// The forms a token of a person's name may stand for, itself first.
  func forms(of token: Int) -> [NameForm] {
    let lexicon = reading.lexicon
    let bytes = reading.folded[token]
    let text = reading.string(token)
    var forms: [NameForm] = []
    var own = weigh(bytes)
    own.text = text
    forms.append(own)
    if reading.text.tokens[token].shape.contains(.initials) { return forms }
    var seen: Set<[UInt8]> = [bytes]
    lexicon.endings.strip(bytes, kinds: [.given, .family, .patronymic], minimum: 3) { stripped in
      let cases = stripped.inflection.cases.filter { $0 != "nom" }
      guard !cases.isEmpty else { return }
      var form = weigh(stripped.bytes)
      let wanted: Bool
      switch stripped.inflection.kind {
      case .given: wanted = form.isGiven || bytes.count >= 8
      case .patronymic: wanted = form.weight >= 2
      default: wanted = true
      }
      guard wanted else { return }
      form.cases = cases
      if let gender = Gender(rawValue: stripped.inflection.gender), gender != .unknown, form.gender != gender
      {
        if form.gender == .either || form.gender == .unknown {
          form.gender = gender
        } else if form.isGiven || form.weight >= 2 {
          return
        }
      }
      // An unknown name that shows the case of its neighbours is a little likelier inflected than not.
      if form.weight < 1.5 { form.weight = 0.65 }
      if !form.isGiven, seen.contains(stripped.bytes), stripped.inflection.gender.isEmpty { return }
      seen.insert(stripped.bytes)
      if vocabulary.contains(stripped.bytes) { form.weight += 1.2 }
      form.text = rebuild(text, stripped)
      forms.append(form)
    }
    return forms
  }

  /// What the dictionaries say about a form as a nominative.
  private func weigh(_ bytes: [UInt8]) -> NameForm {
    var form = NameForm(
      text: "", folded: bytes, cases: [], gender: .unknown, weight: 1, isGiven: false)
    let word = reading.lexicon.words.find(bytes)
    if word >= 0, let node = reading.lexicon.trie.next(0, word) {
      for entry in reading.lexicon.trie.entries(at: node) {
        switch reading.lexicon.entries[Int(entry)].knowledge {
        case .givenName(let gender):
          form.isGiven = true
          form.weight = max(form.weight, 3)
          form.gender = gender
        case .familyName:
          form.weight = max(form.weight, 2.2)
        default: break
        }
      }
    }
    if !form.isGiven, let ending = reading.lexicon.nameEndings.kind(of: bytes) {
      form.weight = max(form.weight, ending.kind == .patronymic ? 2.6 : 2)
      form.gender = ending.gender
    }
    return form
  }

  /// A token with its ending exchanged, in the same capitals.
  func rebuild(_ text: String, _ stripped: Stripped) -> String {
    let bytes = Array(text.utf8)
    guard stripped.removed <= bytes.count else { return String(decoding: stripped.bytes, as: UTF8.self) }
    let stem = String(decoding: bytes.dropLast(stripped.removed), as: UTF8.self)
    let ending = String(decoding: stripped.bytes.suffix(stripped.added), as: UTF8.self)
    let capitals = text.count > 1 && text.allSatisfy { !$0.isLetter || $0.isUppercase }
    return stem + (capitals ? ICU.upper(ending, locale: reading.lexicon.code) : ending)
  }

  /// A compound such as "Rahmenabkommens" without its ending: the form that ends as the dictionary's `*abkommen`.
  func compound(_ token: Int, form: String) -> String {
    let tail = Array(reading.lexicon.fold(form.split(separator: "*").last.map(String.init) ?? "").utf8)
    var text = reading.string(token)
    if reading.folded[token].suffix(tail.count).elementsEqual(tail) { return text }
    var found = false
    reading.lexicon.endings.strip(reading.folded[token], kinds: [.noun, .adjective]) { stripped in
      guard !found, stripped.bytes.suffix(tail.count).elementsEqual(tail) else { return }
      text = rebuild(reading.string(token), stripped)
      found = true
    }
    return text
  }

  /// The nominative of a person's name.
  ///
  /// Every token is tried in every case; the case on which they agree best wins. Where a language
  /// inflects only the last token, the others agree as they stand.
  ///
  /// - Parameter hint: the case of a title in front of the name, or empty.
  func person(_ tokens: Range<Int>, hint: String = "") -> (name: String, gender: Gender) {
    let all = tokens.map { reading.text.tokens[$0].kind == .word ? forms(of: $0) : [] }
    var cases: Set<String> = [""]
    for forms in all { for form in forms { cases.formUnion(form.cases) } }
    var best: (score: Double, texts: [String], gender: Gender) = (-1, [], .unknown)
    for grammaticalCase in cases.sorted() {
      for gender in [Gender.male, .female] {
        var score = 0.0
        var texts: [String] = []
        for (offset, forms) in all.enumerated() {
          guard let own = forms.first else {
            texts.append(reading.string(tokens.lowerBound + offset))
            continue
          }
          var pick = own
          var points = agrees(own, gender) ? own.weight : own.weight - 1.5
          if !grammaticalCase.isEmpty { points -= 0.4 }
          for form in forms where form.cases.contains(grammaticalCase) {
            let value = agrees(form, gender) ? form.weight : form.weight - 1.5
            if value > points { (pick, points) = (form, value) }
          }
          score += points
          texts.append(pick.text)
        }
        if grammaticalCase == hint, !hint.isEmpty { score += 1.2 }
        if grammaticalCase.isEmpty { score += 0.3 }
        if score > best.score + 1e-9 { best = (score, texts, gender) }
      }
    }
    return (join(best.texts, tokens), best.gender)
  }

  private func agrees(_ form: NameForm, _ gender: Gender) -> Bool {
    form.gender == gender || form.gender == .either || form.gender == .unknown
  }

  /// The words with the spaces that stand between the tokens.
  private func join(_ texts: [String], _ tokens: Range<Int>) -> String {
    var name = ""
    for (offset, text) in texts.enumerated() {
      if offset > 0, reading.text.tokens[tokens.lowerBound + offset].shape.contains(.spaceBefore) {
        name += " "
      }
      name += text
    }
    return name
  }
}
