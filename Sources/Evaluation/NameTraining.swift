import Dateline
import DatelineAnnotations
import DatelineDocuments
import DatelineLexicon
import DatelineTagger
import DatelineText
import Foundation

/// How a model of names is trained.
public struct NameTrainingOptions: Sendable {
  /// How often every text is seen; nil for the standard.
  public var epochs: Int?
  /// The order of the texts, and with it the model, follows from this number.
  public var seed: UInt64 = 1
  /// Features seen less often are left out; nil for the standard.
  public var cutOff: Int?
  /// At most as many features stay in the model; nil for the standard.
  public var features: Int?
  /// What recognition draws on.
  package var sources = NameSources.all

  /// The standard.
  public init() {}

  fileprivate var forTagger: TrainingOptions {
    var options = TrainingOptions()
    options.seed = seed
    options.seesDocument = sources.contains(.document)
    if let epochs { options.epochs = epochs }
    if let cutOff { options.cutOff = cutOff }
    if let features { options.features = features }
    return options
  }
}

/// Trains the tagger of a language on texts with names marked, and measures it.
public struct NameTraining: Sendable {
  /// How strictly equal spans and types were found, by type (`PER`, `ORG`, `LOC`), and how fast.
  public struct Result: Sendable {
    /// By type.
    public var scores: [String: Score] = [:]
    /// All types together.
    public var total: Score { scores.values.reduce(Score()) { $0 + $1 } }
    /// Tokens tagged.
    public var tokens = 0
    /// Seconds that tagging took, hints included.
    public var seconds = 0.0
  }

  fileprivate struct Example: Sendable {
    var training: TrainingText
    var gold: [Name]
    var ignored: [Span]
    /// Where each token starts and ends in the text of the gold; nil for one that is not there.
    var positions: [Span?]
    /// Where names may end inside a token: from its start.
    var heads: [Int: Span]
  }
  fileprivate struct Name: Hashable, Sendable {
    var span: Span
    var kind: TaggedKind
  }

  private let lexicon: Lexicon
  private let annotator: Annotator
  private let normaliser: Normaliser
  private let options: NameTrainingOptions

  /// - Parameter dictionaries: the folder; nil for the one that comes with the program.
  /// - Throws: `DictionaryFaults`, or `EvaluationError` for a language without a dictionary.
  public init(language: String, dictionaries: String? = nil, options: NameTrainingOptions) throws {
    let lexicons = try Lexicons(folder: dictionaries)
    guard let lexicon = lexicons.lexicon(language) else {
      let known = lexicons.languages.map(\.code).joined(separator: ", ")
      throw EvaluationError(
        path: lexicons.folder, message: "there is no dictionary of ‘\(language)’; there are \(known)")
    }
    self.lexicon = lexicon
    annotator = Annotator(lexicon, tagger: nil, sources: options.sources)
    self.options = options
    normaliser = Normaliser(
      knowledge: lexicons.languages.map(\.textKnowledge), languages: lexicons.languageModel,
      letters: lexicons.letterKnowledge)
  }

  /// The bytes of a model trained on files of JSON Lines.
  ///
  /// - Parameters:
  ///   - posts: files of user posts, of which only what resembles news is learned.
  ///   - progress: called after each epoch with its number and the mean loss of a token.
  /// - Throws: `EvaluationError` if a file cannot be read.
  public func model(
    of files: [String], posts: [String] = [], progress: (Int, Double) -> Void = { _, _ in }
  ) throws -> [UInt8] {
    let texts = try (files.flatMap { try examples(of: $0) } + posts.flatMap { try examples(ofPosts: $0) })
      .map(\.training)
    return NameTrainer.model(from: texts, options: options.forTagger, progress: progress)
  }

  /// Measures by cross-validation: each part of the files is tagged by a model of all other parts.
  ///
  /// - Parameters:
  ///   - parts: how many parts each file is cut into; neighbouring lines stay together.
  ///   - also: files that every model learns from and that are not measured.
  ///   - posts: the same, of user posts.
  ///   - progress: called after each part with its result.
  /// - Throws: `EvaluationError` if a file cannot be read.
  public func crossValidate(
    _ files: [String], parts: Int, also: [String] = [], posts: [String] = [],
    progress: (Int, Result) -> Void = { _, _ in }
  ) throws -> (tagger: Result, recognition: Result) {
    let measured = try files.map { try examples(of: $0, learning: false) }
    let always = try (also.flatMap { try examples(of: $0) } + posts.flatMap { try examples(ofPosts: $0) })
      .map(\.training)
    var whole = Result()
    var recognition = Result()
    for part in 0..<parts {
      var learned = always
      var held: [Example] = []
      for file in measured {
        let range = (file.count * part / parts)..<(file.count * (part + 1) / parts)
        for (index, example) in file.enumerated() {
          if range.contains(index) { held.append(example) } else { learned.append(example.training) }
        }
      }
      let tagger = try tagger(of: learned, path: "part \(part + 1)")
      let result = measure(tagger, held)
      whole.add(result)
      recognition.add(measureRecognition(tagger, held))
      progress(part + 1, result)
    }
    return (whole, recognition)
  }

