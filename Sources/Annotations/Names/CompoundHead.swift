import DatelineLexicon
import DatelineText

/// A name in front of the last hyphen of a compound: "Lufthansa" of "Lufthansa-Maschine", "THW" of "THW-Präsident".
struct CompoundHead {
  /// Where it stands: the beginning of a token.
  var range: TextRange
  var name: String
  /// What names it, if dictionaries or lists do.
  var annotation: NameAnnotation?
  /// Whether a title stands behind the hyphen.
  var isOfTitle: Bool
}

/// Names inside compounds, where nouns are capitalised and joined by hyphens.
extension NameScan {
  /// The name that a compound of one token begins with; nil where the whole of it is a name, or nothing is known.
  func compoundHead(at token: Int) -> CompoundHead? {
    guard reading.lexicon.profile.nounCapitals, isCapitalised(token),
      case let own = tokens[token].range, own.count > 5,
      let hyphen = reading.text.bytes[own.lower..<own.upper].lastIndex(of: UInt8(ascii: "-")),
      hyphen - own.lower >= 2, own.upper - hyphen > 3, isCapital(at: hyphen + 1),
      !isWholeName(token)
    else { return nil }
    let folded = reading.folded(token)
    guard let cut = folded.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    let (head, tail) = (Array(folded[..<cut]), Array(folded[(cut + 1)...]))
    // "Landeshauptmann-Stellvertreter" begins with an office and no name.
    guard !endsName(tail), !reading.lexicon.isTitle(head) else { return nil }
    let range = TextRange(own.lower, hyphen)
    let name = reading.text.string(in: range)
    let isOfTitle = title(at: token) != nil
    func annotation(
      _ kind: NameKind, _ name: String, _ category: String, _ country: String, _ key: String, _ score: Double
    ) -> NameAnnotation {
      NameAnnotation(
        kind: kind, range: range, tokens: token..<(token + 1), name: name, category: category,
        country: country,
        key: key, rule: kind == .place ? "place.compound" : "organisation.compound", score: score)
    }
    let lexicon = reading.lexicon
    let known = lexicon.knowledge(of: head) { knowledge -> NameAnnotation? in
      switch knowledge {
      case .organisation(let index):
        let known = lexicon.organisations[index]
        return annotation(.organisation, name, known.kind, known.country, known.key, 0.85)
      // A city in front of a hyphen may be the city of a quarter.
      case .place(let index) where lexicon.places[index].kind == "country":
        let known = lexicon.places[index]
        return annotation(.place, known.name, known.kind, known.country, known.key, 0.8)
      default: return nil
      }
    }
    if let known { return CompoundHead(range: range, name: name, annotation: known, isOfTitle: isOfTitle) }
    let isListed = lexicon.gazetteerKinds(ofExactly: head).contains(.organisation)
    let isAbbreviation =
      hyphen - own.lower <= 6 && name.unicodeScalars.allSatisfy { Scalars.classify($0.value) == .upper }
      && (isOfTitle || nominative.vocabulary.contains(head))
    guard isListed || isAbbreviation || isOfTitle else { return nil }
    return CompoundHead(
      range: range, name: name,
      annotation: isListed || isAbbreviation ? annotation(.organisation, name, "other", "", "", 0.7) : nil,
      isOfTitle: isOfTitle)
  }

  private func isCapital(at byte: Int) -> Bool {
    reading.text.bytes.withUnsafeBufferPointer {
      Scalars.classify(Scalars.decode($0, at: byte).value) == .upper
    }
  }

  /// "Baden-Württemberg", "Al-Kaida": whether dictionaries or lists have a token as a whole.
  private func isWholeName(_ token: Int) -> Bool {
    if reading.has(at: token, [.place, .organisation, .givenName, .familyName]) { return true }
    if !reading.words[token].gazetteer.subtracting(.begins).isEmpty { return true }
    return reading.matches(at: token).contains { match in
      match.tokens.count == 1 && reading.kind(match) != .title
        && reading.entry(match).form.utf8.contains(UInt8(ascii: "-"))
    }
  }

  /// "EU-Kommission", "Müller-Schmidt": whether what stands behind the hyphen makes one name of the whole.
  private func endsName(_ tail: [UInt8]) -> Bool {
    let lexicon = reading.lexicon
    for word in [lexicon.words.find(tail), lexicon.compound(tail)] where word >= 0 {
      for entry in lexicon.trie.entries(ofWord: word) {
        switch lexicon.entries[Int(entry)].knowledge {
        case .organisationForm(_, let kind): if kind != "company" { return true }
        case .givenName, .familyName, .place, .placeWord: return true
        default: continue
        }
      }
    }
    return false
  }
}

extension NameScan {
  /// Whether a name ends inside its last token: the rest of that token is another word.
  func endsInsideToken(_ name: NameAnnotation) -> Bool { name.range.upper < reading.range(name.tokens).upper }
}

extension NameFinder {
  /// Organisations and countries in front of the hyphens of compounds.
  func compoundHeads() -> [NameAnnotation] {
    guard scan.reading.lexicon.profile.nounCapitals else { return [] }
    return scan.tokens.indices.compactMap { scan.blocked[$0] ? nil : scan.compoundHead(at: $0)?.annotation }
  }
}
