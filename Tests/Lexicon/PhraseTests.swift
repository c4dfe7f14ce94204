import DatelineTestSupport
import Testing

@testable import DatelineLexicon

@Suite struct PhraseTrieTests {
  @Test func phrasesThatBeginAlikeShareTheirWay() throws {
    var trie = PhraseTrie()
    trie.insert([1, 2], entry: 10)
    trie.insert([1, 2, 3], entry: 11)
    trie.insert([1, 2], entry: 12)
    trie.insert([4], entry: 13)
    let one = try #require(trie.next(0, 1))
    #expect(Array(trie.entries(at: one)).isEmpty)
    let two = try #require(trie.next(one, 2))
    #expect(Array(trie.entries(at: two)) == [10, 12])
    #expect(trie.next(two, 3).map { Array(trie.entries(at: $0)) } == [11])
    #expect(trie.next(two, 4) == nil)
    #expect(trie.begins(with: 1) && trie.begins(with: 4) && !trie.begins(with: 2))
  }

  @Test func anEmptyTrieLeadsNowhere() {
    let trie = PhraseTrie()
    #expect(trie.next(0, 0) == nil)
    #expect(trie.next(0, -1) == nil)
    #expect(Array(trie.entries(at: 0)).isEmpty)
  }
}

/// How entries of the dictionaries are laid down.
@Suite struct EntryTests {
  @Test(arguments: [
    ("memorandum", [CapitalDemand.none]), ("Bank", [.initial]), ("UN", [.all]), ("A", [.initial]),
    ("Bank of Ural", [.initial, .none, .initial]), ("АТЫО", [.all]), ("IT-Park", [.initial]),
    ("U.S.", [.all]),
  ])
  func capitalsAreACondition(form: String, expected: [CapitalDemand]) throws {
    let lexicon = try InventedLanguage(["stopwords": [form]]).lexicon()
    #expect(expected.indices.map { lexicon.demand(0, word: $0) } == expected)
    #expect(lexicon.demand(0, word: expected.count) == .none)
  }

  @Test func theWordsBehindAGapAreKeptApart() throws {
    let lexicon = try InventedLanguage(["stopwords": ["schlossen … ab"]]).lexicon()
    let entry = try #require(lexicon.entries.first)
    #expect(entry.tail == [lexicon.words.find("ab")])
    let node = try #require(lexicon.trie.next(0, lexicon.words.find("schlossen")))
    #expect(Array(lexicon.trie.entries(at: node)) == [0])
    #expect(lexicon.words.find("…") == -1)
  }

  @Test(arguments: ["…", "… ab", "* "])
  func anEntryThatCouldStandAnywhereIsNone(form: String) throws {
    let lexicon = try InventedLanguage(["stopwords": [form]]).lexicon()
    #expect(lexicon.entries.count <= 1)
    #expect(!lexicon.trie.begins(with: lexicon.words.find("ab")))
  }

  @Test func commasAndGenitivesStandByThemselvesAsInText() {
    func words(_ phrase: String) -> [String] {
      var words: [String] = []
      Array(phrase.utf8).withUnsafeBufferPointer { bytes in
        Lexicon.forEachWord(of: bytes) { words.append(String(decoding: bytes[$0], as: UTF8.self)) }
      }
      return words
    }
    #expect(
      words("Culture, Sport and People's  Health") == [
        "Culture", ",", "Sport", "and", "People", "'s", "Health",
      ])
    #expect(words(",") == [","])
    #expect(words("") == [])
  }

  @Test(arguments: [
    ("verkehrsminister", true), ("minister", false), ("xminister", false), ("vöminister", true),
    ("ministers", false),
    ("", false),
  ])
  func compoundsNeedTwoLettersBeforeTheirTail(word: String, fits: Bool) throws {
    let lexicon = try InventedLanguage(["titles": ["*minister\toffice"]]).lexicon()
    #expect((lexicon.compound(Array(word.utf8)) >= 0) == fits)
  }

  @Test func theLongestTailOfACompoundCounts() throws {
    let lexicon = try InventedLanguage(["titles": ["*minister\toffice", "*premierminister\toffice"]])
      .lexicon()
    let word = lexicon.compound(Array("vizepremierminister".utf8))
    #expect(String(decoding: lexicon.words.bytes(of: word), as: UTF8.self) == "*premierminister")
  }
}
