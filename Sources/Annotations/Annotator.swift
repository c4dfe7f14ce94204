import DatelineDocuments
import DatelineLexicon
import DatelineTagger
import DatelineText

/// All that was found in one document.
public struct DocumentAnnotations: Sendable {
  /// The formula at the head of the report.
  public var dateline: DatelineAnnotation?
  /// The day that expressions were resolved against.
  public var reference: CalendarDate?
  /// Temporal expressions, headline first.
  public var dates: [TextPart: [DateAnnotation]] = [:]
  /// Sums of money, headline first.
  public var amounts: [TextPart: [AmountAnnotation]] = [:]
  /// Persons, organisations and places, each with its mentions.
  public var bearers: [Bearer] = []
  /// What was agreed, or is being agreed.
  public var agreements: [AgreementAnnotation] = []
  /// The agency that the dateline or the text credits.
  public var agency: String?

  /// Nothing found.
  public init() {}
}

/// Annotates texts of one language.
public struct Annotator: Sendable {
  /// What the language's dictionaries say.
  public let lexicon: Lexicon
  private let dateTagger: DateTagger
  private let tagger: NameTagger?
  private let sources: NameSources

  /// An annotator for the language of a lexicon.
  ///
  /// - Parameter tagger: the learned model of the language; without it only rules and dictionaries find names.
  public init(_ lexicon: Lexicon, tagger: NameTagger? = nil) {
    self.init(lexicon, tagger: tagger, sources: .all)
  }

  /// An annotator that draws on some of what it could, for measurements.
  package init(_ lexicon: Lexicon, tagger: NameTagger?, sources: NameSources) {
    self.lexicon = lexicon
    self.sources = sources
    self.tagger = tagger
    dateTagger = DateTagger(lexicon)
  }

  /// Everything the dictionaries and rules find in a document.
  ///
  /// - Parameters:
  ///   - published: the day of publication, if known; relative dates are resolved against it.
  ///   - repeated: indices of body paragraphs that repeat an earlier one; facts are not taken from them.
  public func annotations(
    body: NormalisedText, title: NormalisedText?, published: CalendarDate?, repeated: Set<Int> = []
  ) -> DocumentAnnotations {
    var result = DocumentAnnotations()
    let bodyReading = LexicalReading(body, lexicon: lexicon)
    var bodyDates = dateTagger.dates(in: bodyReading, published: published)
    let head = DatelineParser(reading: bodyReading, dates: bodyDates).dateline()
    result.dateline = head?.annotation
    var reference = published
    if reference == nil, let stamp = head?.annotation.published ?? head?.annotation.date,
      let day = CalendarDate(iso: stamp)
    {
      reference = day
      bodyDates = dateTagger.dates(in: bodyReading, published: day)
    }
    if let date = head?.annotation, let resolved = bodyDates.first(where: { date.range.contains($0.range) }) {
      result.dateline?.date = resolved.value
    }
    result.reference = reference

    var readings: [(TextPart, LexicalReading, [DateAnnotation])] = [(.body, bodyReading, bodyDates)]
    if let title, !title.bytes.isEmpty {
      let reading = LexicalReading(title, lexicon: lexicon)
      readings.append((.title, reading, dateTagger.dates(in: reading, published: reference)))
    }
    let vocabulary = Self.vocabulary(of: readings.map(\.1))
    var scans: [(TextPart, NameScan, NameFinder)] = []
    for (part, reading, dates) in readings {
      let amounts = AmountFinder(reading: reading).amounts()
      let kept = dates.filter { date in !amounts.contains { $0.range.overlaps(date.range) } }
      let scan = NameScan(
        reading: reading, vocabulary: vocabulary, blocked: kept.map(\.range) + amounts.map(\.range),
        isAgencyReport: head != nil)
      scans.append((part, scan, NameFinder(scan: scan, tagger: tagger, sources: sources)))
      result.dates[part] = kept
      result.amounts[part] = amounts
    }
    let again = scans.flatMap { $0.2.shortNames }
    let parts = scans.map { AnnotatedPart(part: $0.0, scan: $0.1, names: $0.2.names(again: again)) }
    result.bearers = BearerGrouping(parts, lexicon: lexicon).bearers
    result.agency = result.dateline?.agency ?? creditedAgency(parts, result.bearers)

    var skip: Set<Int> = []
    for paragraph in repeated where body.paragraphs.indices.contains(paragraph) {
      skip.formUnion(body.paragraphs[paragraph].sentences)
    }
    result.agreements = AgreementFinder(
      lexicon: lexicon, bearers: result.bearers, dates: result.dates, amounts: result.amounts,
      formula: result.dateline?.range
    ).agreements(in: parts, skip: skip)
    return result
  }

