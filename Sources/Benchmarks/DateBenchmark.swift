import Dateline
import DatelineAnnotations
import DatelineDocuments
import DatelineText

/// The dates of news in each language: from texts that are already read, and from normalised text on.
struct DateBenchmark {
  /// One thing measured.
  enum Part: Sendable {
    /// Finding and resolving alone.
    case dates
    /// Looking the words up too.
    case readingAndDates
  }

  /// Articles of one language.
  private static let articles = 100
  /// The day that all of them count as published.
  private static let published = CalendarDate(year: 2021, month: 6, day: 16)

  /// The texts of one language with their readings.
  struct Material: Sendable {
    let language: String
    /// As they would arrive, for other programs.
    let articles: [String]
    let annotator: Annotator
    let texts: [NormalisedText]
    let readings: [LexicalReading]
    let byteCount: Int
  }

  let material: [Material]

  init(pipeline: Pipeline) {
    var maker = ArticleMaker(seed: 3)
    var articles: [String: [String]] = [:]
    for _ in 0..<(Self.articles * pipeline.languages.count) {
      let article = maker.next()
      articles[article.language, default: []].append(article.text)
    }
    material = articles.keys.sorted().compactMap { language in
      guard let annotator = pipeline.annotator(of: language), let own = articles[language] else { return nil }
      let texts = own.map {
        pipeline.normaliser.normalise(utf8: Array($0.utf8), language: language)
      }
      return Material(
        language: language, articles: own, annotator: annotator, texts: texts,
        readings: texts.map { LexicalReading($0, lexicon: annotator.lexicon) },
        byteCount: texts.reduce(0) { $0 + $1.bytes.count })
    }
  }

  /// Does a part once.
  func run(_ part: Part, _ material: Material) {
    switch part {
    case .dates:
      for reading in material.readings {
        _ = material.annotator.dates(in: reading, published: Self.published)
      }
    case .readingAndDates:
      for text in material.texts {
        let reading = LexicalReading(text, lexicon: material.annotator.lexicon)
        _ = material.annotator.dates(in: reading, published: Self.published)
      }
    }
  }
}
