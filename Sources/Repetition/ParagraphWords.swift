import DatelineText

/// 128 bits that stand for the words of a paragraph.
struct Fingerprint: Hashable, Sendable {
  var high: UInt64
  var low: UInt64

  // The bits are mixed well already.
  func hash(into hasher: inout Hasher) { hasher.combine(low) }
}

/// The words of one paragraph as hashes: case, punctuation and spaces make no difference.
struct ParagraphWords: Sendable {
  private let fold = FoldedForm()
  private var folded: [UInt8] = []
  private var hashes: [UInt64] = []
  /// Stands for all words in their order.
  private(set) var fingerprint = Fingerprint(high: 0, low: 0)

  /// The number of words.
  var count: Int { hashes.count }

  /// Reads the paragraph at `range`, forgetting the one before.
  mutating func read(_ bytes: [UInt8], _ range: TextRange) {
    folded.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    fold.fold(bytes[range.lower..<range.upper], into: &folded)
    var high: UInt64 = 0x6A09_E667_F3BC_C908
    var low: UInt64 = 0xBB67_AE85_84CA_A73B
    folded.withUnsafeBufferPointer { buffer in
      var hash = Self.start
      var inWord = false
      var at = 0
      while at < buffer.count {
        let byte = buffer[at]
        var length = 1
        var isWord = byte &- 0x30 < 10 || byte &- 0x61 < 26
        if byte >= 0x80 {
          let (value, width) = Scalars.decode(buffer, at: at)
          length = width
          isWord = Scalars.classify(value).isWordPart
        }
        if isWord {
          for offset in 0..<length { hash = (hash ^ UInt64(buffer[at + offset])) &* 0x100_0000_01B3 }
          inWord = true
        } else if inWord {
          hashes.append(Self.mixed(hash))
          hash = Self.start
          inWord = false
        }
        at += length
      }
      if inWord { hashes.append(Self.mixed(hash)) }
    }
    for hash in hashes {
      high = Self.mixed(high ^ hash)
      low = Self.mixed(low &+ hash &* 0x9E37_79B9_7F4A_7C15)
    }
    fingerprint = Fingerprint(high: high, low: low)
  }

  /// The distinct runs of three words, as sorted hashes; empty if there are fewer words.
  func shingles(into out: inout [UInt32]) {
    out.removeAll(keepingCapacity: true)
    guard hashes.count >= 3 else { return }
    for index in 0..<(hashes.count - 2) {
      let run = Self.mixed(hashes[index] &* 3 &+ Self.mixed(hashes[index + 1] &* 5 &+ hashes[index + 2]))
      out.append(UInt32(truncatingIfNeeded: run >> 32))
    }
    out.sort()
    var kept = 0
    for index in out.indices where index == 0 || out[index] != out[kept - 1] {
      out[kept] = out[index]
      kept += 1
    }
    out.removeLast(out.count - kept)
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Spreads every bit of a number over all bits.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 29) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 32
  }
}
