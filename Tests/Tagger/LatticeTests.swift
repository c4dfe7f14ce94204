import Foundation
import Testing

@testable import DatelineTagger

/// Scores that chance made, and all sequences of labels over them.
private struct MadeScores {
  let transitions: Transitions
  let rows: [SIMD16<Float>]

  init(tokens: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var transitions = Transitions()
    for previous in 0..<Transitions.rows {
      for next in 0..<Label.count where Transitions.isAllowed(previous, next) {
        transitions.weights[previous][next] = Float.random(in: -3...3, using: &random)
      }
    }
    self.transitions = transitions
    rows = (0..<tokens).map { _ in
      // What stands behind the last label must not matter.
      var row = SIMD16<Float>(repeating: 50)
      for label in 0..<Label.count { row[label] = Float.random(in: -4...4, using: &random) }
      return row
    }
  }

  /// Calls `body` with each sequence of labels that may be, and its score.
  func forEachSequence(_ body: ([Int], Double) -> Void) {
    func go(_ labels: [Int], _ score: Double) {
      guard labels.count < rows.count else {
        if labels.last.map(Label.mayEnd) ?? true { body(labels, score) }
        return
      }
      let previous = labels.last ?? Transitions.start
      for next in 0..<Label.count where Transitions.isAllowed(previous, next) {
        let step = Double(transitions.weights[previous][next]) + Double(rows[labels.count][next])
        go(labels + [next], score + step)
      }
    }
    go([], 0)
  }

  var lattice: Lattice {
    var lattice = Lattice(transitions)
    lattice.scores = rows.map { LabelRow($0) }
    return lattice
  }
}

/// The lattice against all sequences of labels, one by one.
@Suite struct LatticeTests {
  @Test(arguments: [1, 2, 3, 4, 5], [1, 2, 3] as [UInt64])
  func theBestSequenceIsTheBestOfAll(tokens: Int, seed: UInt64) {
    let made = MadeScores(tokens: tokens, seed: seed)
    var best: (labels: [Int], score: Double) = ([], -.infinity)
    made.forEachSequence { if $1 > best.score { best = ($0, $1) } }
    var lattice = made.lattice
    let found = lattice.best()
    #expect(found == best.labels)
  }

  @Test(arguments: [1, 2, 3, 4], [4, 5] as [UInt64])
  func sumsAndLikelihoodsAreThoseOfAllSequences(tokens: Int, seed: UInt64) throws {
    let made = MadeScores(tokens: tokens, seed: seed)
    var total = 0.0
    var marginals = [[Double]](repeating: [Double](repeating: 0, count: Label.count), count: tokens)
    var names: [TaggedSpan: Double] = [:]
    made.forEachSequence { labels, score in
      let weight = exp(score)
      total += weight
      for (token, label) in labels.enumerated() { marginals[token][label] += weight }
      var first = 0
      for (token, label) in labels.enumerated() {
        guard let (kind, place) = Label.meaning(label) else { continue }
        if place == .begin || place == .only { first = token }
        guard place == .last || place == .only else { continue }
        names[TaggedSpan(tokens: first..<token + 1, kind: kind, score: 0), default: 0] += weight
      }
    }
    var lattice = made.lattice
    let found = lattice.sum()
    let sum = try #require(found)
    #expect(abs(sum - log(total)) < 1e-3)
    for token in 0..<tokens {
      for label in 0..<Label.count {
        let marginal = Double(lattice.marginal(token)[label])
        #expect(abs(marginal - marginals[token][label] / total) < 1e-4)
      }
    }
    for (name, weight) in names {
      #expect(abs(lattice.likelihood(of: name, from: 0..<tokens) - weight / total) < 1e-4)
    }
  }

  @Test func aLatticeServesOneSentenceAfterAnother() {
    let long = MadeScores(tokens: 4, seed: 7)
    var lattice = Lattice(long.transitions)
    lattice.scores = long.rows.map { LabelRow($0) }
    let before = lattice.sum()
    lattice.scores = Array(lattice.scores.prefix(2))
    _ = lattice.sum()
    lattice.scores = long.rows.map { LabelRow($0) }
    let after = lattice.sum()
    #expect(before != nil && after == before)
  }

  @Test func aRowIsItsLanesInAnotherOrder() {
    var lanes = SIMD16<Float>()
    for label in 0..<Label.count { lanes[label] = Float(label) }
    let row = LabelRow(lanes)
    for label in 0..<Label.count { #expect(row[label] == Float(label)) }
    #expect(row.lanes == lanes && row.sum() == 78)
    for label in 0..<Label.count {
      // The place in the name and the kind are where `Label` says.
      guard let (kind, place) = Label.meaning(label) else { continue }
      let lane = Int(kind.rawValue)
      switch place {
      case .begin: #expect(row.begin[lane] == Float(label))
      case .inside: #expect(row.inside[lane] == Float(label))
      case .last: #expect(row.last[lane] == Float(label))
      case .only: #expect(row.only[lane + 1] == Float(label))
      }
    }
  }
}
