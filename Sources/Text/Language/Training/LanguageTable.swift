/// The weights of one script as `LanguageModel` keeps them.
struct LanguageTable: Sendable {
  var codes: [String]
  var scale: Float
  var bytes: [UInt8]

  /// How full the buckets get: a full one sends the least important n-grams away.
  private static let load = 0.85

  /// - Parameters:
  ///   - rows: n-grams and weights, the most important first.
  ///   - most: how many of them there is room for.
  init(codes: [String], rows: [(key: UInt64, weights: SIMD16<Float>)], most: Int) {
    self.codes = codes
    let rows = rows.prefix(max(1, most))
    let steepest = rows.reduce(Float(0)) { max($0, $1.weights.max(), -$1.weights.min()) }
    scale = max(steepest, 1e-6) / 127
    let buckets = Int(Double(rows.count) / Double(LanguageModel.rowsInBucket) / Self.load) + 1
    bytes = [UInt8](repeating: 0, count: buckets * LanguageModel.bucketLength)
    for row in rows { insert(row.key, row.weights, buckets) }
  }

  private mutating func insert(_ key: UInt64, _ weights: SIMD16<Float>, _ buckets: Int) {
    let (place, tag) = LanguageModel.place(key)
    let start = Int((place &* UInt64(buckets)) >> 32) * LanguageModel.bucketLength
    let tags = start + LanguageModel.rowsInBucket * LanguageModel.columns
    for row in 0..<LanguageModel.rowsInBucket {
      let at = tags + row * 2
      let there = UInt64(bytes[at]) | UInt64(bytes[at + 1]) << 8
      // Two n-grams with the same mark cannot be told apart: the more important one came first.
      if there == tag { return }
      guard there == 0 else { continue }
      bytes[at] = UInt8(truncatingIfNeeded: tag)
      bytes[at + 1] = UInt8(truncatingIfNeeded: tag >> 8)
      for column in 0..<LanguageModel.columns {
        let step = Int8(max(-127, min(127, (weights[column] / scale).rounded())))
        bytes[start + row * LanguageModel.columns + column] = UInt8(bitPattern: step)
      }
      return
    }
  }
}
