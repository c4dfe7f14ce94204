/// Learns the weights of a model.
///
/// A conditional random field by stochastic steps: after each sentence the weights move towards what the text
/// says and away from what the model believes, each weight by a step that shrinks with what it has moved. The
/// model is the mean over the later half of the epochs. The same texts, options and seed give the same bytes.
package struct NameTrainer {
  private let set: TrainingSet
  private let options: TrainingOptions
  private var weights: [SIMD16<Float>]
  private var moved: [SIMD16<Float>]
  private var sums: [SIMD16<Float>]
  private var transitions = Transitions()
  private var transitionsMoved: [SIMD16<Float>]
  private var transitionSums: [SIMD16<Float>]

  private init(_ texts: [TrainingText], _ options: TrainingOptions) {
    set = TrainingSet(texts, cutOff: options.cutOff, document: options.seesDocument)
    self.options = options
    let none = SIMD16<Float>(repeating: 0)
    weights = Array(repeating: none, count: set.features.count)
    moved = Array(repeating: SIMD16<Float>(repeating: 1e-2), count: set.features.count)
    sums = Array(repeating: none, count: set.features.count)
    transitionsMoved = Array(repeating: SIMD16<Float>(repeating: 1e-2), count: Transitions.rows)
    transitionSums = Array(repeating: none, count: Transitions.rows)
  }

  /// The bytes of a model that knows these texts.
  ///
  /// - Parameter progress: called after each epoch with its number and the mean loss of a token.
  package static func model(
    from texts: [TrainingText], options: TrainingOptions, progress: (Int, Double) -> Void = { _, _ in }
  ) -> [UInt8] {
    var trainer = NameTrainer(texts, options)
    var generator = SeededGenerator(seed: options.seed)
    var order = Array(trainer.set.sentences.indices)
    let firstCounted = options.epochs / 2
    for epoch in 0..<options.epochs {
      order.shuffle(using: &generator)
      let loss = trainer.learn(order, &generator)
      progress(epoch + 1, loss / Double(max(1, trainer.set.allowed.count)))
      if epoch >= firstCounted { trainer.keep() }
    }
    return trainer.model(of: max(1, options.epochs - firstCounted))
  }

  private mutating func learn(_ order: [Int], _ generator: inout SeededGenerator) -> Double {
    var loss = 0.0
    let threshold = UInt64(options.hidden * 4_294_967_296)
    let boost = Float(1 / (1 - options.hidden))
    var active: [UInt32] = []
    var ends: [Int] = []
    var mask: [LabelRow] = []
    var free: [SIMD16<Float>] = []
    for number in order {
      let sentence = set.sentences[number]
      var lattice = Lattice(transitions)
      active.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      mask.removeAll(keepingCapacity: true)
      for token in sentence {
        var sum = SIMD16<Float>(repeating: 0)
        for feature in set.features(of: token) where generator.next() & 0xFFFF_FFFF >= threshold {
          active.append(feature)
          sum += weights[Int(feature)]
        }
        ends.append(active.count)
        lattice.scores.append(LabelRow(sum * boost))
        mask.append(LabelRow(Self.lanes(set.allowed[token])))
      }
      var pairs = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: Transitions.rows)
      guard let all = lattice.sum() else { continue }
      lattice.addPairs(to: &pairs, times: -1)
      free = sentence.indices.map { lattice.marginal($0 - sentence.lowerBound).lanes }
      guard let told = lattice.sum(allowed: mask) else { continue }
      lattice.addPairs(to: &pairs, times: 1)
      loss += all - told
      var start = 0
      for index in ends.indices {
        let step = lattice.marginal(index).lanes - free[index]
        if (step * step).max() > 1e-7 {
          for feature in active[start..<ends[index]] { move(Int(feature), step) }
        }
        start = ends[index]
      }
      move(pairs)
    }
    return loss
  }

  @inline(__always)
  private mutating func move(_ feature: Int, _ step: SIMD16<Float>) {
    let total = moved[feature] + step * step
    moved[feature] = total
    weights[feature] += step * options.rate / total.squareRoot()
  }

  private mutating func move(_ pairs: [SIMD16<Float>]) {
    for previous in 0..<Transitions.rows {
      transitionsMoved[previous] += pairs[previous] * pairs[previous]
      let step = pairs[previous] * options.rate / transitionsMoved[previous].squareRoot()
      for next in 0..<Label.count where Transitions.isAllowed(previous, next) {
        transitions.weights[previous][next] += step[next]
      }
    }
  }

  private static func lanes(_ allowed: UInt16) -> SIMD16<Float> {
    var row = SIMD16<Float>(repeating: 0)
    for label in 0..<Label.count where allowed & (1 << UInt16(label)) != 0 { row[label] = 1 }
    return row
  }

  /// Adds the weights as they are to the mean.
  private mutating func keep() {
    for index in weights.indices { sums[index] += weights[index] }
    for index in transitionSums.indices { transitionSums[index] += transitions.weights[index] }
  }

  /// The weightiest features in small steps, and the weights between labels.
  private func model(of kept: Int) -> [UInt8] {
    var ranked: [(feature: UInt64, weights: SIMD16<Float>, size: Float)] = []
    for (index, sum) in sums.enumerated() {
      var row = sum / Float(kept)
      for lane in Label.count..<16 { row[lane] = 0 }
      let size = (row * row).sum()
      if size > 1e-4 { ranked.append((set.features[index], row, size)) }
    }
    ranked.sort { $0.size != $1.size ? $0.size > $1.size : $0.feature < $1.feature }
    if ranked.count > options.features { ranked.removeLast(ranked.count - options.features) }
    // The few weights beyond four are cut: finer steps for all others are worth more.
    var largest: Float = 0.1
    for row in ranked { largest = max(largest, max(row.weights.max(), -row.weights.min())) }
    let scale = min(largest, 4) / 127
    let rows = ranked.map { row -> (feature: UInt64, weights: SIMD16<Int8>) in
      let steps = (row.weights / scale).rounded(.toNearestOrEven).clamped(
        lowerBound: SIMD16(repeating: -127), upperBound: SIMD16(repeating: 127))
      return (row.feature, SIMD16<Int8>(truncatingIfNeeded: SIMD16<Int32>(steps)))
    }
    var mean = Transitions()
    for previous in 0..<Transitions.rows {
      for next in 0..<Label.count where Transitions.isAllowed(previous, next) {
        mean.weights[previous][next] = transitionSums[previous][next] / Float(kept)
        if next == Label.outside { mean.weights[previous][next] -= options.eagerness }
      }
    }
    let buckets = max(1, rows.count * 10 / (ModelFile.rowsInBucket * 8))
    return ModelFile.encoded(
      scale: scale, transitions: mean, buckets: WeightTable.buckets(of: rows, count: buckets))
  }
}
