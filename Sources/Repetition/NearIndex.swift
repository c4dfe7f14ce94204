/// Finds sets of shingles that are alike: MinHash signatures cut into bands, the bands looked up in
/// a table, and what shares a band compared exactly.
struct NearIndex: Sendable {
  /// What was found for a set of shingles.
  struct Match {
    var document: Int32
    var paragraph: Int32
    var similarity: Double
  }

  private struct Entry: Sendable {
    var document: Int32
    var paragraph: Int32
    /// Where its shingles start in `shingles`; they end where those of the next entry start.
    var start: Int
  }

  /// Paragraphs in one bucket that are compared and kept; a bucket with more is boilerplate.
  private static let bucketLimit = 32

  private let threshold: Double
  private let bands: Int
  private let rows: Int
  private var entries: [Entry] = []
  private var shingles: [UInt32] = []
  private var buckets = BandTable()
  private var signature: MinHash
  /// The keys of the paragraph last asked for, with the end of each chain and its length.
  private var keys: [UInt64] = []
  private var chains: [(tail: Int, length: Int)] = []
  private var candidates: [Int32] = []

  /// An index for a Jaccard threshold, 0…1.
  init(threshold: Double) {
    self.threshold = threshold
    (bands, rows) = Self.layout(for: threshold)
    signature = MinHash(count: bands * rows)
  }

  /// The bands and rows that find a pair at the threshold with a probability of 0.99 or more, with
  /// as many rows (as few useless candidates) as 128 hashes allow.
  static func layout(for threshold: Double) -> (bands: Int, rows: Int) {
    for rows in stride(from: 16, to: 1, by: -1) {
      let bands = 128 / rows
      var all = 1.0
      for _ in 0..<rows { all *= threshold }
      var missed = 1.0
      for _ in 0..<bands { missed *= 1 - all }
      if missed <= 0.01 { return (bands, rows) }
    }
    return (128, 1)
  }

  /// The earliest paragraph that is at least as alike as the threshold asks.
  /// - Parameter set: sorted and distinct.
  mutating func match(_ set: [UInt32]) -> Match? {
    signature.read(set)
    keys.removeAll(keepingCapacity: true)
    chains.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    for band in 0..<bands {
      let key = signature.key(ofBand: band, rows: rows)
      let chain = buckets.chain(of: key, into: &candidates)
      keys.append(key)
      chains.append(chain)
    }
    candidates.sort()
    var last: Int32 = -1
    for candidate in candidates where candidate != last {
      last = candidate
      let entry = entries[Int(candidate)]
      let end = Int(candidate) + 1 < entries.count ? entries[Int(candidate) + 1].start : shingles.count
      let similarity = jaccard(set, entry.start, end)
      if similarity >= threshold {
        return Match(document: entry.document, paragraph: entry.paragraph, similarity: similarity)
      }
    }
    return nil
  }

  /// Remembers the set that `match` was just asked for.
  mutating func insert(_ set: [UInt32], document: Int32, paragraph: Int32) {
    let number = Int32(clamping: entries.count)
    entries.append(Entry(document: document, paragraph: paragraph, start: shingles.count))
    shingles += set
    for (key, chain) in zip(keys, chains) where chain.length < Self.bucketLimit {
      buckets.insert(number, key: key, after: chain.tail)
    }
  }

  /// |A ∩ B| / |A ∪ B| of two sorted lists.
  private func jaccard(_ set: [UInt32], _ start: Int, _ end: Int) -> Double {
    // The smaller can not reach the threshold if it is too small: no need to count.
    let other = end - start
    guard Double(min(set.count, other)) >= threshold * Double(max(set.count, other)) else { return 0 }
    var left = 0
    var right = start
    var common = 0
    while left < set.count, right < end {
      if set[left] == shingles[right] {
        common += 1
        left += 1
        right += 1
      } else if set[left] < shingles[right] {
        left += 1
      } else {
        right += 1
      }
    }
    let union = set.count + other - common
    return union == 0 ? 0 : Double(common) / Double(union)
  }
}

/// The smallest values of a set under many fixed permutations.
struct MinHash: Sendable {
  private let factors: [UInt32]
  private let flips: [UInt32]
  private var minima: [UInt32]

  /// `count` permutations, the same on every machine and in every run.
  init(count: Int) {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func next(_ state: inout UInt64) -> UInt32 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt32(truncatingIfNeeded: (state &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
    var factors: [UInt32] = []
    var flips: [UInt32] = []
    for _ in 0..<count {
      factors.append(next(&state) | 1)
      flips.append(next(&state))
    }
    self.factors = factors
    self.flips = flips
    minima = Array(repeating: .max, count: count)
  }

  /// Computes the minima of a set.
  mutating func read(_ set: [UInt32]) {
    let count = minima.count
    minima.withUnsafeMutableBufferPointer { minima in
      factors.withUnsafeBufferPointer { factors in
        flips.withUnsafeBufferPointer { flips in
          for index in 0..<count { minima[index] = .max }
          for value in set {
            for index in 0..<count {
              let hash = (value ^ flips[index]) &* factors[index]
              minima[index] = min(minima[index], hash)
            }
          }
        }
      }
    }
  }

  /// The key of a band: its rows and its number in 64 bits.
  func key(ofBand band: Int, rows: Int) -> UInt64 {
    var key = UInt64(truncatingIfNeeded: band) &* 0x9E37_79B9_7F4A_7C15
    for row in 0..<rows {
      key = (key ^ UInt64(minima[band * rows + row])) &* 0xFF51_AFD7_ED55_8CCD
      key ^= key >> 32
    }
    return key
  }
}
