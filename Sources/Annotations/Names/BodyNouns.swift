import DatelineLexicon
import DatelineText

/// The common nouns by which a text names its organisations again: "the federation's chairman", «директор музея».
struct BodyNouns {
  private let scan: NameScan
  /// The organisations of the text in its order, and the stems of the nouns in their names.
  private var organisations: [(name: NameAnnotation, stems: Stems)] = []

  /// What the endings leave of some words: a handful, so that looking through them is the fastest.
  private struct Stems {
    private(set) var all: [[UInt8]] = []
    private var hashes: [UInt64] = []

    mutating func insert(_ stem: [UInt8]) {
      let hash = stem.withUnsafeBufferPointer(WordHash.of)
      guard !hashes.contains(hash) else { return }
      hashes.append(hash)
      all.append(stem)
    }

    mutating func formUnion(_ other: Stems) { for stem in other.all { insert(stem) } }

    func isDisjoint(with other: Stems) -> Bool { !hashes.contains { other.hashes.contains($0) } }
  }

  /// How many organisations before a noun may be meant by it: a long list must not cost its square.
  private static let reach = 30
  /// Kinds whose noun says all there is to say of them, so that "the company" may be any company.
  private static let plainKinds: Set<String> = [
    "company", "university", "bank", "ministry", "embassy", "media",
  ]

  init(scan: NameScan, names: [NameAnnotation]) {
    self.scan = scan
    let isLast = scan.reading.lexicon.profile.verbLast
    for name in names where name.kind == .organisation {
      var stems = Stems()
      for token in name.tokens where !isLast || token + 1 == name.tokens.upperBound {
        guard isLast || scan.organisationForm(at: token) != nil else { continue }
        stems.formUnion(self.stems(of: token))
      }
      if let noun = noun(beside: name) { stems.formUnion(self.stems(of: noun)) }
      organisations.append((name, stems))
    }
  }

  /// «клуб «Барыс»», "die Galerie Kern", «Metso компаниясы»: the common noun that says what a name is beside it.
  private func noun(beside name: NameAnnotation) -> Int? {
    let profile = scan.reading.lexicon.profile
    var noun = profile.verbLast ? name.tokens.upperBound : name.tokens.lowerBound - 1
    if profile.verbLast ? scan.isClosingQuote(noun) : scan.isOpeningQuote(noun) {
      noun += profile.verbLast ? 1 : -1
    }
    guard scan.isWord(noun), profile.nounCapitals == scan.isCapitalised(noun), !scan.isPreposition(noun),
      !scan.isStopword(noun), scan.title(at: noun) == nil, scan.reading.words[noun].tense == nil
    else { return nil }
    return noun
  }

  /// The organisation named last before a common noun that the noun can mean.
  ///
  /// - Parameter byName: whether the noun must be in the name; "the company" is in few.
  func organisation(meantBy noun: Int, byName: Bool = false) -> NameAnnotation? {
    guard !organisations.isEmpty, scan.isWord(noun) else { return nil }
    var high = organisations.count
    var low = 0
    while low < high {
      let middle = (low + high) / 2
      if organisations[middle].name.tokens.lowerBound < noun { low = middle + 1 } else { high = middle }
    }
    let before = organisations[max(0, low - Self.reach)..<low]
    guard !before.isEmpty else { return nil }
    let own = stems(of: noun)
    let isCompounding = scan.reading.lexicon.profile.nounCapitals
    let fitting = before.filter { candidate in
      if !candidate.stems.isDisjoint(with: own) { return true }
      // "des Ausschusses" means the "Innenausschuss".
      return isCompounding
        && own.all.contains { stem in
          stem.count > 5 && candidate.stems.all.contains { $0.suffix(stem.count).elementsEqual(stem) }
        }
    }
    if let chosen = choice(of: fitting.map(\.name), noun) { return chosen }
    guard !byName, let kind = kind(of: noun), Self.plainKinds.contains(kind) else { return nil }
    let ofKind = before.map(\.name).filter { $0.category == kind }
    // What only the model knows may be of any kind.
    return choice(of: ofKind.isEmpty ? before.map(\.name).filter { $0.category == "other" } : ofKind, noun)
  }

  /// Of several that a noun can mean the one that its sentence and the sentence before name, or else the first,
  /// which the text is about.
  private func choice(of fitting: [NameAnnotation], _ noun: Int) -> NameAnnotation? {
    let sentence = scan.reading.sentenceOf[noun]
    let near = fitting.filter { scan.reading.sentenceOf[$0.tokens.lowerBound] >= sentence - 1 }
    guard let last = near.last else { return fitting.first }
    return near.allSatisfy { $0.name == last.name } ? last : fitting.first
  }

  /// What kind of organisation a common noun names.
  private func kind(of noun: Int) -> String? {
    if let form = scan.organisationForm(at: noun), form.match.tokens.count == 1 { return form.value.1 }
    return scan.reading.longest(at: noun, .commonNoun) {
      if case .commonNoun(let kind) = $0 { kind } else { nil }
    }?.value
  }

  /// A word without the endings that a noun may have, itself among them.
  private func stems(of token: Int) -> Stems {
    let bytes = scan.reading.folded(token)
    var stems = Stems()
    stems.insert(bytes)
    scan.reading.lexicon.endings.strip(bytes, kinds: .noun, minimum: 3) { stripped in
      // One letter less is too little: half of all words would share it.
      if stripped.bytes.count > 5 { stems.insert(stripped.bytes) }
    }
    return stems
  }
}
