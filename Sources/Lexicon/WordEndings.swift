/// What the endings of a word let it be: told once for each word, because every rule of names asks.
@usableFromInline package struct WordEndings: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt8
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// In some form it ends like a family name or patronymic.
  @inlinable package static var name: WordEndings { WordEndings(rawValue: 1 << 0) }
  /// As it stands it ends like a patronymic.
  @inlinable package static var patronymic: WordEndings { WordEndings(rawValue: 1 << 1) }
  /// It has an ending that adjectives take.
  @inlinable package static var adjective: WordEndings { WordEndings(rawValue: 1 << 2) }
  /// It has an ending that verbs take.
  @inlinable package static var verb: WordEndings { WordEndings(rawValue: 1 << 3) }
  /// An ending lets it stand in the genitive.
  @inlinable package static var genitive: WordEndings { WordEndings(rawValue: 1 << 4) }
  /// An ending lets it stand in the locative or ablative.
  @inlinable package static var place: WordEndings { WordEndings(rawValue: 1 << 5) }

  /// - Complexity: O(endings that fit).
  init(_ folded: [UInt8], _ lexicon: Lexicon) {
    var found: WordEndings = []
    let own = lexicon.nameEndings.all(of: folded)
    if own.contains(where: { $0.kind == .patronymic }) { found.insert(.patronymic) }
    if !own.isEmpty { found.insert(.name) }
    if !found.contains(.name) {
      lexicon.endings.strip(folded, kinds: [.family, .patronymic], minimum: 3) {
        if !found.contains(.name), lexicon.nameEndings.kind(of: $0.bytes) != nil { found.insert(.name) }
      }
    }
    let isKnown = lexicon.words.find(folded) >= 0
    lexicon.endings.strip(folded, kinds: [.adjective], minimum: 3) { _ in found.insert(.adjective) }
    lexicon.endings.strip(folded, kinds: [.verb], minimum: 2) { _ in found.insert(.verb) }
    lexicon.endings.strip(folded, kinds: [.noun, .adjective], minimum: 2) {
      guard $0.inflection.cases.contains(.genitive) else { return }
      // Forms made longer («граждан» from «гражданин») are too rare to guess; a listed word may be one.
      if $0.added <= $0.removed || isKnown { found.insert(.genitive) }
    }
    lexicon.endings.strip(folded, kinds: [.noun, .family], minimum: 3) {
      if !$0.inflection.cases.isDisjoint(with: [.locative, .ablative]) { found.insert(.place) }
    }
    self = found
  }
}
