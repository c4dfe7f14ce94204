import DatelineDocuments

/// A document becomes normalised text: the door of this room.
///
/// Characters and words are cleaned (`TextCleaner`), lines become paragraphs (`ParagraphBuilder`), the
/// language is identified (`LanguageIdentifier`), sentences (`SentenceSplitter`) and tokens (`Tokeniser`)
/// are found. `NormalisationStep` names what is done to the text itself; normalising normalised text
/// changes nothing. Safe to use from several tasks.
public struct Normaliser: Sendable {
  /// How far the reading goes.
  public enum Depth: Sendable {
    /// Paragraphs and sentences; `tokens` stay empty.
    case sentences
    /// Tokens too.
    case tokens
  }

  private let indices: [String: KnowledgeIndex]
  private let abbreviations: BrokenAbbreviations
  private let identifier: LanguageIdentifier
  private let alphabets: AlphabetReader
  private let letters: LetterSteps
  private var steps: Set<NormalisationStep>
  /// How much of a text is looked at for its script where its language is known, in bytes.
  private static let scriptLook = 256

  /// A normaliser for the languages it is told about; the knowledge is compiled once, here.
  /// - Parameters:
  ///   - knowledge: the languages.
  ///   - languages: by what languages are told apart; without it only scripts are.
  ///   - letters: what is known of letters that were typed in place of others; without it none is put right.
  ///   - steps: what is done to texts; all steps unless some are to be left out.
  public init(
    knowledge: [TextKnowledge], languages: LanguageModel? = nil, letters: LetterKnowledge = LetterKnowledge(),
    steps: Set<NormalisationStep> = Set(NormalisationStep.allCases)
  ) {
    indices = Dictionary(knowledge.map { ($0.code, KnowledgeIndex($0)) }) { $1 }
    abbreviations = BrokenAbbreviations(knowledge)
    identifier = LanguageIdentifier(model: languages)
    alphabets = AlphabetReader(knowledge, identifier: identifier)
    self.letters = LetterSteps(letters, knowledge: knowledge, identifier: identifier)
    self.steps = steps
  }

  /// The same normaliser with other steps; what it knows of the languages is shared, not compiled again.
  public func taking(_ steps: Set<NormalisationStep>) -> Normaliser {
    var other = self
    other.steps = steps
    return other
  }

  /// The body of a document.
  ///
  /// - Complexity: linear in the length of the text.
  /// - Parameters:
  ///   - blocks: what the page or file holds, in reading order.
  ///   - language: the language if it is known (BCP 47); nil to identify it.
  ///   - depth: what is wanted.
  public func normalise(
    _ blocks: [Block], language: String? = nil, depth: Depth = .tokens
  ) -> NormalisedText {
    var cleaner = TextCleaner(steps: steps, letters: letters)
    cleaner.add(blocks)
    return normalised(cleaner, language: language, depth: depth)
  }

  /// A plain text in UTF-8, its paragraphs parted by empty lines; damage becomes U+FFFD.
  /// - Complexity: linear.
  public func normalise(
    utf8 bytes: [UInt8], language: String? = nil, depth: Depth = .tokens
  ) -> NormalisedText {
    var cleaner = TextCleaner(steps: steps, letters: letters)
    bytes.withUnsafeBufferPointer { cleaner.add($0, kind: .paragraph) }
    return normalised(cleaner, language: language, depth: depth)
  }

