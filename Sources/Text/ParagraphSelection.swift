extension NormalisedText {
  /// The same text with only some of its paragraphs, their sentences and tokens; all ranges stay what they were.
  ///
  /// Rooms that read sentences and tokens see nothing else; what they find stands where it stands in the whole.
  /// - Parameter chosen: indices of paragraphs, rising.
  package func selecting(paragraphs chosen: [Int], language: LanguageGuess) -> NormalisedText {
    var ownParagraphs: [Paragraph] = []
    var ownSentences: [Sentence] = []
    var ownTokens: [Token] = []
    for index in chosen where paragraphs.indices.contains(index) {
      var paragraph = paragraphs[index]
      let firstSentence = ownSentences.count
      for var sentence in sentences[paragraph.sentences] {
        let firstToken = ownTokens.count
        ownTokens += tokens[sentence.tokens]
        sentence.tokens = firstToken..<ownTokens.count
        ownSentences.append(sentence)
      }
      paragraph.sentences = firstSentence..<ownSentences.count
      ownParagraphs.append(paragraph)
    }
    return NormalisedText(
      bytes: bytes, paragraphs: ownParagraphs, sentences: ownSentences, tokens: ownTokens, language: language,
      sourceMap: sourceMap, warnings: warnings, written: written)
  }
}
