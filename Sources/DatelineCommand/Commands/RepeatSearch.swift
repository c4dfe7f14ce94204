import DatelineDocuments
import DatelineRepetition
import DatelineText

/// A paragraph that was there before; paragraphs are counted from 0.
struct FoundRepeat: Equatable {
  var paragraph: Int
  var original: Int
  /// The document of the original; nil if it is the same one.
  var otherDocument: String?
  var similarity: Double
}

/// Finds repeats in one document after another: the one place where commands use the Repetition room.
struct RepeatSearch {
  private let finder: RepetitionFinder
  private let across: Bool

  init(near: Double?, across: Bool) {
    finder = RepetitionFinder(near: near)
    self.across = across
  }

  /// In the order of the paragraphs.
  mutating func repeats(in text: NormalisedText, of document: Document) -> [FoundRepeat] {
    finder.repeats(in: text).map { index, repeated in
      FoundRepeat(
        paragraph: index, original: repeated.paragraph, otherDocument: nil, similarity: repeated.similarity)
    }.sorted { $0.paragraph < $1.paragraph }
  }
}
