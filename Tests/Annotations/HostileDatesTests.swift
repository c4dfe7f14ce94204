import DatelineDocuments
import DatelineLexicon
import DatelineTestSupport
import DatelineText
import Testing

@testable import DatelineAnnotations

/// What looks like dates and is none, and texts made to keep a matcher busy.
@Suite struct HostileDatesTests {
  private static let languages = ["de", "en", "kk", "ru"]

  private struct Read {
    let text: NormalisedText
    let reading: LexicalReading
    let dates: [DateAnnotation]
    var values: [String] { dates.map { text.string(in: $0.range) + "=" + $0.value } }

    init(_ text: String, _ language: String, published: String? = "2021-06-16") throws {
      let lexicon = try RealDictionaries.lexicon(language)
      self.text = try RealDictionaries.normaliser.get().normalise(
        [Block(.paragraph, text)], language: language)
      reading = LexicalReading(self.text, lexicon: lexicon)
      dates = DateTagger(lexicon).dates(in: reading, published: published.flatMap { CalendarDate(iso: $0) })
    }

    /// What holds of every text: ranges lie inside it, in order, apart; values are TIMEX3's; ends are days.
    func check() {
      var end = 0
      for date in dates {
        #expect(date.range.lower >= end && date.range.upper <= text.bytes.count && !date.range.isEmpty)
        end = date.range.upper
        for offset in [date.range.lower, date.range.upper] where offset < text.bytes.count {
          #expect(text.bytes[offset] & 0xC0 != 0x80)
        }
        #expect(TimexValue.isSound(date.value), "\(date.value)")
        if let start = date.start, let end = date.end {
          #expect(CalendarDate(iso: start) != nil && CalendarDate(iso: end) != nil && start <= end)
        }
      }
    }
  }

  /// None of these is a day, a month or a year.
  @Test(arguments: [
    ("en", "on 31 February"), ("en", "on 31 April 2021"), ("en", "on February 30th"), ("en", "on 0 May"),
    ("en", "on 32 May"), ("de", "am 31. Juni"), ("de", "am 30.02.2021"), ("de", "am 00.05.2021"),
    ("ru", "31 ноября 2021 года"), ("ru", "0 мая"), ("kk", "2021 жылғы 31 қарашада"), ("en", "on 2021-13-01"),
    ("en", "on 13/13/2021"), ("de", "am 12.13.2021"), ("en", "in the year 0"), ("en", "in the year 20177"),
    ("ru", "в 20177 году"), ("kk", "20177 жылы"), ("de", "im Jahr 20177"),
    ("en", "at 25:00"), ("en", "at 10:61"), ("en", "at 10:30:75"), ("de", "um 24:01 Uhr"), ("ru", "в 25:00"),
  ])
  func noDateIsMadeOfWhatIsNone(language: String, text: String) throws {
    for date in try Read("– " + text + ".", language).dates {
      // A month that stands beside nonsense may count for itself; a day or a year made of it may not.
      #expect(date.value.count <= 7 && !date.value.contains("T") && !date.value.contains("20177"), "\(date)")
    }
  }

  /// Figures of other scripts are not read as days and years, and stop nothing.
  @Test(arguments: ["٣ May ٢٠٢١", "३ May २०२१", "３ May ２０２１", "on ٢٠٢١-٠٥-٠٣", "on ０３.０５.２０２１", "at １０:３０"])
  func figuresOfOtherScriptsAreNoDays(text: String) throws {
    for language in Self.languages {
      let read = try Read("They met " + text + ".", language)
      read.check()
      for date in read.dates { #expect(date.value.count <= 10 && date.value.allSatisfy(\.isASCII)) }
    }
  }

  @Test(arguments: [
    ("en", "from 12 to 3 March 2024"), ("en", "2030-2026"), ("en", "31 December 2024 to 1 January 2024"),
    ("de", "vom 9. bis 3. Mai 2021"), ("ru", "с 20 по 3 июня 2021 года"), ("ru", "2030–2026 годы"),
    ("kk", "2030-2026 жылдары"), ("ru", "XX–XIX века"),
  ])
  func noRangeEndsBeforeItStarts(language: String, text: String) throws {
    let read = try Read("It lasts " + text + ".", language)
    read.check()
    for date in read.dates { #expect(!date.value.contains("/"), "\(date)") }
  }

  /// Pieces that begin many patterns and end few, over and over.
  static let pieces = [
    "1", "1.", "1.1.1.1.", "1 2 3 May - ", "10:30:", "2021/", "12-", "the first of the second of the ",
    "three days and two weeks and ", "Monday, Tuesday and ", "Montag und Dienstag, ",
    "с понедельника по вторник, ",
    "дүйсенбі мен сейсенбі, ", "five thousand million ", "fünfjährige-", "январь-май-",
    "im ersten Quartal des ",
    "2019/20, 2020/21 and ", "'98 ’98 ", "XX–", "early late mid ", "Ende Anfang Mitte ", "жыл бұрын кейін ",
  ]

  @Test(arguments: pieces) func repeatingAPieceEndsSoon(piece: String) throws {
    let text = String(repeating: piece, count: 1_500 / piece.utf8.count)
    for language in Self.languages { try Read(text, language).check() }
  }

  @Test func veryManyFiguresEndSoon() throws {
    for piece in ["1", "1.1.1.1.", "7 "] {
      let read = try Read(String(repeating: piece, count: 50_000 / piece.utf8.count), "en")
      read.check()
      #expect(read.dates.allSatisfy { $0.range.count < 100 })
    }
  }

  @Test func weekdaysWithoutAnEnd() throws {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    let read = try Read((0..<4_000).map { days[$0 % 5] }.joined(separator: ", "), "en")
    read.check()
    #expect(read.dates.count == 4_000)
  }

  /// Twice the text is twice the work, whatever stands in it.
  @Test(arguments: pieces) func theWorkGrowsWithTheText(piece: String) throws {
    for language in Self.languages {
      let matcher = PatternMatcher(try RealDictionaries.lexicon(language))
      func work(_ count: Int) throws -> (steps: Int, fits: Int, tokens: Int) {
        let read = try Read(String(repeating: piece, count: count), language)
        let fits = matcher.fits(in: read.reading)
        return (fits.work, fits.list.count, read.text.tokens.count)
      }
      let (one, two) = (try work(40), try work(80))
      #expect(two.steps <= one.steps * 5 / 2 + 2000 && two.fits <= one.fits * 5 / 2 + 200)
      #expect(two.steps <= PatternMatcher.mostSteps(forTokens: two.tokens))
    }
  }
}
