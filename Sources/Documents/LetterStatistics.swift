/// Tells single-byte encodings apart by how the letters they would give follow each other.
struct LetterStatistics {
  /// Occurrences of each byte.
  private var counts = [Int](repeating: 0, count: 256)
  /// Pairs of neighbouring bytes ≥ 0x80, each halved to 7 bits.
  private var pairs = [Int](repeating: 0, count: 128 * 128)
  /// Bytes ≥ 0x80 that stand beside an ASCII letter, and beside another such byte.
  private var besideLatin = 0
  private var besideHigh = 0

  init(_ sample: ArraySlice<UInt8>) {
    let bytes = sample.prefix(262_144)
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        counts[Int(byte)] += 1
        guard byte >= 0x80 else { continue }
        let before = index > 0 ? bytes[index - 1] : ASCII.space
        let after = index + 1 < bytes.count ? bytes[index + 1] : ASCII.space
        if ASCII.isLetter(before) || ASCII.isLetter(after) { besideLatin += 1 }
        if before >= 0x80 || after >= 0x80 { besideHigh += 1 }
        if after >= 0x80 { pairs[Int(byte & 0x7F) * 128 + Int(after & 0x7F)] += 1 }
      }
    }
  }

  /// The likeliest encoding; a declared one stays unless the letters speak clearly against it.
  func encoding(declared: CharacterEncoding?) -> CharacterEncoding {
    if case .converter? = declared?.method { return declared ?? .windows1252 }
    // In Cyrillic text high bytes come in words, in German or French one at a time.
    let cyrillic = besideHigh > 2 * besideLatin
    let family: [CharacterEncoding] =
      cyrillic ? [.windows1251, .koi8r, .ibm866, .iso8859Part5] : [.windows1252]
    if !cyrillic, let declared, declared.isWestern { return declared }
    var best = family[0]
    var bestScore = Int.min
    var declaredScore = Int.min
    for candidate in family {
      let score = self.score(of: candidate)
      if candidate == declared { declaredScore = score }
      if score > bestScore { (best, bestScore) = (candidate, score) }
    }
    if best == .windows1251, looksKazakh { return .kz1048 }
    if best == .windows1251, declared == .kz1048 { return .kz1048 }
    if let declared, declaredScore != Int.min, declaredScore * 10 >= bestScore * 9 { return declared }
    return best
  }

  /// Kazakh in KZ-1048: қ, its most frequent letter of its own, lies where windows-1251 has a rare one.
  private var looksKazakh: Bool {
    let letters = counts[0xC0...0xFF].reduce(0, +)
    let own = counts[0x9D] + counts[0xBC] + counts[0xBE] + counts[0xBA]
    return counts[0x9D] * 200 > letters && own * 50 > letters
  }

  /// Higher for pairs of frequent small letters; lower where a capital follows a small letter or a sign stands
  /// inside a word.
  private func score(of encoding: CharacterEncoding) -> Int {
    guard case .table(let table) = encoding.method else { return 0 }
    let weights = table.map(Self.weight)
    var score = 0
    for first in 0..<128 {
      for second in 0..<128 {
        let count = pairs[first * 128 + second]
        guard count > 0 else { continue }
        switch (Self.kind(table[first]), Self.kind(table[second])) {
        case (.small, .small), (.capital, .small): score += count * (weights[first] + weights[second])
        case (.small, .capital): score -= count * 8
        case (.capital, .capital): score += count
        default: score -= count * 2
        }
      }
    }
    return score
  }

  private enum Kind { case small, capital, sign }

  private static func kind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x430...0x45F: .small
    case 0x400...0x42F: .capital
    default: .sign
    }
  }

  /// How frequent a Cyrillic letter is in text, roughly.
  private static func weight(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x430, 0x435, 0x438, 0x43D, 0x43E, 0x440, 0x441, 0x442: 8  // а е и н о р с т
    case 0x432, 0x43A, 0x43B, 0x43C, 0x434, 0x44B: 5  // в к л м д ы
    case 0x430...0x44F: 2
    case 0x450...0x45F: 0
    default: 0
    }
  }
}

extension CharacterEncoding {
  /// Whether its letters are Latin, so far as this can be seen from its name.
  fileprivate var isWestern: Bool {
    name.hasPrefix("windows-125") && self != .windows1251
      || name.hasPrefix("iso-8859-") && self != .iso8859Part5 || name.hasPrefix("mac")
  }
}
