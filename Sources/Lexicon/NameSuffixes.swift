import DatelineText
import Foundation

/// How names end in the nominative: the last letters of many names of the dictionaries, counted.
///
/// What is left of an inflected name ends more like a name than the whole does: «Тоқаев» than «Тоқаевтан»,
/// "Johnson" than "Johnsons". The reverse holds of names that only look inflected: "Pistorius" ends more like
/// a name than "Pistoriu".
package struct NameSuffixes: Sendable {
  /// How often each ending of up to four letters was seen; letters packed, the last one lowest.
  private var counts: [UInt64: Int32] = [:]
  private var total: Int32 = 0

  /// An ending of `name-endings.tsv` stands for as many names that nobody lists.
  static let namesOfAnEnding = 20
  private static let longest = 4
  /// How much is expected of a letter that was not seen before an ending.
  private static let unseen = 2.0 / 40

  package init() {}

  /// Counts a folded name.
  mutating func add(_ name: String, times: Int = 1) {
    var key: UInt64 = 0
    total += Int32(times)
    for (place, scalar) in name.unicodeScalars.reversed().prefix(Self.longest).enumerated() {
      key |= Self.code(scalar.value) << UInt64(16 * place)
      counts[key, default: 0] += Int32(times)
    }
  }

  /// The logarithm of the probability that a name has the last letters of these folded bytes.
  ///
  /// - Complexity: O(1): no more than four letters are looked at.
  package func likelihood(of bytes: [UInt8]) -> Double {
    var key: UInt64 = 0
    var seen = Double(total)
    var sum = 0.0
    var end = bytes.count
    for place in 0..<Self.longest {
      guard end > 0 else { break }
      let letter = bytes.withUnsafeBufferPointer { Scalars.decode($0, before: end) }
      key |= Self.code(letter.value) << UInt64(16 * place)
      end -= letter.length
      let count = Double(counts[key] ?? 0)
      sum += log((count + Self.unseen) / (seen + 2))
      seen = count
    }
    return sum
  }

  private static func code(_ scalar: UInt32) -> UInt64 { UInt64(scalar < 0xFFFF ? scalar : 0xFFFF) }
}
