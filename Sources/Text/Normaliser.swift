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
  private let alphabets: AlphabetReader

  /// A normaliser for the languages it is told about; the knowledge is compiled once, here.
  public init(knowledge: [TextKnowledge]) {
    indices = Dictionary(knowledge.map { ($0.code, KnowledgeIndex($0)) }) { $1 }
    abbreviations = BrokenAbbreviations(knowledge)
    identifier = LanguageIdentifier(knowledge: knowledge)
    alphabets = AlphabetReader(knowledge, identifier: identifier)
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
      let isOpen = zip(evidence, guesses).map { language != nil || identifier.isDoubtful($1, $0) }
      return read(
        bytes, buffer, paragraphs, document, guesses, isOpen, warnings, told: language)
    }
  }

  /// One line such as a headline: a single paragraph, whatever line breaks it holds.
  /// - Parameters:
  ///   - language: its language where that is known better from elsewhere; nil to identify it.
  ///   - alphabet: the alphabet of the text it belongs to (`WrittenText.alphabet`), if that is not the main one.
  public func normalise(
    line: String, language: LanguageGuess? = nil, alphabet: String? = nil
  ) -> NormalisedText {
    let bytes = CharacterSteps.clean(line)
      .split(separator: 0x0A).joined(separator: [0x20])
    return Array(bytes).withUnsafeBufferPointer { buffer in
      let range = TextRange(0, buffer.count)
      let evidence = identifier.evidence(in: buffer, range: range)
      let own = alphabet == nil ? identifier.guess(evidence) : nil
      let guess = language ?? own ?? LanguageGuess(code: "und", script: "Zyyy", confidence: 0)
      // A headline may be written in another alphabet than its text.
      let isOther = own.map { $0.script != guess.script } ?? false
      return read(
        Array(buffer), buffer, buffer.isEmpty ? [] : [(range, false)], guess,
        [isOther ? own ?? guess : guess],
        [alphabet != nil || own.map { identifier.isDoubtful($0, evidence) } ?? true], [],
        told: isOther ? nil : language?.code, alphabet: alphabet)
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

  /// Text in another alphabet of its language goes on as its reading in the main one.
  private func read(
    _ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>,
    _ paragraphs: [(range: TextRange, isHeading: Bool)], _ document: LanguageGuess, _ guesses: [LanguageGuess],
    _ isOpen: [Bool], _ warnings: [String], told: String?, alphabet: String? = nil
  ) -> NormalisedText {
    guard
      let reading = alphabets.reading(
        of: buffer, paragraphs: paragraphs, document: document, guesses: guesses, isOpen: isOpen, told: told,
        alphabet: alphabet)
    else { return assemble(bytes, buffer, paragraphs, document, guesses, warnings) }
    return reading.bytes.withUnsafeBufferPointer {
      assemble(
        reading.bytes, $0, reading.paragraphs, reading.document, reading.guesses, warnings,
        written: reading.written)
    }
  }

  private func stated(_ code: String, _ found: LanguageGuess) -> LanguageGuess {
    LanguageGuess(code: code, script: found.script, confidence: 1)
  }

  private func assemble(
    _ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>,
    _ found: [(range: TextRange, isHeading: Bool)], _ language: LanguageGuess, _ guesses: [LanguageGuess],
    _ warnings: [String], written: WrittenText? = nil
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
      warnings: warnings, written: written)
  }
}
