import DatelineDocuments
import DatelineLexicon
import DatelineText

/// Finds what slots of date patterns can take at a token.
struct SlotFiller {
  let reading: LexicalReading
  let table: FillTable

  /// Adds all that slots can take at a token, each with the number of tokens it needs.
  func fills(at token: Int, into fills: inout [SlotFill]) {
    var isNumber = reading.text.tokens[token].kind == .number
    for match in reading.matches(at: token) {
      if table.isEmpty(match.entry) {
        if case .number(let word) = reading.knowledge(match), word.kind != .ordinal { isNumber = true }
        continue
      }
      if let span = table.spans[Int32(match.entry)] {
        oneWord(at: token, ending: span.ending, unit: span.unit, &fills)
      } else {
        table.append(match.entry, tokens: match.tokens.count, to: &fills)
      }
    }
    let folded = reading.folded[token]
    guard let first = folded.first else { return }
    if isDigit(first) {
      figures(at: token, folded, &fills)
      isNumber = true
    } else if reading.text.tokens[token].kind == .word {
      if reading.text.tokens[token].shape.contains(.initialCapital) {
        if let roman = Self.roman(folded) {
          fills.append(SlotFill(slot: .roman, tokens: 1, fact: .number(Double(roman))))
        }
      }
      if folded.count > 4, folded.contains(UInt8(ascii: "-")) {
        if let (one, other) = monthPair(folded) {
          fills.append(SlotFill(slot: .month, tokens: 1, fact: .pair(one, other)))
        } else if let hyphen = folded.firstIndex(of: UInt8(ascii: "-")),
          let one = Self.roman(Array(folded[..<hyphen])),
          let other = Self.roman(Array(folded[(hyphen + 1)...]))
        {
          fills.append(SlotFill(slot: .roman, tokens: 1, fact: .pair(one, other)))
        }
      }
    }
    if first == UInt8(ascii: "'") || first == 0xE2 { shortYear(at: token, folded, &fills) }
    if isNumber, let (value, count) = NumberReader(reading: reading).number(at: token) {
      fills.append(SlotFill(slot: .number, tokens: count, fact: .number(value)))
      if !isDigit(first), value == value.rounded(), (1...24).contains(value) {
        fills.append(SlotFill(slot: .hour, tokens: count, fact: .integer(Int(value))))
      }
    }
  }

  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// "fünfjährig", "four-year", «пятилетний», «бесжылдық»: a number and a unit in one word.
  private func oneWord(at token: Int, ending: [UInt8], unit: String, _ fills: inout [SlotFill]) {
    let folded = reading.folded[token]
    // An inflected form may have lost some letters of the ending's tail; its first ones still stand there.
    let probe = ending.prefix(max(4, ending.count - 2))
    guard folded.count > probe.count else { return }
    var start = folded.count - probe.count
    while start > 0, !folded[start...].starts(with: probe) { start -= 1 }
    guard start > 0 else { return }
    var head = folded[..<start]
    if head.last == UInt8(ascii: "-") { head = head.dropLast() }
    guard let number = number(Array(head)) else { return }
    let isFigures = head.first.map(isDigit) ?? false
    // "ein 52-Jähriger" is a person.
    let tail = reading.text.tokens[token].range.lower + start
    if isFigures, tail < reading.text.bytes.count, (0x41...0x5A).contains(reading.text.bytes[tail]) { return }
    fills.append(
      SlotFill(
        slot: .span, tokens: 1, fact: .span(number: number, unit: unit),
        name: isFigures ? SlotFill.plain : SlotFill.inWords))
  }

  /// The number that a folded word or the beginning of one names.
  private func number(_ bytes: [UInt8]) -> Double? {
    if !bytes.isEmpty, bytes.count <= 4, bytes.allSatisfy(isDigit) {
      return Double(String(decoding: bytes, as: UTF8.self))
    }
    func listed(_ bytes: [UInt8]) -> Double? {
      let word = reading.lexicon.words.find(bytes)
      guard word >= 0, let node = reading.lexicon.trie.next(0, word) else { return nil }
      for entry in reading.lexicon.trie.entries(at: node) {
        if case .number(let known) = reading.lexicon.entries[Int(entry)].knowledge, known.kind != .ordinal {
          return known.value
        }
      }
      return nil
    }
    if let value = listed(bytes) { return value }
    var found: Double?
    reading.lexicon.endings.strip(bytes, kinds: [.noun]) { if found == nil { found = listed($0.bytes) } }
    return found
  }

  /// The unit of "-jährig" behind figures.
  func spanUnit(_ bytes: [UInt8]) -> String? {
    let lexicon = reading.lexicon
    let word = lexicon.words.find(bytes)
    guard word >= 0, let node = lexicon.trie.next(0, word) else { return nil }
    for entry in lexicon.trie.entries(at: node) {
      if case .calendar(let known) = lexicon.entries[Int(entry)].knowledge, known.kind == .spanUnit {
        return known.value
      }
    }
    return nil
  }

  /// The two months of a word such as "January-May" or «январе-мае».
  private func monthPair(_ bytes: [UInt8]) -> (Int, Int)? {
    guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen > 2, bytes.count - hyphen > 3,
      let first = month(Array(bytes[..<hyphen])), let last = month(Array(bytes[(hyphen + 1)...]))
    else { return nil }
    return (first, last)
  }

  /// The month that a folded word names in some form.
  private func month(_ bytes: [UInt8]) -> Int? {
    var found = listedMonth(bytes)
    if found == nil {
      reading.lexicon.endings.strip(bytes, kinds: [.noun]) {
        if found == nil { found = listedMonth($0.bytes) }
      }
    }
    return found
  }

  private func listedMonth(_ bytes: [UInt8]) -> Int? {
    let lexicon = reading.lexicon
    let word = lexicon.words.find(bytes)
    guard word >= 0, let node = lexicon.trie.next(0, word) else { return nil }
    for entry in lexicon.trie.entries(at: node) {
      if case .calendar(let known) = lexicon.entries[Int(entry)].knowledge, known.kind == .month {
        return Int(known.value)
      }
    }
    return nil
  }

  /// The year that two figures mean: 00–49 in this century, 50–99 in the last.
  static func fullYear(_ short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

  /// The value of a Roman numeral in Latin or Cyrillic letters of any case (centuries, quarters).
  static func roman(_ folded: [UInt8]) -> Int? {
    folded.count <= 14 ? roman(String(decoding: folded, as: UTF8.self)) : nil
  }

  static func roman(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 14 else { return nil }
    var total = 0
    var run = 0
    var previous = 0
    for scalar in text.unicodeScalars {
      let value: Int
      switch scalar {
      case "i", "і", "I", "І": value = 1
      case "v", "V": value = 5
      case "x", "х", "X", "Х": value = 10
      default: return nil
      }
      if value == previous {
        run += value
      } else {
        total += previous > 0 && previous < value ? -run : run
        run = value
      }
      previous = value
    }
    total += run
    return total > 0 ? total : nil
  }
}

extension SlotFill {
  /// Names of `{clock}` and `{short-year}` by the sign they are written with.
  static let colon: Int32 = 1
  static let point: Int32 = 2
  static let apostrophe: Int32 = 3
  /// The name of an `{ordinal}` in bare figures.
  static let plain: Int32 = 4
  /// The name of a `{clock}` that says the part of the day too.
  static let part: Int32 = 5
  /// The name of a `{year}` with an ending behind a hyphen.
  static let withEnding: Int32 = 6
  /// The name of a `{span}` that is all letters.
  static let inWords: Int32 = 7
}
