import DatelineEvaluation
import Testing

/// The scores that Corpus/names has reached, as floors.
///
/// Raise a floor when the score has risen; to lower one needs a reason in the commit. The rows with odd numbers are
/// those that nobody looked at.
@Suite struct NameScores {
  private static let linking = Result<LinkingEvaluation, any Error> {
    try LinkingEvaluation.run(path: Corpus.root + "/Corpus/names/people.tsv")
  }
  private static let nominative = Result<NominativeEvaluation, any Error> {
    try NominativeEvaluation.run(
      paths: ["de", "kk", "ru"].map { Corpus.root + "/Corpus/names/nominative/\($0).tsv" })
  }

  @Test func onePersonInFourLanguagesIsFound() throws {
    let result = try Self.linking.get()
    for score in [result.odd, result.all] {
      #expect(score.recall >= 0.95, "\(score)")
      #expect(score.precision >= 0.99, "\(score)")
    }
  }

  @Test(arguments: [("de", 0.95), ("kk", 0.98), ("ru", 0.95)])
  func namesComeToTheNominative(language: String, floor: Double) throws {
    let found = try #require(try Self.nominative.get().languages.first { $0.code == language })
    #expect(found.odd.recall >= floor, "\(found.odd)")
    #expect(found.even.recall >= floor, "\(found.even)")
  }

  /// Names and roles of releases that nothing was learned from: persons, organisations, roles.
  @Test(arguments: [
    ("de", [0.98, 0.93, 0.925]), ("en", [0.98, 0.905, 0.87]), ("kk", [0.965, 0.915, 0.905]),
    ("ru", [0.975, 0.895, 0.915]),
  ])
  func namesOfUnseenReleasesAreFound(language: String, floors: [Double]) throws {
    let releases = try MarkedRelease.releases(
      ofFile: Corpus.root + "/Corpus/releases/\(language)-later-test.txt")
    let scores = ReleaseScores(of: releases, language: language, pipeline: try Corpus.pipeline.get())
    for (score, floor) in zip([scores.people, scores.organisations, scores.roles], floors) {
      #expect(score.f1 >= floor, "\(language): \(score)")
    }
  }
}