  /// One line such as a headline: a single paragraph, whatever line breaks it holds.
  /// - Parameters:
  ///   - language: its language where that is known better from elsewhere; nil to identify it.
  ///   - alphabet: the alphabet of the text it belongs to (`WrittenText.alphabet`), if that is not the main one.
  public func normalise(
    line: String, language: LanguageGuess? = nil, alphabet: String? = nil
  ) -> NormalisedText {
    var cleaner = TextCleaner(steps: steps, letters: letters)
    cleaner.add([Block(.paragraph, line)])
    let map = cleaner.text.map(sourceCount: cleaner.sourceCount)
    var text = MappedText()
    cleaner.text.bytes.withUnsafeBufferPointer { source in
      for line in cleaner.lines {
        if !text.bytes.isEmpty { text.insert([0x20]) }
        text.copy(
          UnsafeBufferPointer(rebasing: source[line.range.lower..<line.range.upper]), through: map, line.range
        )
      }
    }
    return text.bytes.withUnsafeBufferPointer { buffer in
      let range = TextRange(0, buffer.count)
      let evidence = identifier.evidence(in: buffer, range: range)
      let own = alphabet == nil ? identifier.guess(evidence) : nil
      let guess = language ?? own ?? LanguageGuess(code: "und", script: "Zyyy", confidence: 0)
      // A headline may be written in another alphabet than its text.
      let isOther = own.map { $0.script != guess.script } ?? false
      let plain = PlainReading(
        text: text, sourceCount: map.sourceCount, paragraphs: buffer.isEmpty ? [] : [(range, false)],
        language: guess, guesses: [isOther ? own ?? guess : guess], warnings: cleaner.warnings)
      let isOpen = [alphabet != nil || own.map { self.isOpen($0, evidence) } ?? true]
      return read(
        plain, buffer, isOpen: isOpen, told: isOther ? nil : language?.code, alphabet: alphabet,
        depth: .tokens)
    }
  }

  /// The sentence splitter for a language; without knowledge if the language is unknown.
  package func sentenceFinder(for language: String) -> SentenceFinder {
    SentenceFinder(index: indices[language])
  }

  /// The language of a plain text in valid UTF-8.
  public func language(of bytes: [UInt8]) -> LanguageGuess {
    bytes.withUnsafeBufferPointer {
      identifier.guess(identifier.evidence(in: $0, range: TextRange(0, $0.count)))
    }
  }

  /// What does not come out of the alphabets' own examples as they say: one sentence each.
  public func alphabetFaults() -> [String] { alphabets.exampleFaults() }

  /// A text read by one alphabet, whatever it looks like; nil if there is no such alphabet.
  package func reading(of text: String, language: String, alphabet: String) -> String? {
    guard let known = alphabets.languages.first(where: { $0.code == language }),
      let number = known.alphabets.firstIndex(where: { $0.name == alphabet })
    else { return nil }
    return alphabets.read(text, by: known, number)
  }

  /// A text with its paragraphs and their languages, before anything is read in it.
  private struct PlainReading {
    var text: MappedText
    /// Bytes of the blocks' texts, joined by line feeds.
    var sourceCount: Int
    var paragraphs: [(range: TextRange, isHeading: Bool)]
    var language: LanguageGuess
    /// One a paragraph; empty if all are in the language of the whole.
    var guesses: [LanguageGuess]
    var warnings: [String]
  }

  private func normalised(
    _ cleaner: TextCleaner, language: String?, depth: Depth
  ) -> NormalisedText {
    var builder = ParagraphBuilder(
      abbreviations: abbreviations, joinsLines: steps.contains(.brokenLines))
    let map = cleaner.text.map(sourceCount: cleaner.sourceCount)
    cleaner.text.bytes.withUnsafeBufferPointer { builder.add(cleaner.lines, in: $0, map: map) }
    return builder.text.bytes.withUnsafeBufferPointer { buffer in
      var plain = PlainReading(
        text: builder.text, sourceCount: map.sourceCount, paragraphs: builder.paragraphs,
        language: LanguageGuess(code: "und", script: "Zyyy", confidence: 0), guesses: [],
        warnings: cleaner.warnings + builder.warnings)
      if let language {
        let look = TextRange(0, min(buffer.count, Self.scriptLook))
        let found = identifier.guess(identifier.evidence(in: buffer, range: look))
        plain.language = stated(language, found)
        return read(
          plain, buffer, isOpen: Array(repeating: true, count: plain.paragraphs.count), told: language,
          alphabet: nil, depth: depth)
      }
      let evidence = plain.paragraphs.map { identifier.evidence(in: buffer, range: $0.range) }
      plain.language = identifier.guess(evidence.reduce(into: LanguageEvidence()) { $0.add($1) })
      plain.guesses = evidence.map { identifier.guess($0, inside: plain.language) }
      let isOpen = zip(evidence, plain.guesses).map { self.isOpen($1, $0) }
      return read(plain, buffer, isOpen: isOpen, told: nil, alphabet: nil, depth: depth)
    }
  }

