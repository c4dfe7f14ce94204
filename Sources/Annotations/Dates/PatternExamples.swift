import DatelineDocuments
import DatelineLexicon
import DatelineText

/// Runs the examples and counter-examples that stand beside the date patterns.
public enum PatternExamples {
  /// What does not come out as the dictionary says: one sentence a fault.
  ///
  /// An example is read as published on 16 June 2021, a Wednesday.
  public static func faults(of lexicon: Lexicon, normaliser: Normaliser) -> [String] {
    let tagger = DateTagger(lexicon)
    let published = CalendarDate(year: 2021, month: 6, day: 16)
    var faults: [String] = []
    for pattern in lexicon.datePatterns {
      let label = "\(lexicon.code)/date-patterns.tsv: \(pattern.name): "
      func found(_ sentence: String) -> (NormalisedText, [DateAnnotation]) {
        let text = normaliser.normalise([Block(.paragraph, sentence)], language: lexicon.code)
        return (text, tagger.dates(in: LexicalReading(text, lexicon: lexicon), published: published))
      }
      if !pattern.example.isEmpty, let equals = pattern.expect.lastIndex(of: "=") {
        let expected = String(pattern.expect[..<equals])
        let value = String(pattern.expect[pattern.expect.index(after: equals)...])
        let (text, dates) = found(pattern.example)
        if pattern.operation == .nothing {
          if let wrong = dates.first(where: { expected.contains(text.string(in: $0.range)) }) {
            faults.append(
              label
                + "found “\(text.string(in: wrong.range))” in “\(pattern.example)”, where nothing is a date")
          }
          continue
        }
        let isRight =
          dates.contains { text.string(in: $0.range) == expected && $0.value == value }
          || pattern.operation == .list && isList(dates, text, expected, value)
        if !isRight {
          let got = dates.map { "\(text.string(in: $0.range))=\($0.value) (\($0.rule))" }
          faults.append(
            label + "expected “\(pattern.expect)” in “\(pattern.example)”, found "
              + (got.isEmpty ? "nothing" : got.joined(separator: "; ")))
        }
      }
      if !pattern.counterExample.isEmpty {
        let (text, dates) = found(pattern.counterExample)
        if let wrong = dates.first(where: { $0.rule == "\(lexicon.code).\(pattern.name)" }) {
          faults.append(
            label
              + "found “\(text.string(in: wrong.range))” in the counter-example “\(pattern.counterExample)”")
        }
      }
    }
    return faults
  }

  /// The members of a list stand side by side: from the first to the last they are the expected text.
  private static func isList(
    _ dates: [DateAnnotation], _ text: NormalisedText, _ expected: String, _ value: String
  ) -> Bool {
    for first in dates where first.value == value {
      for last in dates where last.range.lower > first.range.lower {
        if text.string(in: TextRange(first.range.lower, last.range.upper)) == expected { return true }
      }
    }
    return false
  }
}
