import DatelineLexicon

/// Decides whether two names can be one person's.
///
/// Words are put side by side by their sounds, in whatever order; what is left over on one side must be something that
/// others leave off (a patronymic, a middle name), and nothing may be left over on both.
struct NameMatching {
  enum Verdict: Hashable {
    /// Two names of one person, at this cost.
    case same(Int32)
    /// Perhaps: a family name with an initial, if nobody else fits.
    case possible(Int32)
    case different
  }

  private var distance = SoundDistance()
  /// Hundredths of what words may cost; more where it is asked whether names contradict each other.
  private var patience: Int32 = 100

  /// What the words of two names may cost together.
  private static let mostTogether: Int32 = 130

  mutating func verdict(_ a: LinkableName, _ b: LinkableName) -> Verdict {
    if a.isPlainPair, b.isPlainPair {
      if patience == 100, a.certain & ~b.possible | b.certain & ~a.possible != 0 { return .different }
      return pairVerdict(a.words, b.words)
    }
    guard !a.words.isEmpty, !b.words.isEmpty else { return .different }
    var pairs: [(left: Int, right: Int, cost: Int32)] = []
    for (left, word) in a.words.enumerated() where word.kind == .full {
      for (right, other) in b.words.enumerated() where other.kind == .full {
        let cost = cost(word, other)
        if cost < SoundDistance.different { pairs.append((left, right, cost)) }
      }
    }
    if pairs.isEmpty { return .different }
    pairs.sort { ($0.cost, abs($0.left - $0.right), $0.left) < ($1.cost, abs($1.left - $1.right), $1.left) }
    var partner = [Int?](repeating: nil, count: a.words.count)
    var taken = [Bool](repeating: false, count: b.words.count)
    var total: Int32 = 0
    var matched = 0
    for pair in pairs where partner[pair.left] == nil && !taken[pair.right] {
      partner[pair.left] = pair.right
      taken[pair.right] = true
      total += pair.cost
      matched += 1
    }
    if total > Self.mostTogether * patience / 100 { return .different }
    // bin: "Salman bin Mohammed" is another than "Mohammed bin Salman".
    if a.words.contains(where: { $0.kind == .particle }), b.words.contains(where: { $0.kind == .particle }),
      isCrossed(partner)
    {
      return .different
    }
    var restA = a.words.indices.filter { a.words[$0].kind == .full && partner[$0] == nil }
    var restB = b.words.indices.filter { b.words[$0].kind == .full && !taken[$0] }
    let initialsA = a.words.indices.filter { a.words[$0].kind == .initial }
    let initialsB = b.words.indices.filter { b.words[$0].kind == .initial }
    var initials = 0
    if !settle(initialsA, a, &restB, b, &initials) || !settle(initialsB, b, &restA, a, &initials) {
      return .different
    }
    // Both abbreviated: the letters must agree as far as both give them.
    for (left, right) in zip(initialsA, initialsB) {
      if !begins(a.words[left], b.words[right]) { return .different }
      initials += 1
    }
    if !restA.isEmpty, !restB.isEmpty { return .different }
    let rest = restA.isEmpty ? restB.map { b.words[$0] } : restA.map { a.words[$0] }
    if matched >= 2 {
      // Given name and patronymic are not enough: the family name has to be among what agrees.
      let agreeing = partner.indices.filter { partner[$0] != nil && !a.words[$0].isPatronymic }.count
      let families = rest.filter { !$0.isPatronymic }
      if agreeing < 2, !families.isEmpty || a.fullWords > matched || b.fullWords > matched {
        return .different
      }
      return .same(total)
    }
    if initials > 0, rest.allSatisfy(\.isPatronymic) {
      // Both abbreviated alike: as good as whole.
      let isBoth = a.hasInitials && b.hasInitials && a.fullWords == 1 && b.fullWords == 1
      return isBoth ? .same(total + 20) : .possible(total)
    }
    // A name of one word is only itself.
    if rest.isEmpty, a.fullWords == 1, b.fullWords == 1, !a.hasInitials, !b.hasInitials, total <= 40 {
      return .same(total)
    }
    return .different
  }

