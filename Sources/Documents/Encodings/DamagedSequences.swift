/// What reading UTF-8 wrongly lost besides.
extension MisreadWords {
  /// A sequence whose end was lost in reading: dropped, or become U+FFFD, a question mark or a plain space.
  ///
  /// Only between whole sequences, and only where one character is clearly likelier than the others.
  func damaged(at index: Int, afterUnit: Bool, last: UInt32?) -> Unit? {
    guard let lead = byte(index), lead >= 0xC2, lead <= 0xEF else { return nil }
    if lead == 0xE2, byte(index + 1) == 0x80 {
      // The third byte is lost: of the quotes and dashes one at most has a byte without meaning.
      let signs: [UInt32] = readAs.lost.filter { $0 == 0x98 || $0 == 0x9D }.map { 0x2000 | UInt32($0 & 0x3F) }
      guard signs.count == 1, let sign = signs.first else { return nil }
      return Unit(scalar: sign, length: isGhost(index + 2) ? 3 : 2, bytes: 3)
    }
    if lead == 0xC2, readAs.table[0x20] == 0xA0, let last { return fixedSpace(at: index, last: last) }
    guard lead & 0xFC == 0xD0 else { return nil }
    let next = index + 1 < scalars.endIndex ? scalars[index + 1] : 0
    let afterNext = index + 2 < scalars.endIndex ? scalars[index + 2] : 0
    if next == 0x20, afterNext == 0x20, lead == 0xD0, afterUnit, readAs.table[0x20] == 0xA0 {
      return Unit(scalar: 0x420, length: 2, bytes: 2, isWhole: false)
    }
    if next == 0x20, lead == 0xD0, readAs.table[0x20] == 0xA0, sequence(at: index + 2) != nil {
      if isLostLetter(before: index + 2, last: last) {
        return Unit(scalar: 0x400 | UInt32(readAs.lost[0] & 0x3F), length: 1, bytes: 2, isWhole: false)
      }
      // A fixed space that became a plain one: the only letter that ends with A0 is Р.
      return Unit(scalar: 0x420, length: 2, bytes: 2, isWhole: false)
    }
    var length = isGhost(index + 1) ? 2 : 1
    if length == 2, next == 0x3F, !afterUnit, sequence(at: index + 2) == nil { length = 1 }
    let following = sequence(at: index + length)
    let isLast = index + length >= scalars.endIndex || scalars[index + length] < 0x80
    guard afterUnit || following != nil else { return nil }
    var ranked: [(scalar: UInt32, cost: Int)] = []
    let seconds = readAs.lost + (length == 1 && readAs.table[0x2D] == 0xAD ? [0xAD] : [])
    for second in seconds where second < 0xC0 {
      let scalar = UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
      guard LetterClass.cyrillic.contains(LetterClass(scalar).index) else { continue }
      var costs = ScalarCosts(after: last ?? 0x20)
      costs.add(scalar)
      if let following { costs.add(following.scalar) } else if isLast { costs.add(0x20) }
      // A soft hyphen is lost less often than a byte without meaning.
      ranked.append((scalar, costs.cost + (second == 0xAD ? 16 : 0)))
    }
    ranked.sort { $0.cost < $1.cost }
    guard let best = ranked.first else { return nil }
    let isClear = ranked.count < 2 || ranked[1].cost - best.cost >= (readAs.lost.count > 1 ? 28 : 8)
    return Unit(
      scalar: isClear ? best.scalar : 0xFFFD, length: length, bytes: 2, isUnknown: !isClear, isWhole: false)
  }

  /// A fixed space whose second half became a plain one.
  private func fixedSpace(at index: Int, last: UInt32) -> Unit? {
    guard index + 1 < scalars.endIndex, scalars[index + 1] == 0x20, last > 0x20 else { return nil }
    // Where the first half is В, it may be the preposition, but not within a word.
    let isLatin = LetterClass(scalars[index]).index > LetterClass.otherCyrillic
    guard isLatin || LetterClass(last).letterCase == .lower || (0x30..<0x3A).contains(last) else {
      return nil
    }
    return Unit(scalar: 0xA0, length: 2, bytes: 0, isWhole: false)
  }

  /// Whether Р and a space are rather a letter whose second byte was lost, and the end of a word.
  private func isLostLetter(before index: Int, last: UInt32?) -> Bool {
    guard let lost = readAs.lost.first(where: { $0 < 0xC0 && readAs.lost.count == 1 }) else { return false }
    if let next = sequence(at: index), LetterClass(next.scalar).letterCase == .upper {
      // Р before a capital that no small letter follows: an abbreviation.
      let second = sequence(at: index + next.length)
      if second.map({ LetterClass($0.scalar).letterCase != .lower }) ?? true { return false }
    }
    var joined = ScalarCosts(after: last ?? 0x20)
    var apart = joined
    joined.add(0x420)
    apart.add(0x400 | UInt32(lost & 0x3F))
    apart.add(0x20)
    var place = index
    for _ in 0..<4 {
      guard let unit = sequence(at: place) else { break }
      joined.add(unit.scalar)
      apart.add(unit.scalar)
      place += unit.length
    }
    return joined.cost - apart.cost > 24
  }

  /// Whether what stands there is what a lost byte leaves.
  private func isGhost(_ index: Int) -> Bool {
    index < scalars.endIndex && (scalars[index] == 0xFFFD || scalars[index] == 0x3F)
  }
}
