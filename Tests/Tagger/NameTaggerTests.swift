import DatelineDocuments
import DatelineText
import Foundation
import Testing

@testable import DatelineTagger

/// Invented sentences with the names in brackets, `[P:…]`, `[O:…]`, `[L:…]`.
private let sentences = [
  "[P:Anna Keller] visited [L:Bonn] on Monday.", "The firm [O:Nordwind AG] is based in [L:Kiel].",
  "[P:Peter Lang] works for [O:Ostsee AG] in [L:Rostock].", "[O:Havel AG] sold a mill in [L:Potsdam].",
  "Mr [P:Lang] and Mrs [P:Keller] met in [L:Bonn].", "The mill stood in [L:Kiel] for years.",
  "Nobody visited the mill on Monday.", "Mr [P:Braun] works for [O:Nordwind AG].",
]

private let normaliser = Normaliser(knowledge: [])

private func training(_ marked: String) -> TrainingText {
  var plain = ""
  var ranges: [(TextRange, TaggedKind)] = []
  var rest = Substring(marked)
  while let open = rest.firstIndex(of: "["), let close = rest.firstIndex(of: "]") {
    plain += rest[..<open]
    let inner = rest[rest.index(after: open)..<close]
    let lower = plain.utf8.count
    plain += inner.dropFirst(2)
    let kind: TaggedKind = inner.hasPrefix("P") ? .person : inner.hasPrefix("O") ? .organisation : .place
    ranges.append((TextRange(lower, plain.utf8.count), kind))
    rest = rest[rest.index(after: close)...]
  }
  plain += rest
  let text = normaliser.normalise([Block(.paragraph, plain)], language: "en")
  let names = ranges.map { range, kind -> (tokens: Range<Int>, kind: TaggedKind) in
    let inside = text.tokens.indices.filter { range.contains(text.tokens[$0].range) }
    return ((inside.first ?? 0)..<((inside.last ?? -1) + 1), kind)
  }
  return TrainingText(
    text: text, hints: [TokenHint](repeating: TokenHint(), count: text.tokens.count), names: names,
    unknown: [])
}

private func model(seed: UInt64 = 1) -> [UInt8] {
  var options = TrainingOptions()
  options.seed = seed
  options.cutOff = 1
  options.rate = 0.2
  options.epochs = 30
  return NameTrainer.model(from: sentences.map(training), options: options)
}

private let trained = model()

