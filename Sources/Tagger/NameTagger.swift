import DatelineText
import Foundation

/// Finds names of persons, organisations and places by a learned model of one language.
///
/// A linear model over sequences of labels: each feature of a token adds its weights to the labels, and the
/// best sequence of a sentence wins. A value without mutable state: safe to use from several tasks at once.
public struct NameTagger: Sendable {
  private let model: ModelFile
  /// Whether the occurrences of a word in the whole text say something of each.
  private let seesDocument: Bool
  private let memories = ReaderMemories<RememberedSums>()

  /// Opens a model.
  ///
  /// - Throws: `ModelError`, which names the file, if it is missing, cut off, damaged or of another version.
  public init(modelAt path: String) throws {
    model = try ModelFile(path: path)
    seesDocument = true
  }

  /// A model in memory.
  ///
  /// - Parameter path: what errors call it.
  package init(bytes: [UInt8], path: String, seesDocument: Bool = true) throws {
    model = try ModelFile(bytes: Data(bytes), path: path)
    self.seesDocument = seesDocument
  }

  /// The names in a text, in order, none overlapping another, and what the model thinks of other candidates.
  ///
  /// - Parameters:
  ///   - text: a text in the language of the model.
  ///   - candidates: names that somebody else found; each lies in one sentence. Its score becomes how likely the
  ///     model holds it.
  ///   - hints: what the caller knows of a token, by its index: the same as when the model was trained.
  /// - Complexity: O(bytes + tokens of all candidates).
  package func tag(
    _ text: NormalisedText, rating candidates: inout [TaggedSpan], hints: (Int) -> TokenHint
  ) -> [TaggedSpan] {
    let order = candidates.indices.sorted {
      candidates[$0].tokens.lowerBound < candidates[$1].tokens.lowerBound
    }
    var next = 0
    var spans: [TaggedSpan] = []
    model.bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return }
      let table = WeightTable(raw: base + ModelFile.tableStart, count: UInt64(model.buckets))
      let memory = memories.take { RememberedSums(table, model.transitions) }
      memory.makeRoom()
      let features = TextFeatures(text, document: seesDocument, hints: hints) {
        memory.spelling($0, $1, table)
      }
      SumVisits(features, memory, table).withSums { sums in
        let scale = model.scale
        memory.withLattice { lattice in
          for sentence in text.sentences where !sentence.tokens.isEmpty {
            lattice.scores.removeAll(keepingCapacity: true)
            for token in sentence.tokens {
              lattice.scores.append(sums.labels(of: token, in: sentence.tokens).all * scale)
            }
            let found = Self.spans(of: lattice.best(), from: sentence.tokens.lowerBound)
            let first = next
            while next < order.count, candidates[order[next]].tokens.lowerBound < sentence.tokens.upperBound {
              next += 1
            }
            if found.isEmpty, first == next { continue }
            let isSound = lattice.sum() != nil
            for var span in found {
              span.score = isSound ? lattice.likelihood(of: span, from: sentence.tokens) : 0
              spans.append(span)
            }
            for index in order[first..<next] {
              candidates[index].score =
                isSound ? lattice.likelihood(of: candidates[index], from: sentence.tokens) : 0
            }
          }
        }
      }
      memories.give(back: memory)
    }
    return spans
  }

  /// The names in a text, in order; none overlaps another.
  package func tag(_ text: NormalisedText, hints: (Int) -> TokenHint) -> [TaggedSpan] {
    var none: [TaggedSpan] = []
    return tag(text, rating: &none, hints: hints)
  }

  private static func spans(of labels: [Int], from first: Int) -> [TaggedSpan] {
    var spans: [TaggedSpan] = []
    var start = 0
    for (index, label) in labels.enumerated() {
      guard let (kind, place) = Label.meaning(label) else { continue }
      if place == .begin || place == .only { start = index }
      guard place == .last || place == .only else { continue }
      spans.append(TaggedSpan(tokens: (first + start)..<(first + index + 1), kind: kind, score: 0))
    }
    return spans
  }
}
