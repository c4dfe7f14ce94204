import DatelineDocuments

/// The identity of a document: what makes two inputs the same on every machine.
enum DocumentIdentity {
  /// 32 hexadecimal digits from the address or title, the item and the text.
  static func id(url: String?, title: String, text: [UInt8]) -> String {
    var high = FNV1a(seed: 0xcbf2_9ce4_8422_2325)
    var low = FNV1a(seed: 0x9ae1_6a3b_2f90_404f)
    for part in [Array((url ?? "").utf8), Array(title.utf8), text] {
      for byte in part {
        high.add(byte)
        low.add(byte ^ 0x5C)
      }
      high.add(0xFF)
      low.add(0xFF)
    }
    return hex(high.value) + hex(low.value)
  }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(mix(value), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Spreads the last bytes over the whole word (the finaliser of MurmurHash3).
  private static func mix(_ value: UInt64) -> UInt64 {
    var x = value
    x = (x ^ (x >> 33)) &* 0xff51_afd7_ed55_8ccd
    x = (x ^ (x >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return x ^ (x >> 33)
  }
}

/// Fowler–Noll–Vo hash, variant 1a, 64 bits.
private struct FNV1a {
  var value: UInt64
  init(seed: UInt64) { value = seed }
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
