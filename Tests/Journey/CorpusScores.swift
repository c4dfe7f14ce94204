import DatelineEvaluation
import Testing

/// How good the extraction is on `Corpus`: it may become better, not worse.
@Suite struct CorpusScores {
  /// The least F1 of each field, in the order of `languages`.
  ///
  /// Raise a floor when the score has risen; to lower one needs a reason in the commit.
  private static let languages = ["de", "en", "kk", "ru"]
  static let floors: [(field: String, floors: [Double])] = [
    ("people", [0, 0, 0, 0]),
    ("people.mentions", [0, 0, 0, 0]),
    ("people.roles", [0, 0, 0, 0]),
    ("organisations", [0, 0, 0, 0]),
    ("organisations.mentions", [0, 0, 0, 0]),
    ("organisations.kind", [0, 0, 0, 0]),
    ("places", [0, 0, 0, 0]),
    ("dates", [0, 0, 0, 0]),
    ("dates.span", [0, 0, 0, 0]),
    ("amounts", [0, 0, 0, 0]),
    ("agreements", [0, 0, 0, 0]),
    ("agreements.parties", [0, 0, 0, 0]),
    ("agreements.signatories", [0, 0, 0, 0]),
    ("agreements.date", [0, 0, 0, 0]),
    ("duplicates", [0, 0, 0, 0]),
    ("language", [0, 0, 0, 0]),
    ("title", [0, 0, 0, 0]),
    ("published", [0, 0, 0, 0]),
    ("dateline", [0, 0, 0, 0]),
  ]

  private static let result = Result<EvaluationResult, any Error> {
    try Evaluation.run(gold: Corpus.root + "/Corpus", pipeline: try Corpus.pipeline.get())
  }

  @Test(arguments: floors.map(\.field), languages.indices)
  func noScoreFallsBelowItsFloor(field: String, language: Int) throws {
    let floor = try #require(Self.floors.first { $0.field == field }).floors[language]
    let score = try Self.result.get()[Self.languages[language], field]
    #expect(score.f1 >= floor, "\(Self.languages[language]) \(field): \(score)")
  }

  @Test func theGoldFitsTheTexts() throws {
    #expect(try Self.result.get().remarks == [])
  }
}
