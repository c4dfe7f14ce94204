import Testing

@testable import DatelineDocuments

@Suite struct PlainTextTests {
  @Test func aHeadlineStandsAlone() {
    let reading = Reading("Treaty signed\n\nThe two sides signed a treaty.\n\nIt is short.\n")
    #expect(reading.first?.title == "Treaty signed")
    #expect(reading.blocks == ["The two sides signed a treaty.", "It is short."])
    #expect(reading.first?.source.format == .text)
  }

  @Test(
    "These first lines are no headlines",
    arguments: [
      "It ends like a sentence.\n\nMore text follows here, and it is longer.",
      "No blank line after it\nMore text follows here, and it is longer.",
      "Only a line", "A long tail of nothing\n\nShort.",
      "MINSK, 19. September (BelTA) -\n\nMore text follows here.",
    ])
  func noHeadline(text: String) {
    #expect(Reading(text).first?.title == nil)
  }

  @Test(
    "A line that is nothing but a date in figures is the day of publication",
    arguments: [
      "Treaty signed\n\n2024-03-12\n\nThe two sides signed a treaty.",
      "12.03.2024\nTreaty signed\n\nThe two sides signed a treaty.",
      "Treaty signed\n\n12.03.2024 10:30\nThe two sides signed a treaty.",
    ])
  func dateLine(text: String) {
    let reading = Reading(text)
    #expect(reading.first?.published?.description == "2024-03-12")
    #expect(reading.first?.publishedFrom == .text)
    #expect(reading.first?.title == "Treaty signed")
    #expect(reading.blocks == ["The two sides signed a treaty."])
  }

  @Test func headerLinesAreRead() {
    let reading = Reading(
      "Title: Келісім\nDate: 2024-03-12\nURL: https://x.org/1\nLanguage: kk\nAuthor: Айша\n\nТараптар келісімге қол қойды."
    )
    #expect(reading.first?.title == "Келісім")
    #expect(reading.first?.published?.description == "2024-03-12")
    #expect(reading.first?.publishedFrom == .header)
    #expect(reading.first?.source.url == "https://x.org/1")
    #expect(reading.first?.declaredLanguage == "kk")
    #expect(reading.first?.authors == ["Айша"])
    #expect(reading.blocks == ["Тараптар келісімге қол қойды."])
  }

  @Test func wordDatesAndMachinePrefixesStay() {
    #expect(
      Reading(" date 2017-10-03 BEIJING. The rector spoke.").blocks == [
        "date 2017-10-03 BEIJING. The rector spoke."
      ])
    #expect(Reading("12 марта 2024 года\n\nСтороны подписали договор о поставках.").first?.published == nil)
  }

  @Test func linesWithoutBlankLinesAreBlocks() {
    #expect(
      Reading("\nOne sentence here.\nAnother one there.\n").blocks == [
        "One sentence here.", "Another one there.",
      ])
  }

  @Test func linesBrokenAtAWidthStayTogether() {
    let text = """
      The two sides signed a treaty on the supply of turbines to the
      power station at the river, which will be built by the end of
      next year, said the mayor of the town on the banks of the river
      today.
      """
    #expect(Reading(text).blocks == [text])
  }

  @Test("All line breaks count", arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\u{C}"])
  func breaks(mark: String) {
    #expect(Reading("One.\(mark)\(mark)Two.").blocks == ["One.", "Two."])
  }

  @Test func nothingButWhiteSpaceIsEmpty() {
    #expect(Reading(" \n\u{A0}\n").errors.map(\.code) == ["empty"])
    #expect(Reading("").errors.map(\.code) == ["empty"])
  }
}
