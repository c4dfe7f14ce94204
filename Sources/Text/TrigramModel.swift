/// The trigrams of one script, ready to be looked up.
struct TrigramModel: Sendable {
  /// The languages told apart, Dateline's own first.
  let codes: [String]
  /// Open addressing; 0 where a slot is free.
  private let keys: [UInt64]
  private let rows: [Int32]
  private let levels: [UInt8]

  /// The languages written in Cyrillic letters.
  static let cyrillic = TrigramModel(TrigramTable.cyrillic)

  private init(_ table: TrigramTable.Alphabet) {
    codes = table.codes
    let width = table.codes.count
    let scalars = table.rows.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
      .unicodeScalars.map(\.value)
    let count = scalars.count / (width + 3)
    var size = 64
    while size < count * 2 { size *= 2 }
    var keys = Array(repeating: UInt64(0), count: size)
    var rows = Array(repeating: Int32(0), count: size)
    var levels: [UInt8] = []
    for number in 0..<count {
      let start = number * (width + 3)
      let letters = scalars[start..<(start + 3)].map { $0 == 0x5F ? 0x20 : $0 }
      let key = Self.key(letters[0], letters[1], letters[2])
      var slot = Self.home(of: key) & (size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      rows[slot] = Int32(levels.count)
      levels += scalars[(start + 3)..<(start + 3 + width)].map { UInt8(clamping: Int($0) - 0x30) }
    }
    self.keys = keys
    self.rows = rows
    self.levels = levels
  }

  /// Three code points as one number, never 0.
  @inline(__always)
  static func key(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    UInt64(first) << 42 | UInt64(second) << 21 | UInt64(third)
  }

  private static func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  /// Adds the levels of a trigram to the sums of all languages; one that is unknown adds nothing.
  @inline(__always)
  func add(_ key: UInt64, to sums: inout [Int]) {
    let mask = keys.count - 1
    var slot = Self.home(of: key) & mask
    while keys[slot] != key {
      if keys[slot] == 0 { return }
      slot = (slot + 1) & mask
    }
    let row = Int(rows[slot])
    sums.withUnsafeMutableBufferPointer { sums in
      for index in sums.indices { sums[index] += Int(levels[row + index]) }
    }
  }
}
