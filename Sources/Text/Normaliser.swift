import DatelineDocuments

/// A document becomes normalised text: the door of this room.
///
/// The steps, in their order: characters (`CharacterSteps`), lines and paragraphs
/// (`ParagraphBuilder`), language (`LanguageIdentifier`), tokens (`Tokeniser`), sentences
/// (`SentenceSplitter`). Normalising normalised text changes nothing. Safe to use from several tasks.
public struct Normaliser: Sendable {
  private let indices: [String: KnowledgeIndex]
  private let abbreviations: BrokenAbbreviations
  private let identifier: LanguageIdentifier

  /// A normaliser for the languages it is told about; the knowledge is compiled once, here.
  public init(knowledge: [TextKnowledge]) {
    indices = Dictionary(knowledge.map { ($0.code, KnowledgeIndex($0)) }) { $1 }
    abbreviations = BrokenAbbreviations(knowledge)
    identifier = LanguageIdentifier(knowledge: knowledge)
  }

  /// The body of a document.
  ///
  /// - Complexity: linear in the length of the text.
  /// - Parameters:
  ///   - blocks: what the page or file holds, in reading order.
  ///   - language: the language if it is known (BCP 47); nil to identify it.
  public func normalise(_ blocks: [Block], language: String? = nil) -> NormalisedText {
    var builder = ParagraphBuilder(abbreviations: abbreviations)
    builder.add(blocks)
    let (bytes, paragraphs, warnings) = builder.finished()
    return bytes.withUnsafeBufferPointer { buffer in
      let evidence = paragraphs.map { identifier.evidence(in: buffer, range: $0.range) }
      let whole = identifier.guess(evidence.reduce(into: LanguageEvidence()) { $0.add($1) })
      let document = language.map { stated($0, whole) } ?? whole
      let guesses = evidence.map { piece in
        language == nil ? identifier.guess(piece, inside: document) : document
      }
      return assemble(bytes, buffer, paragraphs, document, guesses, warnings)
    }
  }

  /// One line such as a headline: a single paragraph, whatever line breaks it holds.
  /// - Parameter language: its language where that is known better from elsewhere; nil to identify it.
  public func normalise(line: String, language: LanguageGuess? = nil) -> NormalisedText {
    let bytes = CharacterSteps.clean(line)
      .split(separator: 0x0A).joined(separator: [0x20])
    return Array(bytes).withUnsafeBufferPointer { buffer in
      let range = TextRange(0, buffer.count)
      let guess = language ?? identifier.guess(identifier.evidence(in: buffer, range: range))
      return assemble(Array(buffer), buffer, buffer.isEmpty ? [] : [(range, false)], guess, [guess], [])
    }
  }

  private func stated(_ code: String, _ found: LanguageGuess) -> LanguageGuess {
    LanguageGuess(code: code, script: found.script, confidence: 1)
  }

  private func assemble(
    _ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>,
    _ found: [(range: TextRange, isHeading: Bool)], _ language: LanguageGuess, _ guesses: [LanguageGuess],
    _ warnings: [String]
  ) -> NormalisedText {
    var paragraphs: [Paragraph] = []
    var sentences: [Sentence] = []
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 6)
    for (paragraph, guess) in zip(found, guesses) {
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
      warnings: warnings)
  }
}
