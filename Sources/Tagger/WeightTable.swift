/// Sums of the weights of all labels, of one byte each, in two rows: labels with even numbers and labels with odd ones.
///
/// So a row of sixteen bytes is widened by two shifts of eight lanes, in one register each: the hot line of the tagger.
struct LabelSums {
  private var even = SIMD8<Int16>()
  private var odd = SIMD8<Int16>()

  /// Adds a row of sixteen bytes, read as eight numbers of the machine's order, which is the little one.
  @inline(__always)
  mutating func add(_ row: SIMD8<Int16>) {
    even &+= (row &<< 8) &>> 8
    odd &+= row &>> 8
  }

  /// Adds sums that were made before.
  @inline(__always)
  mutating func add(_ other: LabelSums) {
    even &+= other.even
    odd &+= other.odd
  }

  /// The sums of all labels.
  @inline(__always)
  var all: LabelRow {
    var row = LabelRow()
    (row.only, row.inside) = (SIMD4<Float>(even.evenHalf), SIMD4<Float>(even.oddHalf))
    (row.begin, row.last) = (SIMD4<Float>(odd.evenHalf), SIMD4<Float>(odd.oddHalf))
    return row
  }
}

/// The buckets of a model: finds the weights of a feature, or makes the buckets out of them.
struct WeightTable {
  /// `count` buckets of `ModelFile.bucketLength` bytes.
  let raw: UnsafeRawPointer
  let count: UInt64

  /// Adds the weights of a feature to `sum`; nothing if the model does not know it.
  @inline(__always)
  func add(_ feature: UInt64, to sum: inout LabelSums) {
    let bucket = raw + Int(Self.bucket(of: feature, among: count)) * ModelFile.bucketLength
    let check = UInt32(truncatingIfNeeded: feature) & 0xFF_FFFF
    for row in 0..<ModelFile.rowsInBucket {
      let tail = bucket.loadUnaligned(fromByteOffset: row * 16 + 12, as: UInt32.self)
      if UInt32(littleEndian: tail) >> 8 == check {
        sum.add(bucket.loadUnaligned(fromByteOffset: row * 16, as: SIMD8<Int16>.self))
        return
      }
    }
  }

  @inline(__always)
  static func bucket(of feature: UInt64, among count: UInt64) -> UInt64 { ((feature >> 32) &* count) >> 32 }

  /// Lays features out in buckets, the first ones first; what finds its bucket full is left out.
  static func buckets(of features: [(feature: UInt64, weights: SIMD16<Int8>)], count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count * ModelFile.bucketLength)
    var used = [UInt8](repeating: 0, count: count)
    for (feature, weights) in features {
      let bucket = Int(bucket(of: feature, among: UInt64(count)))
      guard Int(used[bucket]) < ModelFile.rowsInBucket else { continue }
      let start = bucket * ModelFile.bucketLength + Int(used[bucket]) * 16
      used[bucket] += 1
      for label in 0..<Label.count { bytes[start + label] = UInt8(bitPattern: weights[label]) }
      for byte in 0..<3 {
        bytes[start + 13 + byte] = UInt8(truncatingIfNeeded: feature >> (8 * UInt64(byte)))
      }
    }
    return bytes
  }
}
