import Dateline
import DatelineRecords
import DatelineTestSupport
import Foundation
import Testing

/// From bytes to a record, with the press releases of `Corpus`.
@Suite struct CorpusTests {
  @Test(arguments: Corpus.languages) func everySourceBecomesARecordOfItsLanguage(language: String) throws {
    let records = try Corpus.records(language)
    #expect(records.count >= 7)
    for record in records { #expect(record.language == language, "\(record.source.path)") }
  }

  @Test(arguments: Corpus.languages) func everyRecordIsValid(language: String) throws {
    let validator = try JSONSchemaValidator.records()
    for record in try Corpus.records(language) {
      #expect(validator.faults(inJSON: RecordExport.json(record)) == [], "\(record.source.path)")
    }
  }

  @Test(arguments: Corpus.languages) func everySpanShowsWhatItSays(language: String) throws {
    for record in try Corpus.records(language) { RecordInvariants(record).check() }
  }

  @Test(arguments: Corpus.languages) func everyRecordReadsBackTheSame(language: String) throws {
    for record in try Corpus.records(language) {
      #expect(try RecordExport.record(fromJSON: RecordExport.json(record)) == record)
    }
  }

  @Test func everyDocumentHasAnIdOfItsOwn() throws {
    let records = try Corpus.records()
    #expect(Set(records.map(\.id)).count == records.count)
  }

  @Test func theSameInputHasTheSameRecordWithAnyNumberOfJobs() throws {
    var again: [Record] = []
    let inputs = Corpus.languages.map { Corpus.root + "/Corpus/\($0)/*/source.*" }
    try Corpus.pipeline.get().records(from: DocumentReader(), inputs: inputs, jobs: 3) { outcome in
      if case .record(let record) = outcome { again.append(record) }
    }
    #expect(try again == Corpus.records())
  }

  @Test func whatIsDamagedGivesARecordOrAReason() throws {
    let validator = try JSONSchemaValidator.records()
    var outcomes = 0
    try Corpus.pipeline.get().records(
      from: DocumentReader(), inputs: [Corpus.root + "/Corpus/damaged"], jobs: 1
    ) { outcome in
      outcomes += 1
      switch outcome {
      case .record(let record):
        RecordInvariants(record).check()
        #expect(validator.faults(inJSON: RecordExport.json(record)) == [], "\(record.source.path)")
      case .failure(let error): #expect(!error.message.isEmpty && !error.path.isEmpty)
      }
    }
    #expect(outcomes >= 10)
  }
}

/// Spans and summaries of texts that nobody wrote for this.
@Suite struct RandomTextTests {
  @Test(arguments: Corpus.languages) func spansAreTrueOfRandomTexts(language: String) throws {
    var random = SeededGenerator(seed: 55)
    let sentences = try Corpus.records(language).flatMap { record in
      let scalars = Array(record.text.unicodeScalars)
      return record.sentences.map { span in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[span.start..<span.end])
        return String(view)
      }
    }
    let odd = [
      "😀", "e\u{301}", "\u{200B}", "\u{AD}", "\u{0}", "\u{FFFD}", "\u{1F1F0}\u{1F1FF}", "\"", "«", "\n\n",
      "İ",
    ]
    for _ in 0..<8 {
      var text = ""
      for _ in 0..<12 {
        var sentence = Array((sentences.randomElement(using: &random) ?? "").unicodeScalars)
        for _ in 0..<Int.random(in: 0...3, using: &random) where !sentence.isEmpty {
          let at = Int.random(in: 0..<sentence.count, using: &random)
          sentence.insert(contentsOf: (odd.randomElement(using: &random) ?? "").unicodeScalars, at: at)
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: sentence)
        text += String(view) + (Int.random(in: 0..<4, using: &random) == 0 ? "\n\n" : " ")
      }
      let title = sentences.randomElement(using: &random)
      let record = try Corpus.record(text, title: title, language: language)
      RecordInvariants(record).check()
      #expect(try JSONSchemaValidator.records().faults(inJSON: RecordExport.json(record)) == [])
    }
  }

  @Test func textOfAnUnknownLanguageKeepsItsTextAndGivesAWarning() throws {
    let record = try Corpus.record(
      "De gemeenteraad besprak gisteren de nieuwe brug over de rivier en het water dat daar stond.",
      language: "nl")
    #expect(record.people.isEmpty && record.agreements.isEmpty)
    #expect(!record.text.isEmpty)
    #expect(record.warnings.contains { $0.contains("language") })
  }

  @Test func anEmptyDocumentIsARecordWithoutAnything() throws {
    let record = try Corpus.record("")
    #expect(record.text.isEmpty && record.summary.isEmpty && record.agreements.isEmpty)
  }
}
