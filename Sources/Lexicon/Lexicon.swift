import DatelineText

/// Everything one language's dictionaries say, ready to be looked up.
public struct Lexicon: Sendable {
  package internal(set) var profile = LanguageProfile()
  package internal(set) var fold = FoldedForm(pairs: [])
  package internal(set) var words = WordTable(capacity: 16_384)
  package internal(set) var trie = PhraseTrie()
  package internal(set) var entries: [LexiconEntry] = []
  package internal(set) var endings = Endings()
  package internal(set) var organisations: [KnownOrganisation] = []
  package internal(set) var places: [KnownPlace] = []
  package internal(set) var nameEndings = NameEndings()
  /// How names end in the nominative.
  package internal(set) var nameSuffixes = NameSuffixes()
  /// How the words end in the nominative that stand in front of the noun of a title or an organisation.
  package internal(set) var leadSuffixes = NameSuffixes()
  package internal(set) var datePatterns: [DatePattern] = []
  package internal(set) var tenseMarks = TenseMarks()
  /// Keys of the cities that stand for the governments of their states.
  package internal(set) var capitals: Set<String> = []
  /// Abbreviations by what they do to the end of a sentence.
  package internal(set) var abbreviations: [AbbreviationEnding: [String]] = [:]
  package internal(set) var sentenceWords: [SentenceWord: [String]] = [:]
  package internal(set) var stopwordForms: [String] = []
  /// The gender of nouns that end so, folded; empty where no adjective shows it.
  package internal(set) var nounGenders: [[UInt8]: GrammaticalGenders] = [:]
  /// Bare nouns of organisations by kind, folded, where their names end with the noun possessed: «клуб» of «… клубы».
  package internal(set) var bareBodies: [[UInt8]: String] = [:]
  package internal(set) var pageFurniture: [String] = []
  package internal(set) var oldFonts: [OldFont] = []
  /// The lists of names that all languages share; nil without them.
  package internal(set) var gazetteer: Gazetteer?
  /// `*minister`: folded ending → number of the pseudo-word in `words`.
  package internal(set) var compoundEndings = WordTable()
  var compoundWords: [Int32] = []
  /// Bytes of the longest ending in `compoundEndings`.
  var longestTail = 0
  /// The alphabets beside the main one.
  package internal(set) var alphabets: [Alphabet] = []
  /// Words beyond the entries that help to read them.
  var readingWords: [ReadingKnowledge.Word] = []
  /// Endings of names of persons as they stand in the dictionary.
  var nameEndingForms: [String] = []
  /// What the capitals of an entry's words demand, two bits a word, and whether the entry has words behind a
  /// gap (`tailMark`): what a walk over phrases asks of nearly every word of a text.
  @usableFromInline var demands: [UInt32] = []
  /// The kind of each entry.
  @usableFromInline var kinds: [KnowledgeKinds] = []
  /// For each entry of a title the first one of its row.
  private var titleRows: [Int32] = []
  private static let tailMark: UInt32 = 1 << 31
  /// The first of an entry's words behind a gap, or -1.
  @usableFromInline var tailHeads: [Int32] = []
  /// Words of a phrase that a text can match, at most.
  package static let longestPhrase = 14
  /// What readers of this lexicon remember.
  package let memories = ReaderMemories<WordMemory>()

  init() {}

  /// BCP 47 code of the language.
  public var code: String { profile.code }

  /// The number of the word `*tail` for the longest listed tail of a folded word, or -1.
  package func compound(_ bytes: [UInt8]) -> Int32 {
    guard compoundEndings.count > 0, bytes.count >= 6 else { return -1 }
    // At least two letters must stand before the tail; two letters are at most eight bytes.
    var letters = 0
    let first = bytes.count - longestTail
    for start in max(0, first - 8)..<bytes.count where bytes[start] & 0xC0 != 0x80 {
      letters += 1
      if letters <= 2 || start < first { continue }
      let found = bytes[start...].withUnsafeBufferPointer { compoundEndings.find($0) }
      if found >= 0 { return compoundWords[Int(found)] }
    }
    return -1
  }

