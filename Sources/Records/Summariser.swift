import DatelineAnnotations
import DatelineText

/// Chooses the one to three sentences that say most of a document.
///
/// Sentences score by what is found in them (agreements most, then names and dates), by their place (news
/// tells the most first) and by length; the chosen ones keep their order.
struct Summariser {
  let text: NormalisedText
  let annotations: DocumentAnnotations
  let repeated: Set<Int>
  /// Where the story starts, behind the dateline.
  let storyStart: Int

  /// Ranges of the chosen sentences; none for an empty text.
  func sentences() -> [TextRange] {
    var scored: [(range: TextRange, score: Double)] = []
    var position = 0
    for (index, paragraph) in text.paragraphs.enumerated()
    where !repeated.contains(index) && !paragraph.isHeading {
      for sentence in paragraph.sentences {
        let range = text.sentences[sentence].range
        guard text.sentences[sentence].tokens.count >= 5 else { continue }
        scored.append(
          (TextRange(max(range.lower, min(storyStart, range.upper)), range.upper), score(range, position)))
        position += 1
      }
    }
    guard !scored.isEmpty else { return text.sentences.first.map { [$0.range] } ?? [] }
    let wanted = scored.count >= 8 ? 3 : scored.count >= 4 ? 2 : 1
    let chosen = scored.indices.sorted {
      scored[$0].score != scored[$1].score ? scored[$0].score > scored[$1].score : $0 < $1
    }
    .prefix(wanted).sorted()
    return chosen.map { scored[$0].range }
  }

  private func score(_ range: TextRange, _ position: Int) -> Double {
    var score = 6.0 / Double(position + 2)
    for agreement in annotations.agreements {
      for (order, evidence) in agreement.evidence.enumerated()
      where evidence.part == .body && evidence.range.overlaps(range) {
        score += order == 0 ? 2.5 : 0.8
      }
    }
    let names = annotations.bearers.reduce(into: 0) { count, bearer in
      if bearer.mentions.contains(where: { $0.part == .body && range.contains($0.range) }) { count += 1 }
    }
    score += min(Double(names), 5) * 0.25
    if annotations.dates[.body]?.contains(where: { range.contains($0.range) }) ?? false { score += 0.2 }
    // A very long sentence makes a poor summary.
    if range.count > 700 { score -= 1 }
    return score
  }
}