  /// Whether a text may be in a language of ours that is written in another alphabet: where the guess is
  /// doubtful, and where it is no language at all.
  private func isOpen(_ guess: LanguageGuess, _ evidence: LanguageEvidence) -> Bool {
    guess.code == "und" || identifier.isDoubtful(guess, evidence)
  }

  /// Text in another alphabet of its language goes on as its reading in the main one.
  private func read(
    _ plain: PlainReading, _ buffer: UnsafeBufferPointer<UInt8>, isOpen: [Bool], told: String?,
    alphabet: String?, depth: Depth
  ) -> NormalisedText {
    let map = plain.text.map(sourceCount: plain.sourceCount)
    guard isOpen.contains(true),
      !plain.guesses.isEmpty || AlphabetReader.reads(script: plain.language.script),
      let reading = alphabets.reading(
        of: buffer, paragraphs: plain.paragraphs, document: plain.language,
        guesses: plain.guesses.isEmpty
          ? Array(repeating: plain.language, count: plain.paragraphs.count) : plain.guesses,
        isOpen: isOpen, told: told, alphabet: alphabet)
    else {
      return assemble(
        plain.text.bytes, buffer, plain.paragraphs, plain.language, plain.guesses, map, plain.warnings, depth)
    }
    return reading.bytes.withUnsafeBufferPointer {
      assemble(
        reading.bytes, $0, reading.paragraphs, reading.document, reading.guesses, map, plain.warnings, depth,
        written: reading.written)
    }
  }

  private func stated(_ code: String, _ found: LanguageGuess) -> LanguageGuess {
    LanguageGuess(code: code, script: found.script, confidence: 1)
  }

  private func assemble(
    _ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>,
    _ found: [(range: TextRange, isHeading: Bool)], _ language: LanguageGuess, _ guesses: [LanguageGuess],
    _ sourceMap: SourceMap, _ warnings: [String], _ depth: Depth, written: WrittenText? = nil
  ) -> NormalisedText {
    var paragraphs: [Paragraph] = []
    var sentences: [Sentence] = []
    var tokens: [Token] = []
    if depth == .tokens { tokens.reserveCapacity(bytes.count / 6) }
    var ranges: [TextRange] = []
    paragraphs.reserveCapacity(found.count)
    // Most paragraphs are in the language of the one before.
    var (code, knowledge) = (language.code, indices[language.code])
    for (index, paragraph) in found.enumerated() {
      let guess = guesses.isEmpty ? language : guesses[index]
      if guess.code != code { (code, knowledge) = (guess.code, indices[guess.code]) }
      let firstSentence = sentences.count
      ranges.removeAll(keepingCapacity: true)
      SentenceSplitter.sentences(in: buffer, range: paragraph.range, knowledge: knowledge, into: &ranges)
      for range in ranges {
        let firstToken = tokens.count
        if depth == .tokens {
          Tokeniser.append(to: &tokens, in: buffer, range: range, knowledge: knowledge)
          tokens[firstToken].shape.insert(.startsSentence)
        }
        sentences.append(Sentence(range: range, tokens: firstToken..<tokens.count))
      }
      paragraphs.append(
        Paragraph(
          range: paragraph.range, language: guess, sentences: firstSentence..<sentences.count,
          isHeading: paragraph.isHeading))
    }
    return NormalisedText(
      bytes: bytes, paragraphs: paragraphs, sentences: sentences, tokens: tokens, language: language,
      sourceMap: sourceMap, warnings: Self.gathered(warnings), written: written)
  }

  /// Warnings that say the same, as one each: a long document repeats itself.
  private static func gathered(_ warnings: [String]) -> [String] {
    guard warnings.count > 1 else { return warnings }
    var counts: [String: Int] = [:]
    for warning in warnings { counts[warning, default: 0] += 1 }
    return warnings.compactMap { warning in
      guard let count = counts.removeValue(forKey: warning) else { return nil }
      return count == 1 ? warning : "\(warning) (\(count) times)"
    }
  }
}
