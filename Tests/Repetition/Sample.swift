import DatelineDocuments
import DatelineText

/// Texts for the tests of repetition.
enum Sample {
  static let one = "The sides discussed trade, transport and science at a long meeting in the capital."
  static let two =
    "The minister underlined that the digital programme remains the priority of the government."
  static let three = "A memorandum on joint research was signed by both universities on the same day."

  static func text(_ paragraphs: [String]) -> NormalisedText {
    Normaliser(knowledge: []).normalise(paragraphs.map { Block(.paragraph, $0) }, language: "en")
  }

  /// Paragraphs of words that differ, the same for the same seed.
  static func paragraphs(_ count: Int, words: Int, seed: UInt64) -> [String] {
    var random = Random(state: seed)
    return (0..<count).map { _ in
      (0..<words).map { _ in "w\(random.next(below: 50_000))" }.joined(separator: " ") + "."
    }
  }

  /// A small generator whose numbers are the same everywhere.
  struct Random {
    var state: UInt64
    mutating func next(below limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
  }
}
