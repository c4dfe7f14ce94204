import DatelineText

/// Remembers the paragraphs of documents as they come and finds the repeats among them.
///
/// Exact repeats are found by a fingerprint of 128 bits, near ones by MinHash and locality-sensitive
/// hashing, each verified by the exact Jaccard similarity. A paragraph that repeats another is not
/// compared with later ones, so what is reported is always the first occurrence, and what remains
/// when all repeats are taken away holds no repeat of what remains.
///
/// Deterministic: no random seeds. Memory grows with the number of distinct paragraphs: about 40
/// bytes each for exact repeats; for near ones also some 300 bytes and 4 a word.
public struct RepetitionIndex: Sendable {
  private let rules: RepetitionRules
  private var documents: [String] = []
  private var exact: [Fingerprint: Occurrence] = [:]
  private var near: NearIndex?
  private var words = ParagraphWords()
  private var shingles: [UInt32] = []

  private struct Occurrence: Sendable {
    var document: Int32
    var paragraph: Int32
    var similarity: Float
  }

  /// An empty index.
  /// - Parameter near: the Jaccard similarity from which near repeats count; nil for exact repeats only.
  public init(near: Double? = nil) {
    self.init(rules: RepetitionRules(near: near))
  }
  /// An empty index with rules of its own.
  public init(rules: RepetitionRules) {
    self.rules = rules
    near = rules.near.map { NearIndex(threshold: $0) }
  }

  /// Adds a document and says which of its paragraphs (indices from 0) repeat an earlier one, of an
  /// earlier document or of itself.
  ///
  /// - Complexity: linear in the length of the text, whatever was added before.
  public mutating func add(document: String, _ text: NormalisedText) -> [Int: Repeat] {
    let own = Int32(clamping: documents.count)
    documents.append(document)
    var found: [Int: Repeat] = [:]
    for (number, paragraph) in text.paragraphs.enumerated() {
      words.read(text.bytes, paragraph.range)
      guard words.count >= rules.shortestExact else { continue }
      if let earlier = place(words.fingerprint, of: own, Int32(clamping: number)) {
        found[number] = Repeat(
          document: earlier.document == own ? nil : documents[Int(earlier.document)],
          paragraph: Int(earlier.paragraph), similarity: Double(earlier.similarity))
      }
    }
    return found
  }

  /// What the paragraph just read repeats; if nothing, it is remembered.
  private mutating func place(
    _ fingerprint: Fingerprint, of document: Int32, _ paragraph: Int32
  ) -> Occurrence? {
    if let earlier = exact[fingerprint] { return earlier }
    let new = Occurrence(document: document, paragraph: paragraph, similarity: 1)
    guard near != nil, words.count >= rules.shortestNear else {
      exact[fingerprint] = new
      return nil
    }
    words.shingles(into: &shingles)
    if let match = near?.match(shingles) {
      let earlier = Occurrence(
        document: match.document, paragraph: match.paragraph, similarity: Float(match.similarity))
      exact[fingerprint] = earlier
      return earlier
    }
    near?.insert(shingles, document: document, paragraph: paragraph)
    exact[fingerprint] = new
    return nil
  }
}
