/// What the caller of the tagger knows of one token.
package struct TokenHint: Sendable, Hashable {
  /// Facts, a bit each; what they mean is the caller's business.
  package var bits: UInt64
  /// What a rule of the caller takes the token for.
  package var claim: TokenClaim

  package init(bits: UInt64 = 0, claim: TokenClaim = .none) {
    self.bits = bits
    self.claim = claim
  }
}

/// A rule's word on a token: that it stands at this place of a name of this kind.
package struct TokenClaim: Sendable, Hashable {
  /// Two bits of place, two of kind (counted from 1), the rest tells rules apart.
  let code: UInt32
  /// What sort of text the rule speaks in; the same rule may be worth more in one than in another.
  let genre: UInt8

  /// No rule says anything.
  package static let none = TokenClaim(code: 0, genre: 0)

  private init(code: UInt32, genre: UInt8) { (self.code, self.genre) = (code, genre) }

  /// - Parameters:
  ///   - offset: how many tokens of the name stand before this one.
  ///   - count: how many tokens the name has.
  ///   - genre: what sort of text it is, by the caller's reckoning.
  package init(rule: String, kind: TaggedKind, offset: Int, count: Int, genre: UInt8 = 0) {
    self.init(ruleHash: Self.hash(of: rule), kind, offset, count, genre)
  }

  private init(ruleHash: UInt32, _ kind: TaggedKind, _ offset: Int, _ count: Int, _ genre: UInt8) {
    let place: Label.Place =
      count == 1 ? .only : offset == 0 ? .begin : offset == count - 1 ? .last : .inside
    self.genre = genre
    code = ruleHash << 4 | (UInt32(kind.rawValue) + 1) << 2 | UInt32(place.rawValue)
  }

  /// The claims of a rule on each token of a name, in order.
  ///
  /// - Parameter give: takes how many tokens stand before, and the claim.
  package static func each(
    rule: String, kind: TaggedKind, count: Int, genre: UInt8, _ give: (Int, TokenClaim) -> Void
  ) {
    let hash = hash(of: rule)
    for offset in 0..<count { give(offset, TokenClaim(ruleHash: hash, kind, offset, count, genre)) }
  }

  private static func hash(of rule: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in rule.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 16
  }

  /// The claim without the rule that makes it; 0 for none.
  var plain: UInt64 { UInt64(code & 15) }
}
