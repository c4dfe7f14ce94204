import DatelineEvaluation
import Testing

/// How well sentences are told apart on the paragraphs of `Corpus/sentences`, which people marked.
@Suite struct SentenceScores {
  private static let result = Result<SentenceEvaluation, any Error> {
    try SentenceEvaluation.run(paths: [Corpus.root + "/Corpus/sentences"])
  }

  @Test func everyLanguageIsMarked() throws {
    #expect(try Self.result.get().languages.map(\.code) == Corpus.languages)
  }

  @Test(arguments: Corpus.languages)
  func noScoreFallsBelowItsFloor(language: String) throws {
    let result = try Self.result.get()
    let scores = try #require(result.languages.first { $0.code == language })
    #expect(scores.paragraphs >= 200)
    #expect(scores.ours.f1 >= 0.985, "\(scores.ours)\n\(result.faultList())")
    #expect(scores.ours.f1 > scores.icu.f1)
    #expect(scores.odd.f1 > scores.icuOdd.f1)
  }
}