  /// What the Text room needs to know of this language.
  public var textKnowledge: TextKnowledge {
    var after: [String] = []
    var capitalDays: [String] = []
    for entry in entries {
      if case .calendar(let word) = entry.knowledge,
        [.month, .quarter, .half, .unit].contains(word.kind)
      {
        after.append(fold(entry.form))
      }
      if case .calendar(let word) = entry.knowledge, entry.form.first?.isUppercase == true,
        [.month, .weekday].contains(word.kind) || word.kind == .zone && entry.form.allSatisfy(\.isUppercase)
      {
        capitalDays.append(entry.form)
      }
    }
    var knowledge = TextKnowledge(
      code: code, letters: profile.letters, neverEnding: abbreviations[.never] ?? [],
      mayEnd: abbreviations[.may] ?? [], seldomEnding: abbreviations[.seldom] ?? [],
      endingAfterFigure: abbreviations[.afterFigure] ?? [], beforeFigure: abbreviations[.beforeFigure] ?? [],
      stopwords: stopwordForms, wordsAfterOrdinal: after, capitalDays: capitalDays,
      openers: sentenceWords[.opener] ?? [], speechVerbs: sentenceWords[.speech] ?? [],
      labelledBy: sentenceWords[.label] ?? [], nounCapitals: profile.nounCapitals)
    knowledge.reading = readingKnowledge
    return knowledge
  }

  /// Calls `body` with the place of each word of a phrase, in bytes, as the tokeniser sees them: commas and
  /// the sign of the English genitive stand by themselves.
  static func forEachWord(of phrase: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    let space = UInt8(ascii: " ")
    var start = 0
    while start < phrase.count {
      var end = start
      while end < phrase.count, phrase[end] != space { end += 1 }
      if start < end {
        let cut = end - Self.lengthStandingAlone(phrase[start..<end])
        body(start..<cut)
        if cut < end { body(cut..<end) }
      }
      start = end + 1
    }
  }

