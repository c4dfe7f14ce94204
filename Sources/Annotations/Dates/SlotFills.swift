import DatelineDocuments
import DatelineLexicon
import DatelineText

/// Finds what slots of date patterns can take at a token.
struct SlotFiller {
  let reading: LexicalReading
  let table: FillTable

  /// Adds all that slots can take at a token, each with the number of tokens it needs.
  func fills(at token: Int, into fills: inout [SlotFill]) {
    let kind = reading.text.tokens[token].kind
    var isNumber = kind == .number
    for index in reading.matchIndices(at: token, [.calendar, .number]) {
      let entry = reading.entryNumber(of: index)
      switch table.gift(of: entry) {
      case .nothing: break
      case .number: isNumber = true
      case .values:
        let (before, tokens) = (fills.count, reading.tokens(of: index).count)
        table.append(entry, tokens: tokens, to: &fills)
        if let inflection = reading.inflection(of: index) { drop(inflection, tokens, from: before, &fills) }
      case .span:
        if let span = table.spans[Int32(entry)] {
          oneWord(at: token, ending: span.ending, unit: span.unit, &fills)
        }
      }
    }
    if !isNumber, reading.wordForms.isPlain(token) { return }
    if !isNumber, kind != .word, !mayBeFigure(token) { return }
    let folded = reading.words[token].folded
    guard let first = folded.first else { return }
    if isDigit(first) {
      figures(at: token, folded, &fills)
      isNumber = true
    } else if kind == .word {
      if reading.text.tokens[token].shape.contains(.initialCapital), let roman = Self.roman(folded[...]) {
        fills.append(SlotFill(slot: .roman, tokens: 1, fact: .number(Double(roman))))
      }
      if folded.count > 4, let hyphen = folded.firstIndex(of: UInt8(ascii: "-")) {
        modified(folded, hyphen, &fills)
        if let (one, other) = monthPair(folded, hyphen) {
          fills.append(SlotFill(slot: .month, tokens: 1, fact: .pair(one, other)))
        } else if let one = Self.roman(folded[..<hyphen]), let other = Self.roman(folded[(hyphen + 1)...]) {
          fills.append(SlotFill(slot: .roman, tokens: 1, fact: .pair(one, other)))
        }
      }
    }
    if first == UInt8(ascii: "'") || first == 0xE2 { shortYear(at: token, folded, &fills) }
    if isNumber, let (value, count) = NumberReader(reading: reading).number(at: token) {
      fills.append(SlotFill(slot: .number, tokens: count, fact: .number(value)))
      // "two quarters" may be two of them.
      if count == 2, reading.has(at: token + 1, isUnit), let value = cardinal(at: token) {
        fills.append(SlotFill(slot: .number, tokens: 1, fact: .number(value)))
      }
      if !isDigit(first) {
        if value == value.rounded(), (1...24).contains(value) {
          fills.append(SlotFill(slot: .hour, tokens: count, fact: .integer(Int(value))))
        } else if (1...12).contains(value), value - value.rounded(.down) == 0.5 {
          // «алты жарымда»: half past six.
          let clock = SlotFill.Fact.clock(hour: Int(value), minute: 30, second: nil)
          fills.append(SlotFill(slot: .clock, tokens: count, fact: clock, name: SlotFill.inWords))
        } else if value >= 1000 {
          yearInWords(at: token, value, count, &fills)
        }
      }
    }
  }

  /// Whether what is no word begins like a figure or an apostrophe.
  private func mayBeFigure(_ token: Int) -> Bool {
    let first = reading.text.bytes[reading.text.tokens[token].range.lower]
    return isDigit(first) || first == UInt8(ascii: "'") || first == UInt8(ascii: "`") || first >= 0x80
  }

  /// The number that one token names.
  private func cardinal(at token: Int) -> Double? {
    if reading.text.tokens[token].kind == .number { return NumberReader(reading: reading).figures(token) }
    for match in reading.matches(at: token) where match.tokens.count == 1 {
      if case .number(let word) = reading.knowledge(match), word.kind == .cardinal { return word.value }
    }
    return nil
  }

  /// Takes back fills that the form of a word forbids: "des letzten Jahres" is one year, "der frühere Minister"
  /// no time.
  private func drop(_ inflection: Inflection, _ tokens: Int, from before: Int, _ fills: inout [SlotFill]) {
    // Adverbs have no endings: with one they stand before a noun.
    let isAdjective = tokens == 1
    let isGenitive = inflection.number == .singular && inflection.cases == .genitive
    var kept = before
    for index in before..<fills.count {
      let slot = fills[index].slot
      if slot == .units && isGenitive || slot == .reference && isAdjective { continue }
      fills[kept] = fills[index]
      kept += 1
    }
    fills.removeLast(fills.count - kept)
  }

  private func isUnit(_ knowledge: Knowledge) -> Bool {
    if case .calendar(let word) = knowledge { word.kind == .unit } else { false }
  }

