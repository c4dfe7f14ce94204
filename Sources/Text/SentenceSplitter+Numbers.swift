/// Full stops of ordinals, of the numbers of sections and of Roman numerals.
extension SentenceSplitter {
  func numberEnds(at index: Int, before following: Following) -> Bool {
    let number = numberStart(before: index)
    let digits = index - number
    let isWhole = !bytes[number..<index].contains { $0 &- 0x30 >= 10 }
    if number > start {
      let (before, length) = Scalars.decode(bytes, before: number)
      if Scalars.classify(before).isLetter { return true }
      if Self.isDash(before), !isOrdinal(before: number - length) { return true }
    }
    // The number of a section or of an item of a list.
    if !hasLetters(before: number), isWhole ? digits <= 3 : !bytes[number..<index].contains(0x2C) {
      return false
    }
    if following.kind == .figure, !following.isQuoted {
      // "19.09. 2025", "3. 4. …"
      let next = digitCount(from: following.word)
      if !isWhole { return !(digits <= 5 && next == 4 && bytes[number..<index].contains(0x2E)) }
      // The month of "1. 10. 2025".
      if digits <= 2, next == 4, isYear(following.word), number - 3 >= start, isSpace(bytes[number - 1]),
        bytes[number - 2] == 0x2E, bytes[number - 3] &- 0x30 < 10
      {
        return false
      }
      return
        !(knowledge?.nounCapitals == true && digits <= 2 && next <= 2
        && following.word + next < bytes.count && bytes[following.word + next] == 0x2E)
    }
    guard let knowledge, knowledge.nounCapitals, following.kind == .capital else { return true }
    if !isWhole { return !isDayAndMonth(number, index) || beginsSentence(following) }
    return ordinalEnds(number, digits: digits, before: following, knowledge)
  }

  /// Where nouns have capitals a number with a full stop before a noun is an ordinal.
  private func ordinalEnds(
    _ number: Int, digits: Int, before following: Following, _ knowledge: KnowledgeIndex
  ) -> Bool {
    let notes = knowledge.notes(bytes, following.word, wordEnd(from: following.word))
    if digits <= 2, !notes.isDisjoint(with: [.afterOrdinal, .capitalDay]) { return false }
    if digits > 4 || isYear(number) || beginsSentence(following) || following.isDashed { return true }
    // "Nr. 6. Danach", "Platz 5. Danach" are no ordinals.
    if number - 2 > start, isSpace(bytes[number - 1]), bytes[number - 2] == 0x2E { return true }
    guard let before = wordBefore(number) else { return digits > 2 }
    let known = knowledge.notes(bytes, before.lower, before.upper)
    if known.contains(.label) { return true }
    // A large number is one only behind an article and the like: "zum 100. Geburtstag".
    return digits > 2 && !known.contains(.stopword)
  }

  /// Whether a number with a full stop stands right before `index`, as the first one of a range of days does.
  private func isOrdinal(before index: Int) -> Bool {
    guard knowledge?.nounCapitals == true, index - 1 > start, bytes[index - 1] == 0x2E else { return false }
    let number = numberStart(before: index - 1)
    return number < index - 1 && index - 1 - number <= 3
  }

  /// "31.12." without a year.
  private func isDayAndMonth(_ lower: Int, _ upper: Int) -> Bool {
    let day = digitCount(from: lower)
    let month = lower + day + 1
    guard day <= 2, month < upper, bytes[month - 1] == 0x2E, upper - month <= 2 else { return false }
    let value = bytes[month..<upper].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    return (1...12).contains(value)
  }

  func romanEnds(
    at index: Int, _ numeral: Int, before following: Following, _ knowledge: KnowledgeIndex
  ) -> Bool {
    if !hasLetters(before: numeral) { return false }
    guard knowledge.nounCapitals, following.kind == .capital else { return true }
    return beginsSentence(following)
  }

  private func digitCount(from index: Int) -> Int {
    var at = index
    while at < bytes.count, at - index < 8, bytes[at] &- 0x30 < 10 { at += 1 }
    return at - index
  }
}
