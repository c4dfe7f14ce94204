import DatelineDocuments
import DatelineRepetition
import DatelineText

/// Finds repeats in one document after another: in each by itself, or across all of them.
struct RepeatSearch {
  private let finder: RepetitionFinder
  private var index: RepetitionIndex?

  init(near: Double?, across: Bool) {
    finder = RepetitionFinder(near: near)
    index = across ? RepetitionIndex(near: near) : nil
  }

  /// The paragraphs (indices from 0) that repeat an earlier one.
  mutating func repeats(in text: NormalisedText, of document: Document) -> [Int: Repeat] {
    index?.add(document: label(of: document), text) ?? finder.repeats(in: text)
  }
}