  /// Bytes of what stands by itself at the end of a word of a phrase; 0 if nothing does.
  private static func lengthStandingAlone(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    // Nearly all words end in a letter: look at the last byte before anything is compared.
    guard let last = word.last, last == 0x24 || last == 0x2C || last == 0x73 else { return 0 }
    let tail = standingAlone.first { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
    return tail?.count ?? 0
  }

  /// What stands by itself at the end of a word of a phrase.
  private static let standingAlone = ["$", ",", "'s", "’s"].map { Array($0.utf8) }

  /// The gender of a folded noun by the longest listed ending; nil if none is.
  ///
  /// Complexity: O(length of the word).
  package func nounGender(_ folded: [UInt8]) -> GrammaticalGenders? {
    for start in folded.indices where folded[start] & 0xC0 != 0x80 {
      if let gender = nounGenders[Array(folded[start...])] { return gender }
    }
    return nil
  }

  /// What kind of modifier of titles a folded word is; nil if it is none.
  ///
  /// Complexity: O(length of the word).
  package func titleModifier(_ folded: some Sequence<UInt8>) -> String? {
    knowledge(of: Array(folded)) { if case .titleModifier(let kind) = $0 { kind } else { nil } }
  }

  /// Whether a folded word alone is a title.
  package func isTitle(_ folded: [UInt8]) -> Bool {
    let word = words.find(folded)
    return word >= 0 && isTitle(word)
  }

  /// Whether a word alone is a title.
  func isTitle(_ word: Int32) -> Bool {
    trie.entries(ofWord: word).contains {
      if case .title = entries[Int($0)].knowledge { true } else { false }
    }
  }

  mutating func add(_ form: String, _ knowledge: Knowledge, lemma: String? = nil) {
    var ids: [Int32] = []
    var demand: UInt32 = 0
    var gap: Int?
    var folded: [UInt8] = []
    var spelling = form
    // The bytes of the form as they stand: most of start-up is this.
    spelling.withUTF8 { bytes in
      Self.forEachWord(of: bytes) { place in
        let word = UnsafeBufferPointer(rebasing: bytes[place])
        if word.count == Self.gapMark.count, word.elementsEqual(Self.gapMark) {
          gap = ids.count
          return
        }
        folded.removeAll(keepingCapacity: true)
        fold.fold(word, into: &folded)
        if word[0] == Self.star {
          ids.append(addTail(folded))
        } else {
          if ids.count < Self.longestPhrase {
            demand |= UInt32(CapitalDemand(of: word).rawValue) << UInt32(ids.count * 2)
          }
          ids.append(folded.withUnsafeBufferPointer { words.insert($0) })
        }
      }
    }
    let head = gap.map { Array(ids[..<$0]) } ?? ids
    let tail = gap.map { Array(ids[$0...]) } ?? []
    guard !head.isEmpty else { return }
    let entry = Int32(entries.count)
    entries.append(LexiconEntry(form: form, lemma: lemma ?? form, knowledge: knowledge, tail: tail))
    demands.append(demand | (tail.isEmpty ? 0 : Self.tailMark))
    tailHeads.append(tail.first ?? -1)
    kinds.append(knowledge.kind)
    titleRows.append(titleRow(of: entry))
    trie.insert(head, entry: entry)
  }

  /// The first entry of the row that the entry of a title stands in, itself if it is the first; -1 for no title.
  private func titleRow(of entry: Int32) -> Int32 {
    let index = Int(entry)
    guard kinds[index] == .title else { return -1 }
    if entries[index].form == entries[index].lemma { return entry }
    guard index > 0, kinds[index - 1] == .title, entries[index - 1].lemma == entries[index].lemma else {
      return entry
    }
    return titleRows[index - 1]
  }

  /// The entry of a title that its row begins with.
  package func titleRow(_ entry: Int) -> Int { Int(titleRows[entry]) }

  /// What stands for other words in a phrase, and what stands before the end of a compound.
  private static let gapMark = Array("…".utf8)
  private static let star = UInt8(ascii: "*")

  /// The number of the pseudo-word of the end of a compound, folded, its star in front.
  private mutating func addTail(_ starred: [UInt8]) -> Int32 {
    let pseudo = starred.withUnsafeBufferPointer { words.insert($0) }
    let tail = starred.dropFirst()
    longestTail = max(longestTail, tail.count)
    let index = Int(tail.withUnsafeBufferPointer { compoundEndings.insert($0) })
    while compoundWords.count <= index { compoundWords.append(-1) }
    compoundWords[index] = pseudo
    return pseudo
  }

  /// The first thing that `choose` wants of what a folded word by itself means.
  package func knowledge<Value>(of word: [UInt8], _ choose: (Knowledge) -> Value?) -> Value? {
    for entry in trie.entries(ofWord: words.find(word)) {
      if let value = choose(entries[Int(entry)].knowledge) { return value }
    }
    return nil
  }

  /// Whether an entry is one word with these folded bytes.
  package func hasEntry(of word: [UInt8]) -> Bool {
    let number = words.find(word)
    guard number >= 0, let node = trie.next(0, number) else { return false }
    return trie.firstEntry(at: node) >= 0
  }

  /// The kind of an entry.
  @inlinable package func kind(_ entry: Int) -> KnowledgeKinds { kinds[entry] }

  /// Whether an entry demands nothing of capitals and has no words behind a gap.
  @inlinable package func isPlain(_ entry: Int32) -> Bool { demands[Int(entry)] == 0 }

  /// The first of an entry's words behind a gap, or -1.
  @inlinable package func tailHead(_ entry: Int32) -> Int32 { tailHeads[Int(entry)] }

  /// What the capitals of one of the first words of an entry demand.
  package func demand(_ entry: Int32, word: Int) -> CapitalDemand {
    guard word < Self.longestPhrase else { return .none }
    return CapitalDemand(rawValue: UInt8(truncatingIfNeeded: demands[Int(entry)] >> UInt32(word * 2)) & 3)
      ?? .none
  }
}

extension CapitalDemand {
  /// What a word of a dictionary demands, valid UTF-8.
  init(of word: UnsafeBufferPointer<UInt8>) {
    var (value, length) = Scalars.decode(word, at: 0)
    guard Scalars.classify(value) == .upper else {
      self = .none
      return
    }
    var letters = 0
    var at = 0
    while at < word.count {
      (value, length) = Scalars.decode(word, at: at)
      at += length
      let kind = Scalars.classify(value)
      guard kind.isLetter else { continue }
      letters += 1
      if kind != .upper {
        self = .initial
        return
      }
    }
    self = letters >= 2 ? .all : .initial
  }
}
