/// A sound as names have it: a class that all spellings of a name agree on, coarser than phonetics has it.
package enum Sound: UInt64, CaseIterable, Sendable {
  case a, e, i, o, u, y, ö, ü
  case ai, ei, oi, ui, au, eu
  case j
  case b, p, v, w, f, g, k, x, h, d, t, th, z, s, zh, sh, shch, ch, dj, ts, dz, l, m, n, ng, r
  case figure0, figure1, figure2, figure3, figure4, figure5, figure6, figure7, figure8, figure9

  /// The bit that stands for it in a set.
  package var bit: UInt64 { 1 << rawValue }

  /// The sounds by their names in `sounds.tsv`.
  private static let named = Dictionary(allCases.map { ("\($0)", $0) }) { first, _ in first }
  /// The bits of all vowels and diphthongs.
  static let vowels: UInt64 = [Sound.a, e, i, o, u, y, ö, ü, ai, ei, oi, ui, au, eu].reduce(0) { $0 | $1.bit }

  package init?(name: some StringProtocol) {
    guard let sound = Self.named[String(name)] else { return nil }
    self = sound
  }
}

/// One step of a name: the sounds that its letters can stand for.
package struct SoundUnit: Sendable, Hashable {
  /// What the letters usually stand for, as bits of `Sound`.
  package var sure: UInt64
  /// What they stand for as well in some languages, the usual sounds included.
  package var possible: UInt64
  /// Whether other spellings leave it out.
  package var isOptional: Bool

  package init(sure: UInt64, possible: UInt64, isOptional: Bool = false) {
    self.sure = sure
    self.possible = possible
    self.isOptional = isOptional
  }

  /// Whether it is usually a vowel.
  package var isVowel: Bool { sure & Sound.vowels != 0 }
}

extension SoundUnit {
  /// Consonants that every spelling of the name has: the sound, if it is certain which one, or nothing.
  ///
  /// Sounds that are one in some spelling (n and ng, t and th, v and w) count as the first of them.
  package static func certain(in readings: [[SoundUnit]]) -> UInt64 {
    guard readings.count == 1, let units = readings.first else { return 0 }
    var certain: UInt64 = 0
    for unit in units where !unit.isOptional {
      for (one, all) in merged where unit.possible & ~all == 0 { certain |= one }
    }
    return certain
  }

  /// All sounds that some reading may have, those that are one in some spelling as the first of them.
  package static func possible(in readings: [[SoundUnit]]) -> UInt64 {
    var possible: UInt64 = 0
    for units in readings {
      for unit in units {
        possible |= unit.possible
        for (one, all) in merged where unit.possible & all != 0 { possible |= one }
      }
    }
    return possible
  }

  private static let merged: [(one: UInt64, all: UInt64)] = [
    [Sound.l], [.r], [.m], [.n, .ng], [.b], [.p], [.d], [.t, .th], [.f], [.k], [.g], [.s], [.z], [.zh], [.sh],
    [.ch], [.v],
  ].compactMap { group in group.first.map { ($0.bit, group.reduce(0) { $0 | $1.bit }) } }
}
