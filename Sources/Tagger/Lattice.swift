import Foundation

/// The scores of all labels of the tokens of one sentence, and what follows from them.
///
/// Memory is kept from sentence to sentence. Everything is linear in the tokens.
struct Lattice {
  /// Score of each label by token; the lanes behind the last label mean nothing.
  var scores: [SIMD16<Float>] = []

  private let transitions: [SIMD16<Float>]
  /// e to the power of the transitions from each label, and to each label.
  private let factors: [SIMD16<Float>]
  private let factorsTo: [SIMD16<Float>]
  private let endFactors: SIMD16<Float>
  private var back: [SIMD16<Int32>] = []
  private var emissions: [SIMD16<Float>] = []
  private var forward: [SIMD16<Float>] = []
  private var backward: [SIMD16<Float>] = []
  private var scales: [Float] = []

  init(_ transitions: Transitions) {
    self.transitions = transitions.weights
    let factors = transitions.weights.map { Self.exponential($0) }
    self.factors = factors
    factorsTo = (0..<Label.count).map { label in
      var row = SIMD16<Float>(repeating: 0)
      for previous in 0..<Label.count { row[previous] = factors[previous][label] }
      return row
    }
    endFactors = Self.exponential(Transitions.end)
  }

  /// e to the power of each label's lane; 0 behind the last label and where that would be next to nothing.
  ///
  /// - Parameter floor: the power from which on it is nothing.
  private static func exponential(_ row: SIMD16<Float>, floor: Float = -80) -> SIMD16<Float> {
    var result = SIMD16<Float>(repeating: 0)
    for label in 0..<Label.count where row[label] > floor {
      result[label] = Foundation.exp(min(row[label], 80))
    }
    return result
  }

  /// The lanes behind the last label.
  private static let behindLast: SIMDMask<SIMD16<Int32>> = {
    var lanes = SIMDMask<SIMD16<Int32>>(repeating: false)
    for lane in Label.count..<16 { lanes[lane] = true }
    return lanes
  }()

  /// The best sequence of labels.
  mutating func best() -> [Int] {
    guard let first = scores.first else { return [] }
    back.removeAll(keepingCapacity: true)
    back.reserveCapacity(scores.count)
    var current = first + transitions[Transitions.start]
    for index in 1..<max(1, scores.count) {
      var best = SIMD16<Float>(repeating: -.infinity)
      var from = SIMD16<Int32>(repeating: 0)
      for previous in 0..<Label.count {
        let candidate = transitions[previous] + current[previous]
        let better = candidate .> best
        best.replace(with: candidate, where: better)
        from.replace(with: SIMD16<Int32>(repeating: Int32(previous)), where: better)
      }
      back.append(from)
      current = best + scores[index]
    }
    current += Transitions.end
    var label = Label.outside
    for candidate in 1..<Label.count where current[candidate] > current[label] { label = candidate }
    var labels = [Int](repeating: label, count: scores.count)
    for index in stride(from: scores.count - 2, through: 0, by: -1) {
      label = Int(back[index][label])
      labels[index] = label
    }
    return labels
  }

  /// Sums over all sequences of labels.
  ///
  /// - Parameter allowed: 1 for the labels a token may have and 0 for others; nil for all.
  /// - Returns: the logarithm of the sum, or nil if no sequence is allowed.
  @discardableResult
  mutating func sum(allowed: [SIMD16<Float>]? = nil) -> Double? {
    let count = scores.count
    guard count > 0 else { return 0 }
    emissions.removeAll(keepingCapacity: true)
    forward.removeAll(keepingCapacity: true)
    scales.removeAll(keepingCapacity: true)
    var total = 0.0
    for index in 0..<count {
      var row = scores[index]
      row.replace(with: -1000, where: Self.behindLast)
      let peak = row.max()
      // Beside the peak e⁻³⁰ is lost in the rounding, and most labels of most tokens are less likely than that;
      // a label that has to be taken may be.
      var emission = Self.exponential(row - peak, floor: allowed == nil ? -30 : -80)
      if let allowed { emission *= allowed[index] }
      emissions.append(emission)
      var alpha: SIMD16<Float>
      if index == 0 {
        alpha = factors[Transitions.start]
      } else {
        let before = forward[index - 1]
        alpha = SIMD16<Float>(repeating: 0)
        for previous in 0..<Label.count { alpha += factors[previous] * before[previous] }
      }
      alpha *= emission
      if index == count - 1 { alpha *= endFactors }
      let scale = alpha.sum()
      guard scale > 0, scale.isFinite else { return nil }
      forward.append(alpha / scale)
      scales.append(scale)
      total += Double(peak) + Foundation.log(Double(scale))
    }
    backward = [SIMD16<Float>](repeating: endFactors, count: count)
    for index in stride(from: count - 2, through: 0, by: -1) {
      let next = emissions[index + 1] * backward[index + 1] / scales[index + 1]
      var beta = SIMD16<Float>(repeating: 0)
      for label in 0..<Label.count { beta += factorsTo[label] * next[label] }
      backward[index] = beta
    }
    return total
  }

  /// After `sum`: how likely each label of a token is.
  func marginal(_ index: Int) -> SIMD16<Float> {
    // The last row of `forward` knows the end already.
    index == scores.count - 1 ? forward[index] : forward[index] * backward[index]
  }

  /// After `sum`: adds how likely each pair of labels is, over all places, to rows by the earlier label.
  func addPairs(to rows: inout [SIMD16<Float>], times weight: Float) {
    rows[Transitions.start] += marginal(0) * weight
    for index in 1..<max(1, scores.count) {
      let next = emissions[index] * backward[index] * (weight / scales[index])
      for previous in 0..<Label.count {
        rows[previous] += factors[previous] * next * forward[index - 1][previous]
      }
    }
  }

  /// After `sum`: how likely a name stands exactly there.
  ///
  /// - Parameter sentence: the tokens of the sentence.
  func likelihood(of span: TaggedSpan, from sentence: Range<Int>) -> Double {
    let tokens = span.tokens
    guard !tokens.isEmpty, tokens.lowerBound >= sentence.lowerBound, tokens.upperBound <= sentence.upperBound
    else { return 0 }
    let labels = tokens.map { token -> Int in
      if tokens.count == 1 { return Label.of(span.kind, .only) }
      if token == tokens.lowerBound { return Label.of(span.kind, .begin) }
      return Label.of(span.kind, token == tokens.upperBound - 1 ? .last : .inside)
    }
    return likelihood(of: labels, at: tokens.lowerBound - sentence.lowerBound)
  }

  /// After `sum`: how likely the tokens from `start` have exactly these labels.
  private func likelihood(of labels: [Int], at start: Int) -> Double {
    guard var previous = labels.first, start + labels.count <= scales.count else { return 0 }
    var value = forward[start][previous]
    for (offset, label) in labels.enumerated().dropFirst() {
      let index = start + offset
      value *= factors[previous][label] * emissions[index][label] / scales[index]
      previous = label
    }
    let end = start + labels.count
    if end < scales.count { value *= backward[end - 1][previous] }
    if end == scales.count, labels.count > 1 { value *= endFactors[previous] }
    return value.isFinite ? Double(min(max(value, 0), 1)) : 0
  }
}
