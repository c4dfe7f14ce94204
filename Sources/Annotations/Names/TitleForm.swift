import DatelineLexicon
import DatelineText

/// Titles as the dictionaries have them: in the nominative, of a man or of a woman.
extension TitleFinder {
  /// «облыс прокурорының аға көмекшісі»: what a genitive governs keeps its possessive and loses its case only.
  func nominativeOfChain(_ tokens: Range<Int>) -> String {
    let last = tokens.upperBound - 1
    return reading.string(tokens.lowerBound..<last) + " " + scan.nominative.withoutCase(last)
  }

  static func behindHyphen(_ title: String) -> String {
    title.lastIndex(of: "-").map { String(title[title.index(after: $0)...]) } ?? title
  }

  /// The inflection of the noun that a title is built around: «министра» of «министра иностранных дел».
  func headInflection(_ match: LexicalMatch) -> Inflection? {
    let profile = reading.lexicon.profile
    if profile.nameCapitals, !profile.nounCapitals, match.inflection == nil, match.tokens.count > 1 {
      return pluralHead(match)
    }
    guard match.tokens.count > 1, !profile.nameCapitals, !profile.nounCapitals, !profile.verbLast else {
      return match.inflection
    }
    for token in match.tokens {
      for head in reading.matches(at: token) where head.tokens.count == 1 {
        switch reading.knowledge(head) {
        // «заместитель министра»: the deputy carries the case.
        case .title, .titleModifier("deputy"): return head.inflection
        default: continue
        }
      }
    }
    return match.inflection
  }

  /// The inflection of the noun in "Secretaries General", "members of parliament".
  private func pluralHead(_ match: LexicalMatch) -> Inflection? {
    let form = reading.lexicon.fold(reading.entry(match).form)
    for (word, token) in zip(form.split(separator: " "), match.tokens.dropLast()) {
      let number = reading.lexicon.words.find(String(word))
      for candidate in reading.words[token].candidates where candidate.word == number {
        if let inflection = candidate.inflection, inflection.number == .plural { return inflection }
      }
    }
    return nil
  }

  /// The title of a man and of a woman where a row without gender has forms of both: the first form is a woman's.
  func bothGenders(_ match: LexicalMatch) -> (masculine: String, feminine: String)? {
    guard reading.lexicon.profile.nounCapitals, case .title(_, .unknown) = reading.knowledge(match) else {
      return nil
    }
    let lexicon = reading.lexicon
    let first = lexicon.titleRow(match.entry)
    guard lexicon.entries.indices.contains(first + 1),
      lexicon.entries[first + 1].lemma == lexicon.entries[match.entry].lemma
    else { return nil }
    return (
      dictionaryForm(match, as: lexicon.entries[first].form),
      dictionaryForm(match, as: lexicon.entries[first + 1].form)
    )
  }

  /// A dictionary form with -ss- for -ß- where the text writes it so: "Aussenministerin".
  private func spelt(_ form: String, as own: String) -> String {
    guard reading.lexicon.profile.nounCapitals, form.utf8.contains(0xC3), form.unicodeScalars.contains("ß"),
      !own.unicodeScalars.contains("ß")
    else { return form }
    return form.replacing("ß", with: "ss")
  }

  /// The dictionary form of a title, with the capitals that its words have in the text.
  func dictionaryForm(_ match: LexicalMatch, as wanted: String? = nil) -> String {
    // Forms of a row are inflected ones; where nouns are capitalised they are feminines as well, and stay.
    let entry = reading.entry(match)
    let form = wanted ?? (reading.lexicon.profile.nounCapitals ? entry.form : entry.lemma)
    if form.utf8.contains(UInt8(ascii: "*")), match.tokens.count == 1 {
      let own = scan.nominative.compound(match.tokens.lowerBound, form: entry.form)
      return wanted == nil ? own : String(own.dropLast(entry.form.count - 1)) + form.dropFirst()
    }
    let space = UInt8(ascii: " ")
    if match.tokens.count == 1, !form.utf8.contains(space) {
      return inCapitals(form, match.tokens.lowerBound)
    }
    let words = form.utf8.split(separator: space)
    guard words.count == match.tokens.count else {
      return scan.nominative.inCapitals(of: reading.string(match.tokens.lowerBound).prefix(1) + "x", form)
    }
    var text = ""
    for (word, token) in zip(words, match.tokens) {
      if !text.isEmpty { text += " " }
      text += inCapitals(String(Substring(word)), token)
    }
    return text
  }

  /// A word of a dictionary's title with the capitals of the word in the text.
  private func inCapitals(_ form: String, _ token: Int) -> String {
    let own = reading.string(token)
    let isLetter = own.unicodeScalars.count == 1
    return scan.nominative.inCapitals(of: isLetter ? own + "x" : own, spelt(form, as: own))
  }
}
