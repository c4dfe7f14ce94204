import DatelineEvaluation
import Testing

/// How good the extraction is on `Corpus`: it may become better, not worse.
@Suite struct CorpusScores {
  /// The least F1 of each field, in the order of `languages`.
  ///
  /// Raise a floor when the score has risen; to lower one needs a reason in the commit.
  private static let languages = ["de", "en", "kk", "ru"]
  static let floors: [(field: String, floors: [Double])] = [
    ("people", [0.95, 0.95, 0.95, 0.95]),
    ("people.mentions", [0.90, 0.90, 0.90, 0.95]),
    ("people.roles", [0.75, 0.95, 0.90, 0.85]),
    ("organisations", [0.95, 0.95, 0.95, 0.95]),
    ("organisations.mentions", [0.90, 0.90, 0.90, 0.95]),
    ("organisations.kind", [0.95, 0.90, 0.95, 0.95]),
    ("organisations.country", [0.80, 0.75, 0.85, 0.70]),
    ("places", [0.90, 0.90, 0.95, 0.95]),
    ("dates", [0.95, 0.95, 0.90, 0.95]),
    ("dates.span", [0.95, 0.95, 0.95, 0.95]),
    ("amounts", [0.95, 0.95, 0.95, 0.95]),
    ("agreements", [0.90, 0.90, 0.90, 0.95]),
    ("agreements.parties", [0.90, 0.90, 0.90, 0.90]),
    ("agreements.signatories", [0.90, 0.90, 0.95, 0.95]),
    ("agreements.date", [0.80, 0.80, 0.90, 0.80]),
    ("duplicates", [0.95, 0.95, 0.95, 0.95]),
    ("language", [0.95, 0.95, 0.95, 0.95]),
    ("title", [0.95, 0.95, 0.95, 0.95]),
    ("published", [0.95, 0.95, 0.95, 0.95]),
    ("dateline", [0.95, 0.95, 0.95, 0.95]),
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