  /// Measures by cross-validation what the dictionaries and rules find without any model.
  ///
  /// - Throws: `EvaluationError` if a file cannot be read.
  public func rulesAlone(_ files: [String]) throws -> Result {
    measureRecognition(nil, try files.flatMap { try examples(of: $0, learning: false) })
  }

  private func tagger(of texts: [TrainingText], path: String) throws -> NameTagger {
    try NameTagger(
      bytes: NameTrainer.model(from: texts, options: options.forTagger), path: path,
      seesDocument: options.sources.contains(.document))
  }

  /// Measures a model on other texts.
  ///
  /// - Parameters:
  ///   - bytes: the model.
  ///   - files: texts that it was not trained on.
  /// - Throws: `ModelError`, or `EvaluationError` if a file cannot be read.
  public func measure(_ bytes: [UInt8], on files: [String]) throws -> Result {
    let tagger = try NameTagger(bytes: bytes, path: "the model just trained")
    return measure(tagger, try files.flatMap { try examples(of: $0, learning: false) })
  }

  /// Measures the names in the records, which rules, dictionaries and model find together.
  private func measureRecognition(_ tagger: NameTagger?, _ examples: [Example]) -> Result {
    let annotator = Annotator(lexicon, tagger: tagger, sources: options.sources)
    var result = Result()
    for example in examples {
      let text = example.training.text
      let start = DispatchTime.now().uptimeNanoseconds
      let bearers = annotator.names(in: text)
      result.seconds += Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
      result.tokens += text.tokens.count
      var starts: [Int: Int] = [:]
      var ends: [Int: Int] = [:]
      for (index, token) in text.tokens.enumerated() {
        starts[token.range.lower] = index
        ends[token.range.upper] = index
      }
      var found: Set<Name> = []
      for bearer in bearers {
        for mention in bearer.mentions where mention.part == .body {
          guard let first = starts[mention.range.lower].flatMap({ example.positions[$0] }),
            let last = ends[mention.range.upper].flatMap({ example.positions[$0] })
          else { continue }
          found.insert(Name(span: Span(first.start, last.end), kind: bearer.kind.tagged))
        }
      }
      result.count(found, example)
    }
    return result
  }

  private func measure(_ tagger: NameTagger, _ examples: [Example]) -> Result {
    var result = Result()
    for example in examples {
      let text = example.training.text
      let start = DispatchTime.now().uptimeNanoseconds
      let spans = tagger.tag(text) { example.training.hints[$0] }
      result.seconds += Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
      result.tokens += text.tokens.count
      var found: Set<Name> = []
      for span in spans {
        guard let first = example.positions[span.tokens.lowerBound],
          let last = example.heads[span.tokens.upperBound - 1]
            ?? example.positions[span.tokens.upperBound - 1]
        else { continue }
        found.insert(Name(span: Span(first.start, last.end), kind: span.kind))
      }
      result.count(found, example)
    }
    return result
  }

  // MARK: - Reading

  private func examples(of path: String, learning: Bool = true) throws -> [Example] {
    var examples: [Example] = []
    for (number, line) in try NameTexts.lines(of: path).enumerated() {
      examples.append(example(of: line))
      // Headlines and whole reports may stand in capitals: some of the texts are learned so as well.
      if learning, number % 25 == 24, let loud = line.inCapitals { examples.append(example(of: loud)) }
    }
    return examples
  }

  /// Posts that resemble news: five words or more without names of users, tags and other signs of posts;
  /// what follows an address is cut off with it.
  private func examples(ofPosts path: String) throws -> [Example] {
    try NameTexts.lines(of: path).compactMap { line in
      var line = line
      if let address = line.text.range(of: "http") {
        line.text = String(line.text[..<address.lowerBound])
        let length = line.text.unicodeScalars.count
        line.entities.removeAll { $0.end > length }
      }
      let words = line.text.split(separator: " ")
      let isPost = line.text.contains { "@#&".contains($0) } || words.contains("RT")
      return isPost || words.count < 5 ? nil : example(of: line)
    }
  }

