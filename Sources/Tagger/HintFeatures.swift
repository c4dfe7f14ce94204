/// Where a neighbour stands, as seen from a token.
enum Neighbour: Int, CaseIterable {
  case before, after, secondBefore, secondAfter

  /// How many tokens away.
  @inline(__always)
  var offset: Int {
    switch self {
    case .before: -1
    case .after: 1
    case .secondBefore: -2
    case .secondAfter: 2
    }
  }
}

/// The features that follow from what the caller knows of one token, as bits.
enum HintFeatures {
  /// What is known of the place before the first and behind the last token of a sentence.
  static let outside: UInt64 = 1 << 63

  /// The features of the token itself.
  @inline(__always)
  static func own(_ hints: UInt64, _ take: (UInt64) -> Void) {
    each(hints, 60, take)
    take(FeatureHash.mix(hints, 65))
  }

  /// The features it gives to the token whose neighbour it is.
  @inline(__always)
  static func beside(_ hints: UInt64, _ place: Neighbour, _ take: (UInt64) -> Void) {
    each(hints, 61 + UInt64(place.rawValue), take)
  }

  /// A feature for each bit.
  @inline(__always)
  static func each(_ hints: UInt64, _ template: UInt64, _ take: (UInt64) -> Void) {
    var left = hints
    while left != 0 {
      take(FeatureHash.mix(UInt64(left.trailingZeroBitCount) + 1, template))
      left &= left - 1
    }
  }
}
