import DatelineText
import Testing

@testable import DatelineRepetition

@Suite struct RepetitionIndexTests {
  @Test func aRepeatNamesTheEarlierDocument() {
    var index = RepetitionIndex()
    #expect(index.add(document: "a", Sample.text([Sample.one, Sample.two])).isEmpty)
    let found = index.add(document: "b", Sample.text([Sample.three, Sample.two, Sample.three]))
    #expect(
      found == [
        1: Repeat(document: "a", paragraph: 1, similarity: 1), 2: Repeat(paragraph: 0, similarity: 1),
      ])
    let third = index.add(document: "c", Sample.text([Sample.three]))
    #expect(third == [0: Repeat(document: "b", paragraph: 0, similarity: 1)])
  }

  @Test func theSameInputGivesTheSameAnswer() {
    let texts = (0..<20).map { Sample.text(Sample.paragraphs(10, words: 12, seed: UInt64($0 % 7))) }
    func run() -> [[Int: Repeat]] {
      var index = RepetitionIndex(near: 0.7)
      return texts.enumerated().map { index.add(document: "\($0.offset)", $0.element) }
    }
    #expect(run() == run())
  }

  /// Each paragraph is followed by a copy in which some words are changed; the answer is compared
  /// with the similarity of all pairs.
  @Test(arguments: [0.5, 0.7, 0.8, 0.9])
  func nearRepeatsAreFoundAndHonourTheThreshold(_ threshold: Double) {
    var random = Sample.Random(state: 11)
    var expected = 0
    var found = 0
    var index = RepetitionIndex(near: threshold)
    for (number, paragraph) in Sample.paragraphs(400, words: 60, seed: 5).enumerated() {
      var words = paragraph.split(separator: " ").map(String.init)
      for _ in 0..<random.next(below: 9) {
        words[Int(random.next(below: 60))] = "x\(random.next(below: 1_000_000))"
      }
      let copy = words.joined(separator: " ")
      let similarity = Self.jaccard(paragraph, copy)
      if similarity >= threshold { expected += 1 }
      let answer = index.add(document: "\(number)", Sample.text([paragraph, copy]))
      if let hit = answer[1] {
        found += 1
        #expect(hit.similarity >= threshold)
        #expect(abs(hit.similarity - similarity) < 1e-6)
        #expect(hit.paragraph == 0)
      }
    }
    #expect(found <= expected)
    #expect(Double(found) >= Double(expected) * 0.97)
  }

  @Test(arguments: [(nil, 50_000), (0.8, 5_000)])
  func manyParagraphsTakeSeconds(_ near: Double?, _ count: Int) {
    var index = RepetitionIndex(near: near)
    var repeats = 0
    var time = Duration.zero
    for round in 0..<10 {
      // The last document is a copy of the one before.
      let text = Sample.text(Sample.paragraphs(count / 10, words: 10, seed: UInt64(min(round, 8))))
      time += ContinuousClock().measure { repeats += index.add(document: "\(round)", text).count }
    }
    #expect(repeats == count / 10)
    #expect(time < .seconds(60))
  }

  /// All share most of their words, none is near enough: buckets must not grow without bound.
  @Test func alikeParagraphsTakeSeconds() {
    var index = RepetitionIndex(near: 0.9)
    let frame = "The central bank of the republic set the official rate of the currency at the level of"
    let paragraphs = (0..<2_000).map { "\(frame) \($0) tenge and \($0 * 7) for \($0 * 13) and \($0 * 17)." }
    let text = Sample.text(paragraphs)
    let time = ContinuousClock().measure { _ = index.add(document: "rates", text) }
    #expect(time < .seconds(60))
  }

  @Test func damageIsSurvived() {
    var random = Sample.Random(state: 99)
    var index = RepetitionIndex(near: 0.8)
    for _ in 0..<300 {
      let bytes = (0..<Int(random.next(below: 300))).map { _ in UInt8(random.next(below: 256)) }
      let text = Sample.text([String(decoding: bytes, as: UTF8.self), Sample.one])
      for (paragraph, hit) in index.add(document: "d", text) {
        #expect(text.paragraphs.indices.contains(paragraph))
        #expect((0...1).contains(hit.similarity))
      }
    }
  }

  private static func jaccard(_ first: String, _ second: String) -> Double {
    func runs(_ text: String) -> Set<[String]> {
      let words = text.split { $0 == " " || $0 == "." }.map(String.init)
      return Set((0..<max(0, words.count - 2)).map { Array(words[$0..<($0 + 3)]) })
    }
    let left = runs(first)
    let right = runs(second)
    return Double(left.intersection(right).count) / Double(left.union(right).count)
  }
}