  private func example(of line: NamesGold.Line) -> Example {
    let text = normaliser.normalise(NamesGold.blocks(of: line.text), language: lexicon.code)
    let alignment = Alignment(from: text.string, to: line.text)
    let offsets = CodePointOffsets(text.bytes)
    let positions = text.tokens.map { token in
      alignment.span(
        of: Span(offsets.codePoints(at: token.range.lower), offsets.codePoints(at: token.range.upper)))
    }
    let (hints, ranges) = annotator.taggerHints(of: text)
    let heads = ranges.mapValues { range in
      alignment.span(of: Span(offsets.codePoints(at: range.lower), offsets.codePoints(at: range.upper)))
    }.compactMapValues { $0 }
    let gold = line.entities.compactMap { entity in
      TaggedKind(tag: entity.type).map { Name(span: Span(entity.start, entity.end), kind: $0) }
    }
    let ignored = (line.ignore ?? []).map { Span($0.start, $0.end) }
    var names: [(tokens: Range<Int>, kind: TaggedKind)] = []
    var unknown = ignored.compactMap { tokens(of: $0, positions)?.tokens }
    // The outermost of nested names counts.
    for name in gold.sorted(by: { $0.span.end - $0.span.start > $1.span.end - $1.span.start }) {
      guard let (tokens, isExact) = tokens(of: name.span, positions) else { continue }
      // "Lufthansa-Maschine": the name ends inside the token, where a name may.
      let isHead =
        positions[tokens.lowerBound]?.start == name.span.start
        && heads[tokens.upperBound - 1]?.end == name.span.end
      if !isExact, !isHead {
        unknown.append(tokens)
      } else if !names.contains(where: { $0.tokens.overlaps(tokens) }) {
        names.append((tokens, name.kind))
      }
    }
    unknown.removeAll { range in names.contains { $0.tokens.overlaps(range) } }
    return Example(
      training: TrainingText(text: text, hints: hints, names: names, unknown: unknown), gold: gold,
      ignored: ignored, positions: positions, heads: heads)
  }

  /// The tokens that a span touches, and whether it ends where they end.
  private func tokens(of span: Span, _ positions: [Span?]) -> (tokens: Range<Int>, isExact: Bool)? {
    var low = 0
    var high = positions.count
    // Positions rise; the few tokens without one are skipped.
    while low < high {
      let middle = (low + high) / 2
      if let position = positions[middle], position.end > span.start {
        high = middle
      } else if positions[middle] == nil,
        positions[low..<middle].contains(where: { ($0?.end ?? 0) > span.start })
      {
        high = middle
      } else {
        low = middle + 1
      }
    }
    var last: Int?
    var index = low
    while index < positions.count {
      if let position = positions[index] {
        if position.start >= span.end { break }
        last = index
      }
      index += 1
    }
    guard let last, last >= low, let start = positions[low]?.start, let end = positions[last]?.end else {
      return nil
    }
    return (low..<(last + 1), start == span.start && end == span.end)
  }
}

extension NameTraining.Result {
  /// Compares the names found in a text with those that are there.
  fileprivate mutating func count(_ names: Set<NameTraining.Name>, _ example: NameTraining.Example) {
    func counts(_ name: NameTraining.Name) -> Bool {
      !example.ignored.contains { name.span.start < $0.end && $0.start < name.span.end }
    }
    let found = names.filter(counts)
    let wanted = Set(example.gold.filter(counts))
    for kind in TaggedKind.allCases {
      let ofKind = wanted.filter { $0.kind == kind }
      scores[kind.tag, default: Score()] += Score(
        correct: ofKind.intersection(found).count, found: found.filter { $0.kind == kind }.count,
        expected: ofKind.count)
    }
  }

  fileprivate mutating func add(_ other: Self) {
    for (tag, score) in other.scores { scores[tag, default: Score()] += score }
    tokens += other.tokens
    seconds += other.seconds
  }
}

extension NamesGold.Line {
  /// The same text in capitals; nil where that would change its length.
  fileprivate var inCapitals: NamesGold.Line? {
    let loud = text.uppercased()
    guard loud != text, loud.unicodeScalars.count == text.unicodeScalars.count else { return nil }
    var line = self
    line.text = loud
    return line
  }
}

extension TaggedKind {
  fileprivate init?(tag: String) {
    switch tag {
    case "PER": self = .person
    case "ORG": self = .organisation
    case "LOC": self = .place
    default: return nil
    }
  }
  fileprivate var tag: String {
    switch self {
    case .person: "PER"
    case .organisation: "ORG"
    case .place: "LOC"
    }
  }
}
