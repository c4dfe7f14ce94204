/// The weights of one script as `LanguageModel` keeps them.
struct LanguageTable: Sendable {
  var codes: [String]
  var scale: Float
  var bytes: [UInt8]

  /// - Parameters:
  ///   - rows: n-grams and weights, the most important first; a full bucket sends the rest away.
  ///   - buckets: the size of the table.
  init(codes: [String], rows: [(key: UInt64, weights: SIMD16<Float>)], buckets: Int) {
    self.codes = codes
    let places = Self.places(rows.map(\.key), buckets)
    var steepest: Float = 0
    for (row, place) in zip(rows, places) where place != nil {
      steepest = max(steepest, row.weights.max(), -row.weights.min())
    }
    scale = max(steepest, 1e-6) / 127
    bytes = [UInt8](repeating: 0, count: max(1, buckets) * LanguageModel.bucketLength)
    for (row, place) in zip(rows, places) {
      if let place { put(row.weights, LanguageModel.place(row.key).tag, at: place) }
    }
  }

  /// The rows of the table in which n-grams stand, nil for those that found their bucket full, or taken by
  /// another n-gram from which the marks in the table do not tell them.
  static func places(_ keys: [UInt64], _ buckets: Int) -> [Int?] {
    let buckets = max(1, buckets)
    var tags = [UInt16](repeating: 0, count: buckets * LanguageModel.rowsInBucket)
    return keys.map { key in
      let (place, tag) = LanguageModel.place(key)
      let start = Int((place &* UInt64(buckets)) >> 32) * LanguageModel.rowsInBucket
      for row in start..<(start + LanguageModel.rowsInBucket) {
        if tags[row] == UInt16(tag) { return nil }
        guard tags[row] == 0 else { continue }
        tags[row] = UInt16(tag)
        return row
      }
      return nil
    }
  }

  private mutating func put(_ weights: SIMD16<Float>, _ tag: UInt64, at place: Int) {
    let start = place / LanguageModel.rowsInBucket * LanguageModel.bucketLength
    let row = place % LanguageModel.rowsInBucket
    let at = start + LanguageModel.rowsInBucket * LanguageModel.columns + row * 2
    bytes[at] = UInt8(truncatingIfNeeded: tag)
    bytes[at + 1] = UInt8(truncatingIfNeeded: tag >> 8)
    for column in 0..<LanguageModel.columns {
      let step = Int8(max(-127, min(127, (weights[column] / scale).rounded())))
      bytes[start + row * LanguageModel.columns + column] = UInt8(bitPattern: step)
    }
  }
}
