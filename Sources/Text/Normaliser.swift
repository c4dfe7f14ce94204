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
  private let steps: Set<NormalisationStep>
  /// How much of a text is looked at for its script where its language is known, in bytes.
  private static let scriptLook = 2048

  /// A normaliser for the languages it is told about; the knowledge is compiled once, here.
  /// - Parameter steps: what is done to texts; all steps unless some are to be left out.
  public init(
    knowledge: [TextKnowledge], steps: Set<NormalisationStep> = Set(NormalisationStep.allCases)
  ) {
    indices = Dictionary(knowledge.map { ($0.code, KnowledgeIndex($0)) }) { $1 }
    abbreviations = BrokenAbbreviations(knowledge)
    identifier = LanguageIdentifier(knowledge: knowledge)
    self.steps = steps
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
    var cleaner = TextCleaner(steps: steps)
    for block in blocks { cleaner.add(block) }
    return normalised(cleaner, language: language, depth: depth)
  }

  /// A plain text in UTF-8, its paragraphs parted by empty lines; damage becomes U+FFFD.
  /// - Complexity: linear.
  public func normalise(
    utf8 bytes: [UInt8], language: String? = nil, depth: Depth = .tokens
  ) -> NormalisedText {
    var cleaner = TextCleaner(steps: steps)
    bytes.withUnsafeBufferPointer { cleaner.add($0, kind: .paragraph) }
    return normalised(cleaner, language: language, depth: depth)
  }

  /// One line such as a headline: a single paragraph, whatever line breaks it holds.
  /// - Parameter language: its language where that is known better from elsewhere; nil to identify it.
  public func normalise(line: String, language: LanguageGuess? = nil) -> NormalisedText {
    var cleaner = TextCleaner(steps: steps)
    cleaner.add(Block(.paragraph, line))
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
      let guess = language ?? identifier.guess(identifier.evidence(in: buffer, range: range))
      return assemble(
        text, map.sourceCount, buffer, buffer.isEmpty ? [] : [(range, false)], guess, [guess],
        cleaner.warnings,
        .tokens)
    }
  }

  /// The language of a plain text in valid UTF-8.
  public func language(of bytes: [UInt8]) -> LanguageGuess {
    bytes.withUnsafeBufferPointer {
      identifier.guess(identifier.evidence(in: $0, range: TextRange(0, $0.count)))
    }
  }

  private func normalised(
    _ cleaner: TextCleaner, language: String?, depth: Depth
  ) -> NormalisedText {
    var builder = ParagraphBuilder(
      abbreviations: abbreviations, joinsLines: steps.contains(.brokenLines))
    let map = cleaner.text.map(sourceCount: cleaner.sourceCount)
    cleaner.text.bytes.withUnsafeBufferPointer { builder.add(cleaner.lines, in: $0, map: map) }
    let paragraphs = builder.paragraphs
    let warnings = cleaner.warnings + builder.warnings
    return builder.text.bytes.withUnsafeBufferPointer { buffer in
      if let language {
        let look = TextRange(0, min(buffer.count, Self.scriptLook))
        let guess = stated(language, identifier.guess(identifier.evidence(in: buffer, range: look)))
        return assemble(
          builder.text, map.sourceCount, buffer, paragraphs, guess, nil, warnings, depth)
      }
      let evidence = paragraphs.map { identifier.evidence(in: buffer, range: $0.range) }
      let whole = identifier.guess(evidence.reduce(into: LanguageEvidence()) { $0.add($1) })
      let guesses = evidence.map { identifier.guess($0, inside: whole) }
      return assemble(
        builder.text, map.sourceCount, buffer, paragraphs, whole, guesses, warnings, depth)
    }
  }

  private func stated(_ code: String, _ found: LanguageGuess) -> LanguageGuess {
    LanguageGuess(code: code, script: found.script, confidence: 1)
  }

  private func assemble(
    _ text: MappedText, _ sourceCount: Int, _ buffer: UnsafeBufferPointer<UInt8>,
    _ found: [(range: TextRange, isHeading: Bool)], _ language: LanguageGuess, _ guesses: [LanguageGuess]?,
    _ warnings: [String], _ depth: Depth
  ) -> NormalisedText {
    let bytes = text.bytes
    var paragraphs: [Paragraph] = []
    var sentences: [Sentence] = []
    var tokens: [Token] = []
    if depth == .tokens { tokens.reserveCapacity(bytes.count / 6) }
    for (index, paragraph) in found.enumerated() {
      let guess = guesses?[index] ?? language
      let knowledge = indices[guess.code]
      let own = Tokeniser.tokens(in: buffer, range: paragraph.range, knowledge: knowledge)
      let firstToken = tokens.count
      let firstSentence = sentences.count
      tokens += own
      for range in SentenceSplitter.sentences(of: own, in: buffer, knowledge: knowledge) {
        tokens[firstToken + range.lowerBound].shape.insert(.startsSentence)
        sentences.append(
          Sentence(
            range: TextRange(own[range.lowerBound].range.lower, own[range.upperBound - 1].range.upper),
            tokens: (firstToken + range.lowerBound)..<(firstToken + range.upperBound)))
      }
      paragraphs.append(
        Paragraph(
          range: paragraph.range, language: guess, sentences: firstSentence..<sentences.count,
          isHeading: paragraph.isHeading))
    }
    return NormalisedText(
      bytes: bytes, paragraphs: paragraphs, sentences: sentences, tokens: tokens, language: language,
      sourceMap: text.map(sourceCount: sourceCount), warnings: warnings)
  }
}
