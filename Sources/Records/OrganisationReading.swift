import DatelineLexicon
import DatelineText

/// An organisation's name, taken apart into what its words mean and what is a name of its own.
struct OrganisationReading: Sendable {
  /// What words mean in any language, sorted: "ministry", "foreign-affairs", "kz".
  var concepts: [String] = []
  /// Words that mean nothing the dictionaries know.
  var rest: [String] = []
  /// Whether something says that it is an organisation and no person.
  private(set) var isOrganisation = false
  /// Whether a word of it is a given name.
  private(set) var hasGivenName = false
  /// Letters of the longest word that means something.
  private var longest = 0

  /// Whether it is one, as far as the words say: Park Geun-hye is none, Nazarbayev University is.
  var isLikely: Bool {
    isOrganisation || concepts.count > 1 || (concepts.count == 1 && longest > 4 && !hasGivenName)
  }

  /// The name of an organisation as it reads in one language.
  init(_ name: String, _ lexicon: Lexicon) {
    // Quotation marks are for names of things.
    isOrganisation = name.unicodeScalars.contains { "«»“”„\"".unicodeScalars.contains($0) }
    let words = Self.words(of: name)
    let finder = PhraseFinder(lexicon: lexicon, words: words)
    var place = 0
    while place < words.count {
      if let found = finder.best(at: place) {
        concepts += found.concepts
        isOrganisation = isOrganisation || found.isOrganisation
        if !found.concepts.isEmpty {
          longest = max(longest, words[place..<(place + found.count)].map(\.count).max() ?? 0)
        }
        place += found.count
      } else {
        rest.append(words[place])
        place += 1
      }
    }
    concepts = Set(concepts).sorted()
    hasGivenName = words.indices.contains { finder.isGivenName($0) }
  }

  /// Words that are looked at; nobody's name has more.
  private static let mostWords = 24

  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(NameLetters.mostLetters) {
      let isInside = scalar == "-" || scalar == "’" || scalar == "'" || scalar == "."
      if SmallLetters.of(scalar) != nil || (isInside && !word.isEmpty) {
        if word.count < SoundTable.longestWord { word.append(scalar) }
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
      if words.count >= mostWords { return words }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}

/// Finds phrases of the dictionary in a row of words.
private struct PhraseFinder {
  struct Found {
    var count: Int
    var concepts: [String]
    var isOrganisation: Bool
    var rank: Int
  }

  let lexicon: Lexicon
  /// The dictionary words that each word may be a form of.
  private var candidates: [[Int32]]
  /// The dictionary word that each word is as it stands, or -1.
  private let asWritten: [Int32]
  private let isCapital: [Bool]

  init(lexicon: Lexicon, words: [String]) {
    self.lexicon = lexicon
    isCapital = words.map { $0.unicodeScalars.first?.properties.isUppercase ?? false }
    let folded = words.map { word in
      var text = word
      if text.hasSuffix("."), lexicon.words.find(lexicon.fold(text)) < 0 { text.removeLast() }
      return lexicon.fold.folded(text)
    }
    asWritten = folded.map { lexicon.words.find($0) }
    candidates = folded.map { bytes in
      var found: [Int32] = []
      func add(_ number: Int32) {
        if number >= 0, !found.contains(number) { found.append(number) }
      }
      add(lexicon.words.find(bytes))
      add(lexicon.compound(bytes))
      lexicon.endings.strip(bytes) { form in
        if form.inflection.kind == .verb { return }
        add(lexicon.words.find(form.bytes))
      }
      if let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")), hyphen > 0 {
        add(lexicon.words.find(Array(bytes[..<hyphen])))
      }
      return found
    }
  }

  /// The longest phrase at a word, of equally long ones the one that says most.
  func best(at start: Int) -> Found? {
    var best: Found?
    var stack: [(node: Int32, place: Int)] = [(0, start)]
    var steps = 0
    while let state = stack.popLast(), state.place < candidates.count, steps < 400 {
      steps += 1
      for word in candidates[state.place] {
        guard let node = lexicon.trie.next(state.node, word) else { continue }
        for number in lexicon.trie.entries(at: node) {
          let entry = lexicon.entries[Int(number)]
          // "Abe" is no form of the legal form "AB".
          guard entry.tail.isEmpty, fits(number, at: start, to: state.place),
            !entry.knowledge.isLegalForm || word == asWritten[state.place],
            let found = meaning(entry.knowledge, count: state.place + 1 - start)
          else { continue }
          if best.map({ ($0.count, $0.rank) < (found.count, found.rank) }) ?? true { best = found }
        }
        stack.append((node, state.place + 1))
      }
    }
    return best
  }

  /// Whether a word is a given name.
  func isGivenName(_ place: Int) -> Bool {
    candidates[place].contains { word in
      guard isCapital[place], let node = lexicon.trie.next(0, word) else { return false }
      return lexicon.trie.entries(at: node).contains {
        if case .givenName = lexicon.entries[Int($0)].knowledge { true } else { false }
      }
    }
  }

  /// Whether the words from one place to another have the capitals that an entry demands.
  private func fits(_ entry: Int32, at start: Int, to end: Int) -> Bool {
    (start...end).allSatisfy { isCapital[$0] || lexicon.demand(entry, word: $0 - start) == .none }
  }

  private func meaning(_ knowledge: Knowledge, count: Int) -> Found? {
    switch knowledge {
    case .organisationWord(let concepts):
      return Found(count: count, concepts: concepts, isOrganisation: false, rank: 6)
    case .organisation(let number):
      let key = lexicon.organisations[number].key
      return Found(count: count, concepts: key.isEmpty ? [] : [key], isOrganisation: true, rank: 7)
    case .place(let number), .placeAdjective(let number):
      return Found(count: count, concepts: [lexicon.places[number].key], isOrganisation: false, rank: 4)
    case .organisationForm:
      // Its words mean something each; a form only tells what it is, unless it is a legal one.
      return knowledge.isLegalForm ? Found(count: count, concepts: [], isOrganisation: true, rank: 5) : nil
    case .connector(.organisation), .connector(.conjunction), .definite, .preposition, .placeWord:
      return Found(count: count, concepts: [], isOrganisation: false, rank: 1)
    case .stopword: return Found(count: count, concepts: [], isOrganisation: false, rank: 0)
    default: return nil
    }
  }
}

extension Knowledge {
  /// Whether it is a legal form: "AG", «ООО».
  fileprivate var isLegalForm: Bool {
    guard case .organisationForm(let role, _) = self else { return false }
    return role == .legalBefore || role == .legalAfter
  }
}