  /// «екі мың он тоғызыншы», «тысяча девятьсот сорок пятый»: a number and the ordinal that ends it.
  private func yearInWords(at token: Int, _ value: Double, _ count: Int, _ fills: inout [SlotFill]) {
    let found = reading.longest(at: token + count) { knowledge -> Int? in
      if case .number(let word) = knowledge, word.kind == .ordinal { return Int(word.value) }
      return nil
    }
    guard let (match, ordinal) = found, value < 2200, value == value.rounded() else { return }
    let head = Int(value)
    guard head % 100 == 0 && ordinal < 100 || head % 10 == 0 && ordinal < 10, head + ordinal < 2200 else {
      return
    }
    let tokens = match.tokens.upperBound - token
    fills.append(SlotFill(slot: .year, tokens: tokens, fact: .integer(head + ordinal)))
  }

  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// "fünfjährig", "four-year", «пятилетний», «бесжылдық»: a number and a unit in one word.
  private func oneWord(at token: Int, ending: [UInt8], unit: String, _ fills: inout [SlotFill]) {
    let folded = reading.words[token].folded
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
      reading.lexicon.knowledge(of: bytes) {
        if case .number(let known) = $0, known.kind != .ordinal { known.value } else { nil }
      }
    }
    if let value = listed(bytes) { return value }
    var found: Double?
    reading.lexicon.endings.strip(bytes, kinds: [.noun]) { if found == nil { found = listed($0.bytes) } }
    return found
  }

  /// The unit of "-jährig" behind figures.
  func spanUnit(_ bytes: [UInt8]) -> String? {
    reading.lexicon.knowledge(of: bytes) {
      if case .calendar(let known) = $0, known.kind == .spanUnit { known.value } else { nil }
    }
  }

  /// "mid-1990s", "early-2013": a year or decade that a modifier is tied to.
  private func modified(_ bytes: [UInt8], _ hyphen: Int, _ fills: inout [SlotFill]) {
    guard hyphen > 1, bytes.count - hyphen > 4, bytes.count - hyphen < 8 else { return }
    let tail = bytes[(hyphen + 1)...]
    let digits = tail.prefix(while: isDigit)
    let year = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard digits.count == 4, (1000...2199).contains(year),
      reading.lexicon.knowledge(of: Array(bytes[..<hyphen]), { isModifier($0) ? true : nil }) != nil
    else { return }
    let isDecade = digits.count < tail.count
    guard !isDecade || year % 10 == 0 else { return }
    fills.append(SlotFill(slot: isDecade ? .decade : .year, tokens: 1, fact: .integer(year)))
  }

  private func isModifier(_ knowledge: Knowledge) -> Bool {
    if case .calendar(let word) = knowledge { word.kind == .modifier } else { false }
  }

  /// The two months of a word such as "January-May" or «январе-мае».
  private func monthPair(_ bytes: [UInt8], _ hyphen: Int) -> (Int, Int)? {
    guard hyphen > 2, bytes.count - hyphen > 3,
      let first = month(Array(bytes[..<hyphen])), let last = month(Array(bytes[(hyphen + 1)...]))
    else { return nil }
    return (first, last)
  }

  /// The month that a folded word names in some form.
  private func month(_ bytes: [UInt8]) -> Int? {
    func listed(_ bytes: [UInt8]) -> Int? {
      reading.lexicon.knowledge(of: bytes) {
        if case .calendar(let known) = $0, known.kind == .month { Int(known.value) } else { nil }
      }
    }
    var found = listed(bytes)
    if found == nil {
      reading.lexicon.endings.strip(bytes, kinds: [.noun]) { if found == nil { found = listed($0.bytes) } }
    }
    return found
  }

  /// The year that two figures mean: 00–49 in this century, 50–99 in the last.
  static func fullYear(_ short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

  /// The value of a Roman numeral in Latin or Cyrillic letters, folded (centuries, quarters); nil for any
  /// other word.
  static func roman(_ folded: ArraySlice<UInt8>) -> Int? {
    guard !folded.isEmpty, folded.count <= 14 else { return nil }
    var total = 0
    var run = 0
    var previous = 0
    var at = folded.startIndex
    while at < folded.endIndex {
      let value: Int
      switch (folded[at], at + 1 < folded.endIndex ? folded[at + 1] : 0) {
      case (UInt8(ascii: "i"), _): value = 1
      case (UInt8(ascii: "v"), _): value = 5
      case (UInt8(ascii: "x"), _): value = 10
      case (0xD1, 0x96): value = 1  // і
      case (0xD1, 0x85): value = 10  // х
      default: return nil
      }
      at += folded[at] < 0x80 ? 1 : 2
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
  /// The name of a `{year}`, `{day}` or `{clock}` with an ending behind a hyphen.
  static let withEnding: Int32 = 6
  /// The name of an `{ordinal-year}` that is one word with its unit.
  static let glued: Int32 = 9
  /// The name of an `{ordinal-year}` of three figures.
  static let early: Int32 = 8
  /// The name of a `{span}` that is all letters.
  static let inWords: Int32 = 7
}
