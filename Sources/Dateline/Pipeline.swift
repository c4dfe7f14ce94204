import DatelineAnnotations
import DatelineDocuments
import DatelineLexicon
import DatelineRecords
import DatelineRepetition
import DatelineTagger
import DatelineText
import Foundation

/// What the pipeline is told beside its input.
public struct PipelineOptions: Sendable {
  /// The day of publication of documents that do not say (`--published`).
  public var published: CalendarDate?
  /// The language of all documents (`--language`), BCP 47; nil to identify it.
  public var language: String?
  /// The folder of the dictionaries; nil for the one that comes with the program.
  public var dictionaries: String?
  /// Jaccard similarity from which a paragraph counts as a near repeat; nil for exact repeats only.
  public var nearRepeats: Double?
  /// What is done to texts before anything is looked for in them; all steps unless some are to be left out.
  public var steps = Set(NormalisationStep.allCases)

  /// Nothing told.
  public init() {}
}

/// The whole journey: a document becomes a record.
///
/// ```swift
/// let pipeline = try Pipeline()
/// try DocumentReader().read(["news/"]) { outcome in
///   if case .document(let document) = outcome { print(pipeline.record(of: document).agreements) }
/// }
/// ```
///
/// A value without mutable state: safe to use from several tasks at once.
public struct Pipeline: Sendable {
  /// What it was told.
  public let options: PipelineOptions
  /// Makes text of documents.
  public let normaliser: Normaliser
  private let annotators: [String: Annotator]
  private let repetition: RepetitionFinder
  private let keys: LinkingKey

  /// Loads the dictionaries.
  ///
  /// - Throws: `DictionaryFaults`, which name file and line, if a dictionary is missing or faulty.
  public init(options: PipelineOptions = PipelineOptions()) throws {
    let lexicons = try Lexicons(folder: options.dictionaries)
    self.options = options
    let known = Dictionary(lexicons.languages.map { ($0.code, $0) }) { first, _ in first }
    // What is made of the dictionaries is made side by side: it is half of what starting takes.
    let codes = known.keys.sorted()
    let made = InParallel.map([nil] + codes.map(Optional.some)) { code -> Part in
      guard let code, let lexicon = known[code] else {
        return .normaliser(
          Normaliser(
            knowledge: lexicons.languages.map(\.textKnowledge), languages: lexicons.languageModel,
            letters: lexicons.letterKnowledge, steps: options.steps))
      }
      // A language may do without a model; one that is there has to be sound.
      let model = "\(lexicons.folder)/\(code)/names.model"
      return .annotator(
        code,
        Result {
          Annotator(
            lexicon,
            tagger: FileManager.default.fileExists(atPath: model) ? try NameTagger(modelAt: model) : nil)
        })
    }
    var annotators: [String: Annotator] = [:]
    var normaliser: Normaliser?
    for part in made {
      switch part {
      case .normaliser(let own): normaliser = own
      case .annotator(let code, let annotator): annotators[code] = try annotator.get()
      }
    }
    self.normaliser = normaliser ?? Normaliser(knowledge: [])
    self.annotators = annotators
    repetition = RepetitionFinder(near: options.nearRepeats)
    keys = LinkingKey(lexicons)
  }

  /// What is made of the dictionaries at the start.
  private enum Part: Sendable {
    case normaliser(Normaliser)
    case annotator(String, Result<Annotator, any Error>)
  }

  /// The codes of the languages that facts can be taken from.
  public var languages: [String] { annotators.keys.sorted() }

  /// What annotates texts of a language; nil if its dictionaries are not there.
  package func annotator(of language: String) -> Annotator? { annotators[language] }

  /// What does not come out of the dictionaries' own examples as they say.
  public func patternFaults() -> [String] {
    annotators.keys.sorted().flatMap { code in
      annotators[code].map { PatternExamples.faults(of: $0.lexicon, normaliser: normaliser) } ?? []
    } + normaliser.alphabetFaults()
  }

  /// The persons, organisations and places of a text, nothing else; none in a language without dictionaries.
  package func names(in text: NormalisedText) -> [Bearer] {
    annotators[text.language.code]?.names(in: text) ?? []
  }

  /// The record of a document.
  ///
  /// Never fails: what is odd becomes a warning.
  public func record(of document: Document) -> Record {
    var document = document
    if document.published == nil, let published = options.published {
      document.published = published
      document.publishedFrom = .option
    }
    let body = text(of: &document)
    let title = document.title.map {
      normaliser.normalise(line: $0, language: body.language, alphabet: body.written?.alphabet)
    }
    let repeats = repetition.repeats(in: body)
    var annotations = DocumentAnnotations()
    if annotators[body.language.code] != nil {
      annotations = self.annotations(
        body: body, title: title, published: document.published, repeated: Set(repeats.keys))
    } else if !body.bytes.isEmpty {
      document.irregularities.append(
        Irregularity(
          kind: "language",
          message: "the language is none of \(languages.joined(separator: ", ")); no facts were extracted "
            + "(name it with --language if it was misread)"))
    }
    return RecordAssembler(
      document: document, body: body, title: title, annotations: annotations, repeats: repeats,
      keys: keys
    ).record()
  }

  /// What the annotators find, each in the paragraphs of its language.
  private func annotations(
    body: NormalisedText, title: NormalisedText?, published: CalendarDate?, repeated: Set<Int>
  ) -> DocumentAnnotations {
    let parts = LanguagePart.parts(of: body) { annotators[$0] != nil }
    var all = DocumentAnnotations()
    for (number, part) in parts.enumerated() {
      guard let annotator = annotators[part.language.code] else { continue }
      let isMain = number == 0
      let text =
        parts.count == 1 ? body : body.selecting(paragraphs: part.paragraphs, language: part.language)
      var found = annotator.annotations(
        body: text, title: isMain ? title : nil, published: isMain ? published : all.reference ?? published,
        repeated: Set(part.paragraphs.indices.filter { repeated.contains(part.paragraphs[$0]) }))
      for index in found.bearers.indices
      where found.bearers[index].kind == .organisation && found.bearers[index].key.isEmpty {
        found.bearers[index].key = keys.key(
          ofOrganisation: found.bearers[index].name, language: part.language.code)
      }
      if isMain { all = found } else { all.add(found, keys) }
    }
    return all
  }

  /// The normalised body.
  ///
  /// A first line that is nothing but a date is the day of publication.
  private func text(of document: inout Document) -> NormalisedText {
    let told = document.givenLanguage ?? options.language
    let body = normaliser.normalise(document.blocks, language: told)
    guard document.published == nil, document.blocks.count > 1,
      let first = document.blocks.first, first.text.utf8.count <= 60,
      let annotator = annotators[body.language.code],
      let day = annotator.wholeDate(
        normaliser.normalise(line: first.text, language: body.language, alphabet: body.written?.alphabet))
    else { return body }
    document.published = day
    document.publishedFrom = .text
    document.blocks.removeFirst()
    return normaliser.normalise(document.blocks, language: told)
  }
}