@Suite struct NameTaggerTests {
  @Test(arguments: sentences) func findsWhatItLearned(_ marked: String) throws {
    let wanted = training(marked)
    let spans = try NameTagger(bytes: trained, path: "test").tag(wanted.text) { _ in TokenHint() }
    #expect(spans.map(\.tokens) == wanted.names.map(\.tokens))
    #expect(spans.map(\.kind) == wanted.names.map(\.kind))
    for span in spans { #expect(span.score > 0.2 && span.score <= 1) }
  }

  private static let hints: [(TokenHint, TokenHint)] = [
    (TokenHint(bits: 1), TokenHint(bits: 2)), (TokenHint(bits: 1 << 40), TokenHint(bits: 1 << 41)),
    (
      TokenHint(claim: TokenClaim(rule: "a", kind: .person, offset: 0, count: 1)),
      TokenHint(claim: TokenClaim(rule: "b", kind: .place, offset: 0, count: 1))
    ),
  ]

  @Test(arguments: hints.indices) func hintsDecideWhereWordsSayNothing(_ number: Int) throws {
    let (ofPersons, ofPlaces) = Self.hints[number]
    func text(_ word: String, _ hint: TokenHint, _ kind: TaggedKind) -> TrainingText {
      let text = normaliser.normalise([Block(.paragraph, "we saw \(word) there")], language: "en")
      return TrainingText(
        text: text, hints: [TokenHint(), TokenHint(), hint, TokenHint()], names: [(2..<3, kind)], unknown: [])
    }
    let words = ["Abc", "Bcd", "Cde", "Def", "Efg", "Fgh", "Ghi", "Hij"]
    let texts = words.enumerated().map {
      text($1, $0 % 2 == 0 ? ofPersons : ofPlaces, $0 % 2 == 0 ? .person : .place)
    }
    var options = TrainingOptions()
    options.rate = 0.2
    let tagger = try NameTagger(bytes: NameTrainer.model(from: texts, options: options), path: "test")
    let unseen = normaliser.normalise([Block(.paragraph, "we saw Xyz there")], language: "en")
    for (hint, kind) in [(ofPersons, TaggedKind.person), (ofPlaces, .place)] {
      #expect(tagger.tag(unseen) { $0 == 2 ? hint : TokenHint() }.map(\.kind) == [kind])
    }
  }

  /// What is remembered of spellings and hints adds up to the features that a token has one by one.
  @Test func rememberedSumsAreThoseOfAllFeatures() throws {
    let file = try ModelFile(bytes: Data(trained), path: "test")
    let text = training(
      "«[O:Nordwind AG]» and [P:Anna Keller] met in [L:Bonn]. [P:Keller] left [O:Nordwind AG] at 7."
    ).text
    func hint(_ token: Int) -> TokenHint { TokenHint(bits: UInt64(token % 5)) }
    file.bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return }
      let table = WeightTable(raw: base + ModelFile.tableStart, count: UInt64(file.buckets))
      let memory = RememberedSums(table, file.transitions)
      let fold = FoldedForm()
      var scratch: [UInt8] = []
      var spellings: [SpellingTraits] = []
      let single = TextFeatures(text, hints: hint) { bytes, kind in
        spellings.append(SpellingTraits(bytes, kind: kind, fold: fold, scratch: &scratch))
        return SpellingTraits.Shared(spellings[spellings.count - 1], number: spellings.count - 1)
      }
      // Twice: when all is new to the memory, and when nothing is.
      for _ in 0..<2 {
        let summed = TextFeatures(text, hints: hint) { memory.spelling($0, $1, table) }
        SumVisits(summed, memory, table).withSums { sums in
          single.withVisits { visits in
            for sentence in text.sentences {
              for token in sentence.tokens {
                var all = LabelSums()
                visits.all(of: token, in: sentence.tokens, spellings, single.surroundings) {
                  table.add($0, to: &all)
                }
                #expect(sums.labels(of: token, in: sentence.tokens).all == all.all)
              }
            }
          }
        }
        memory.makeRoom()
      }
    }
  }

  @Test func candidatesAreRatedByWhatTheModelBelieves() throws {
    let wanted = training(sentences[0])
    var candidates = [
      TaggedSpan(tokens: 3..<4, kind: .place, score: 0), TaggedSpan(tokens: 0..<2, kind: .person, score: 0),
      TaggedSpan(tokens: 0..<2, kind: .place, score: 0), TaggedSpan(tokens: 1..<2, kind: .person, score: 0),
      TaggedSpan(tokens: 0..<99, kind: .person, score: 0.5),
    ]
    let spans = try NameTagger(bytes: trained, path: "test")
      .tag(wanted.text, rating: &candidates) { _ in TokenHint() }
    #expect(spans.map(\.score) == [candidates[1].score, candidates[0].score])
    #expect(candidates[1].score > 0.5 && candidates[0].score > 0.5)
    #expect(candidates[2].score < 0.2 && candidates[3].score < 0.2 && candidates[4].score == 0)
  }

  @Test func trainingIsReproducible() {
    #expect(model() == trained)
    #expect(model(seed: 2) != trained)
  }

  @Test func unknownStretchesTeachNothing() throws {
    var texts = sentences.map(training)
    for index in texts.indices {
      texts[index].unknown = [0..<texts[index].text.tokens.count]
      texts[index].names = []
    }
    var options = TrainingOptions()
    options.eagerness = 0
    let bytes = NameTrainer.model(from: texts, options: options)
    #expect(bytes.count <= ModelFile.tableStart + ModelFile.bucketLength)
  }

  @Test func hugeAndOddTextsEndWell() throws {
    let tagger = try NameTagger(bytes: trained, path: "test")
    let texts = [
      "", " ", "\u{0}", "“", "«»\"\"", String(repeating: "Keller ", count: 10_000),
      String(repeating: "x", count: 1_000_000), String(repeating: "\"", count: 5_000),
      "ANNA KELLER VISITED BONN", "e\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦 Keller",
    ]
    for text in texts {
      let normalised = normaliser.normalise([Block(.paragraph, text)], language: "en")
      for span in tagger.tag(normalised, hints: { TokenHint(bits: UInt64($0) &* 0x9E37_79B9_7F4A_7C15) }) {
        #expect(!span.tokens.isEmpty && span.tokens.upperBound <= normalised.tokens.count)
        #expect((0...1).contains(span.score))
      }
    }
  }
}

@Suite struct ModelFileTests {
  @Test func lengthsThatAreWrongAreNamed() {
    for length in [0, 1, 8, 63, 64, 500, ModelFile.tableStart, trained.count - 1] {
      let error = #expect(throws: ModelError.self) {
        try NameTagger(bytes: Array(trained.prefix(length)), path: "kk/names.model")
      }
      #expect(error?.description.hasPrefix("kk/names.model: ") == true)
      #expect(error?.message.contains("cut off") == true)
    }
  }

  @Test(arguments: [(8, "version"), (12, "features"), (0, "no model"), (32, "checksum")])
  func damageOfTheHeadIsNamed(_ offset: Int, _ word: String) {
    var bytes = trained
    bytes[offset] ^= 0x55
    let error = #expect(throws: ModelError.self) { try NameTagger(bytes: bytes, path: "names.model") }
    #expect(error?.message.contains(word) == true)
  }

  @Test func anyDamagedByteIsNoticed() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      var bytes = trained
      bytes[Int.random(in: bytes.indices, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
      #expect(throws: ModelError.self) { try NameTagger(bytes: bytes, path: "names.model") }
    }
  }

  @Test func missingFileIsNamed() {
    let error = #expect(throws: ModelError.self) { try NameTagger(modelAt: "/nowhere/names.model") }
    #expect(error?.path == "/nowhere/names.model")
  }

  @Test func aModelOutOfAFileIsTheSame() throws {
    let path = NSTemporaryDirectory() + "dateline-\(UUID().uuidString).model"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(trained).write(to: URL(fileURLWithPath: path))
    let text = training(sentences[0]).text
    let mapped = try NameTagger(modelAt: path).tag(text) { _ in TokenHint() }
    #expect(try mapped == NameTagger(bytes: trained, path: "test").tag(text) { _ in TokenHint() })
  }

  @Test func labelsFollowTheirRules() {
    #expect(Label.mayFollow(Label.of(.person, .begin), Label.of(.person, .last)))
    #expect(!Label.mayFollow(Label.of(.person, .begin), Label.of(.place, .last)))
    #expect(!Label.mayFollow(Label.of(.person, .begin), Label.outside))
    #expect(!Label.mayStart(Label.of(.place, .inside)))
    #expect(!Label.mayEnd(Label.of(.place, .begin)))
  }
}
