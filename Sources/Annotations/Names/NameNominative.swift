import DatelineLexicon
import DatelineText

/// The nominative of names that stand by themselves, without the document around them.
package struct NameNominative: Sendable {
  private let lexicon: Lexicon

  /// Nominatives by the endings and names of a language.
  package init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// The nominative of a whole text that is a name.
  package func name(_ text: NormalisedText, kind: NameKind) -> String {
    let reading = LexicalReading(text, lexicon: lexicon)
    let scan = NameScan(reading: reading, vocabulary: Vocabulary(), blocked: [])
    var tokens = text.tokens.indices
    // "des Bundestages": the article is none of the name.
    while let first = tokens.first, tokens.count > 1, !scan.isCapitalised(first),
      reading.has(at: first, .definite)
    {
      tokens = tokens.dropFirst()
    }
    // The apostrophe of a genitive is a token of its own: "Scholz’".
    while let last = tokens.last, tokens.count > 1, reading.isSign(last, "’") || reading.isSign(last, "'") {
      tokens = tokens.dropLast()
    }
    guard !tokens.isEmpty else { return "" }
    switch kind {
    case .person: return scan.nominative.person(tokens).name
    case .organisation: return scan.nominative.organisation(tokens, scan)
    case .place: return scan.nominative.place(tokens)
    }
  }
}
