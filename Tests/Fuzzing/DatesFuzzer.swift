// Any bytes at all become text, and the text is searched for temporal expressions in each language, with and
// without a day of publication. A trap, a sanitizer's report, or an invariant that does not hold stops the run.
import DatelineAnnotations
import DatelineDocuments
import DatelineLexicon
import DatelineText

private let lexicons: Lexicons = {
  guard let lexicons = try? Lexicons(folder: nil) else {
    fatalError("the dictionaries could not be read; name their folder in DATELINE_DICTIONARIES")
  }
  return lexicons
}()

private let normaliser = Normaliser(
  knowledge: lexicons.languages.map(\.textKnowledge), languages: lexicons.languageModel,
  letters: lexicons.letterKnowledge)

private let taggers = lexicons.languages.map { (lexicon: $0, tagger: DateTagger($0)) }

/// A leap day, the first and the last day that there is, and one in the middle of all.
private let publications = ["2024-02-29", "0001-01-01", "9999-12-31", "2021-06-16"].map {
  CalendarDate(iso: $0)
}

/// What libFuzzer calls with each input; its first byte picks the day of publication.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let published = publications[Int(bytes.first ?? 0) % publications.count]
  for (lexicon, tagger) in taggers {
    let text = normaliser.normalise(utf8: bytes, language: lexicon.code)
    let reading = LexicalReading(text, lexicon: lexicon)
    check(tagger.dates(in: reading, published: published), text, isDated: true)
    check(tagger.dates(in: reading, published: nil), text, isDated: false)
  }
  return 0
}

/// Stops with words: an optimised `precondition` stops without.
private func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  guard condition else { fatalError(message()) }
}

/// What is true of the temporal expressions of every text.
private func check(_ dates: [DateAnnotation], _ text: NormalisedText, isDated: Bool) {
  func isBoundary(_ offset: Int) -> Bool {
    offset == text.bytes.count || text.bytes[offset] & 0xC0 != 0x80
  }
  var end = 0
  for date in dates {
    require(date.range.lower >= end && !date.range.isEmpty, "expressions overlap")
    require(date.range.upper <= text.bytes.count, "an expression outside the text")
    require(isBoundary(date.range.lower) && isBoundary(date.range.upper), "a cut character")
    require(
      text.sentences.contains { $0.range.lower <= date.range.lower && date.range.upper <= $0.range.upper },
      "an expression of two sentences")
    end = date.range.upper
    require(["DATE", "TIME", "DURATION", "SET"].contains(date.type), "a type that TIMEX3 has not")
    require(TimexValue.isSound(date.value), "a value that TIMEX3 has not: \(date.value)")
    require((date.start == nil) == (date.end == nil), "only one end: \(date.value)")
    if let start = date.start, let end = date.end {
      guard let first = CalendarDate(iso: start), let last = CalendarDate(iso: end) else {
        fatalError("an end that is no day: \(start), \(end)")
      }
      require(first <= last, "ends before it starts: \(date.value)")
    }
    require(["explicit", "published", "context"].contains(date.anchor), "an unknown anchor")
    if !isDated, date.anchor == "published" {
      require(date.start == nil && date.end == nil, "resolved against no day: \(date.value)")
    }
  }
}