  /// The verdict on two names of two words: the cheaper way of putting them side by side.
  private mutating func pairVerdict(_ a: [LinkableName.Word], _ b: [LinkableName.Word]) -> Verdict {
    var best = SoundDistance.different
    for (left, right) in [(0, 1), (1, 0)] {
      let first = cost(a[0], b[left])
      if first >= best { continue }
      best = min(best, first + cost(a[1], b[right]))
    }
    return best > Self.mostTogether * patience / 100 ? .different : .same(best)
  }

  /// Whether every word of one has its like in the other, in whatever order; two empty names agree.
  mutating func allAgree(_ a: LinkableName, _ b: LinkableName) -> Bool {
    guard a.words.count == b.words.count else { return false }
    var free = Array(b.words.indices)
    for word in a.words {
      guard let place = free.firstIndex(where: { cost(word, b.words[$0]) < SoundDistance.different }) else {
        return false
      }
      free.remove(at: place)
    }
    return true
  }

  /// Whether two whole names cannot be one person's even where spellings are as far apart as they may be.
  mutating func contradict(_ a: LinkableName, _ b: LinkableName) -> Bool {
    patience = 130
    defer { patience = 100 }
    return verdict(a, b) == .different
  }

  /// Pairs initials with words that are left over on the other side; false if an initial fits none of them.
  private func settle(
    _ initials: [Int], _ own: LinkableName, _ rest: inout [Int], _ other: LinkableName, _ count: inout Int
  ) -> Bool {
    let hasPatronymic = rest.contains { other.words[$0].isPatronymic }
    for (number, initial) in initials.enumerated() where !rest.isEmpty {
      if let place = rest.firstIndex(where: { begins(own.words[initial], other.words[$0]) }) {
        rest.remove(at: place)
        count += 1
      } else if number == 0 || hasPatronymic {
        // A second letter is that of a patronymic, which the other name may leave off.
        return false
      }
    }
    return true
  }

  private func isCrossed(_ partner: [Int?]) -> Bool {
    let places = partner.compactMap { $0 }
    return zip(places, places.dropFirst()).contains { $0 > $1 }
  }

  /// Whether two words begin with the same sound.
  private func begins(_ a: LinkableName.Word, _ b: LinkableName.Word) -> Bool {
    if a.isLatin == b.isLatin, a.letters.first == b.letters.first { return true }
    func openings(_ word: LinkableName.Word) -> UInt64 {
      var sounds: UInt64 = 0
      for reading in word.readings {
        for unit in reading {
          sounds |= unit.possible
          if !unit.isOptional { break }
        }
      }
      return sounds
    }
    return openings(a) & openings(b) != 0
  }

  mutating func cost(_ a: LinkableName.Word, _ b: LinkableName.Word) -> Int32 {
    if a.isPatronymic != b.isPatronymic { return SoundDistance.different }
    if a.isPatronymic { return cost(a.fathers, b.fathers, loosely: a.isLatin != b.isLatin) }
    if a.letters == b.letters { return 0 }
    if !a.groups.isEmpty, a.groups.contains(where: { b.groups.contains($0) }) { return 5 }
    // A consonant without its like costs more than any word may.
    if patience == 100, a.certain & ~b.possible | b.certain & ~a.possible != 0 {
      return SoundDistance.different
    }
    return cost(a.readings, b.readings, loosely: a.isLatin != b.isLatin)
  }

  /// The least that making one of the other costs in any of their readings.
  private mutating func cost(_ a: [[SoundUnit]], _ b: [[SoundUnit]], loosely: Bool) -> Int32 {
    var best = SoundDistance.different
    for left in a {
      for right in b {
        let limit = SoundDistance.limit(left.count, right.count, loosely: loosely) * patience / 100
        best = min(best, distance.cost(left, right, loosely: loosely, limit: min(limit, best)))
        if best == 0 { return 0 }
      }
    }
    return best
  }
}
