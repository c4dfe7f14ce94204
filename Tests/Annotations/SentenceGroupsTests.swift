import Testing

@testable import DatelineAnnotations

@Suite struct SentenceGroupsTests {
  @Test func itemsStandInTheirSentences() {
    let groups = SentenceGroups([1, 1, 3], sentences: 5)
    #expect((0..<5).map { groups[$0] } == [0..<0, 0..<2, 2..<2, 2..<3, 3..<3])
  }

  @Test func nothingStandsOutsideOfTheText() {
    let groups = SentenceGroups([], sentences: 0)
    for sentence in [-1, 0, 1, 100] { #expect(groups[sentence].isEmpty) }
  }
}
