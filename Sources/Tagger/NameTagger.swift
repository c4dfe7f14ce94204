import DatelineText
import Foundation

/// Finds names of persons, organisations and places by a learned model of one language.
///
/// A linear model over sequences of labels: each feature of a token adds its weights to the labels, and the
/// best sequence of a sentence wins. A value without mutable state: safe to use from several tasks at once.
public struct NameTagger: Sendable {
  private let model: ModelFile

  /// Opens a model.
  ///
  /// - Throws: `ModelError`, which names the file, if it is missing, cut off, damaged or of another version.
  public init(modelAt path: String) throws { model = try ModelFile(path: path) }

  /// A model in memory.
  ///
  /// - Parameter path: what errors call it.
  package init(bytes: [UInt8], path: String) throws { model = try ModelFile(bytes: Data(bytes), path: path) }

  /// The names in a text, in order; none overlaps another.
  ///
  /// - Parameters:
  ///   - text: a text in the language of the model.
  ///   - hints: what the caller knows of a token, by its index: the same bits as when the model was trained.
  /// - Complexity: O(bytes).
  package func tag(_ text: NormalisedText, hints: (Int) -> UInt32) -> [TaggedSpan] {
    let features = TextFeatures(text, hints: hints)
    var lattice = Lattice(model.transitions)
    var spans: [TaggedSpan] = []
    model.bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return }
      let table = WeightTable(raw: base + ModelFile.tableStart, count: UInt64(model.buckets))
      for sentence in text.sentences where !sentence.tokens.isEmpty {
        lattice.scores.removeAll(keepingCapacity: true)
        for token in sentence.tokens {
          var sum = SIMD16<Int16>(repeating: 0)
          features.visit(token, in: sentence.tokens) { table.add($0, to: &sum) }
          lattice.scores.append(SIMD16<Float>(sum) * model.scale)
        }
        let labels = lattice.best()
        Self.collect(labels, from: sentence.tokens.lowerBound, &lattice, &spans)
      }
    }
    return spans
  }

  private static func collect(
    _ labels: [Int], from first: Int, _ lattice: inout Lattice, _ spans: inout [TaggedSpan]
  ) {
    var isSummed = false
    var start: Int?
    for (index, label) in labels.enumerated() {
      guard let (kind, place) = Label.meaning(label) else { continue }
      if place == .begin || place == .only { start = index }
      guard place == .last || place == .only, let begin = start else { continue }
      start = nil
      if !isSummed { lattice.sum() }
      isSummed = true
      spans.append(
        TaggedSpan(
          tokens: (first + begin)..<(first + index + 1), kind: kind,
          score: lattice.likelihood(of: labels[begin...index])))
    }
  }
}
