/// Hashes of the bytes of words: of one run of the program, never of a file.
package enum WordHash {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// 64 bits; two words of one hash are not to be met in any text that people write.
  ///
  /// Eight bytes at a time: words are short, and every token of every text is hashed.
  /// - Complexity: O(bytes).
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = bytes.count
    guard let base = bytes.baseAddress, count > 0 else { return factor }
    let raw = UnsafeRawPointer(base)
    // The length in all bits: in the low ones alone it could make up for another last letter.
    var hash = factor &* UInt64(count &+ 1)
    if count >= 8 {
      var at = 0
      while at + 8 < count {
        hash = mixed(hash, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
      }
      // The last eight may take some bytes once more.
      hash = mixed(hash, raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    } else if count >= 4 {
      let head = UInt64(raw.loadUnaligned(as: UInt32.self))
      let tail = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      hash = mixed(hash, head << 32 | tail)
    } else {
      let ends = UInt64(base[0]) << 16 | UInt64(base[count / 2]) << 8 | UInt64(base[count - 1])
      hash = mixed(hash, ends)
    }
    hash ^= hash >> 29
    return hash &* factor ^ hash >> 32
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ part: UInt64) -> UInt64 {
    let product = (hash ^ part).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