  /// The temporal expressions of a text that has been looked up.
  package func dates(in reading: LexicalReading, published: CalendarDate?) -> [DateAnnotation] {
    dateTagger.dates(in: reading, published: published)
  }

  /// The persons, organisations and places of a text, nothing else.
  package func names(in text: NormalisedText) -> [Bearer] {
    let scan = scan(of: text)
    let finder = NameFinder(scan: scan, tagger: tagger, sources: sources)
    let part = AnnotatedPart(part: .body, scan: scan, names: finder.names(again: finder.shortNames))
    return BearerGrouping([part], lexicon: lexicon).bearers
  }

  /// What a tagger of this language is told of each token of a text, for training, and where names may end inside
  /// a token.
  package func taggerHints(of text: NormalisedText) -> (hints: [TokenHint], heads: [Int: TextRange]) {
    let scan = scan(of: text)
    let finder = NameFinder(scan: scan, tagger: nil, sources: sources)
    var heads: [Int: TextRange] = [:]
    for token in scan.tokens.indices { heads[token] = scan.compoundHead(at: token)?.range }
    return (finder.hints(again: finder.shortNames), heads)
  }

  /// The folded words of texts.
  private static func vocabulary(of readings: [LexicalReading]) -> Vocabulary {
    var words = Vocabulary(capacity: readings.reduce(0) { $0 + $1.words.count })
    for reading in readings {
      for word in reading.words { words.insert(word.hash) }
    }
    return words
  }

  private func scan(of text: NormalisedText) -> NameScan {
    let reading = LexicalReading(text, lexicon: lexicon)
    let amounts = AmountFinder(reading: reading).amounts().map(\.range)
    let dates = dateTagger.dates(in: reading, published: nil)
    let kept = dates.map(\.range).filter { date in !amounts.contains { $0.overlaps(date) } }
    return NameScan(
      reading: reading, vocabulary: Self.vocabulary(of: [reading]), blocked: kept + amounts,
      isAgencyReport: DatelineParser(reading: reading, dates: dates).dateline() != nil)
  }

  /// The day that a line consists of and of nothing else, or nil.
  public func wholeDate(_ line: NormalisedText) -> CalendarDate? {
    let reading = LexicalReading(line, lexicon: lexicon)
    guard let date = dateTagger.dates(in: reading, published: nil).first,
      date.range.lower <= 2, line.bytes.count - date.range.upper <= 2
    else { return nil }
    return CalendarDate(iso: date.value)
  }

  /// «…, деп хабарлайды Zakon.kz»: the media name beside a word of reporting.
  private func creditedAgency(_ parts: [AnnotatedPart], _ bearers: [Bearer]) -> String? {
    guard let body = parts.first(where: { $0.part == .body }) else { return nil }
    let scan = body.scan
    for name in body.names.others where name.kind == .organisation && name.category == "media" {
      let near = max(0, name.tokens.lowerBound - 3)..<min(scan.tokens.count, name.tokens.upperBound + 3)
      if near.contains(where: {
        scan.reading.has(at: $0, .attribution)
      }) {
        return name.name
      }
    }
    return nil
  }
}
