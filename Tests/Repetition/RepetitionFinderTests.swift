import DatelineText
import Testing

@testable import DatelineRepetition

@Suite struct RepetitionFinderTests {
  @Test func aSeriesPrintedTwiceRepeatsInItsOrder() {
    let text = Sample.text([Sample.one, Sample.two, Sample.three, Sample.one, Sample.two, Sample.three])
    let found = RepetitionFinder().repeats(in: text)
    #expect(
      found == [
        3: Repeat(paragraph: 0, similarity: 1), 4: Repeat(paragraph: 1, similarity: 1),
        5: Repeat(paragraph: 2, similarity: 1),
      ])
  }

  @Test func theLeadRepeatedInTheMiddleIsFound() {
    let text = Sample.text([Sample.one, Sample.two, Sample.one, Sample.three])
    #expect(RepetitionFinder().repeats(in: text) == [2: Repeat(paragraph: 0, similarity: 1)])
  }

  @Test func theFirstOfThreeIsNamed() {
    let text = Sample.text([Sample.one, Sample.one, Sample.one])
    #expect(RepetitionFinder().repeats(in: text).values.allSatisfy { $0.paragraph == 0 })
  }

  @Test(arguments: [
    ("„Wir haben viele Gemeinsamkeiten“, sagte er.", "»WIR  HABEN viele Gemeinsamkeiten« – sagte er"),
    ("Қазақстан мен Корея келісімге қол қойды.", "ҚАЗАҚСТАН МЕН КОРЕЯ КЕЛІСІМГЕ ҚОЛ ҚОЙДЫ"),
    ("Стороны подписали новый меморандум.", "«Стороны подписали — новый меморандум»!"),
  ])
  func caseAndPunctuationMakeNoDifference(_ first: String, _ second: String) {
    #expect(RepetitionFinder().repeats(in: Sample.text([first, second])).count == 1)
  }

  @Test func orderAndFiguresDo() {
    let text = Sample.text([
      "The dog bites the man.", "The man bites the dog.", "They paid 100 tenge today.",
      "They paid 200 tenge today.",
    ])
    #expect(RepetitionFinder().repeats(in: text).isEmpty)
  }

  @Test(arguments: [("Background", 0), ("Press and Media", 0), ("About the new bank", 1)])
  func aShortHeadingIsNoRepeat(_ heading: String, _ count: Int) {
    let text = Sample.text([heading + ".", Sample.one, heading + ".", Sample.two])
    #expect(RepetitionFinder(near: 0.5).repeats(in: text).count == count)
  }

  @Test func theShortestLengthsCanBeChosen() {
    let text = Sample.text(["Background.", Sample.one, "Background."])
    #expect(RepetitionFinder(rules: RepetitionRules(shortestExact: 1)).repeats(in: text).count == 1)
  }

  @Test func oneWordChangedIsANearRepeat() throws {
    let changed = Sample.paragraphs(1, words: 60, seed: 7)[0]
    let words = changed.split(separator: " ")
    let other = (words[..<30] + ["entirely"] + words[31...]).joined(separator: " ")
    let text = Sample.text([changed, other])
    #expect(RepetitionFinder().repeats(in: text).isEmpty)
    let found = try #require(RepetitionFinder(near: 0.8).repeats(in: text)[1])
    // 58 runs of three words each, 55 of them shared.
    #expect(abs(found.similarity - 55.0 / 61.0) < 1e-6)
    #expect(RepetitionFinder(near: 0.95).repeats(in: text).isEmpty)
  }

  @Test func sharedBoilerplateDoesNotMakeTextsAlike() {
    let boilerplate = " The company employs five thousand people in twelve countries of the region."
    let text = Sample.text(Sample.paragraphs(50, words: 40, seed: 3).map { $0 + boilerplate })
    #expect(RepetitionFinder(near: 0.6).repeats(in: text).isEmpty)
  }

  @Test func anEmptyTextHasNoRepeats() {
    #expect(RepetitionFinder(near: 0.8).repeats(in: Sample.text([])).isEmpty)
    #expect(RepetitionFinder(near: 0.8).repeats(in: Sample.text(["", "…", "…", "— —"])).isEmpty)
  }
}
