import DatelineDocuments

/// One line of a block.
struct TextLine {
  /// Its bytes in the cleaned source, without spaces around it; never empty.
  var range: TextRange
  /// The kind of its block.
  var kind: Block.Kind
  /// Whether it is the first of its block or follows an empty line.
  var startsGroup: Bool
  /// Its length in code points, once it has been measured.
  var length = 0
  /// Whether it goes on with an abbreviation that was broken over lines.
  var isFragment = false

  /// Whether a sentence may run through it into the next line.
  var isProse: Bool { kind == .paragraph || kind == .quotation }

  /// Cuts what a block became into lines.
  /// - Parameter text: all the cleaned text so far, of which the block is the part from `start` on.
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, kind: Block.Kind, to lines: inout [TextLine]
  ) {
    var start = start
    var startsGroup = true
    while start < text.count {
      let end = StopScanner.lineEnd(in: text, from: start)
      if end > start {
        lines.append(TextLine(range: TextRange(start, end), kind: kind, startsGroup: startsGroup))
        startsGroup = false
      } else {
        startsGroup = true
      }
      start = end + 1
    }
  }

  /// Counts its code points.
  mutating func measure(in source: UnsafeBufferPointer<UInt8>) {
    length = source[range.lower..<range.upper].count { $0 & 0xC0 != 0x80 }
  }

  /// Whether it starts with a small letter.
  func startsLower(in source: UnsafeBufferPointer<UInt8>) -> Bool {
    Scalars.classify(Scalars.decode(source, at: range.lower).value) == .lower
  }

  /// Whether it starts with the sign of a list.
  func startsWithBullet(in source: UnsafeBufferPointer<UInt8>) -> Bool {
    switch Scalars.decode(source, at: range.lower).value {
    case 0x2022, 0x2023, 0x25AA, 0x25A0, 0x25CF, 0x25E6, 0xB7: return true
    case 0x2A: return range.count > 1 && source[range.lower + 1] == 0x20
    default: return false
    }
  }

  /// The end of its first word.
  func firstWordEnd(in source: UnsafeBufferPointer<UInt8>) -> Int {
    var at = range.lower
    while at < range.upper, source[at] != 0x20 { at += 1 }
    return at
  }

  /// "Ein-" / "und Ausfuhr": a noun with a hanging hyphen, not a divided word.
  func startsWithConjunction(
    in source: UnsafeBufferPointer<UInt8>, after before: [UInt8], _ known: BrokenAbbreviations
  ) -> Bool {
    // A word longer than this is none.
    let tail = before.suffix(64)
    let wordStart = (tail.lastIndex { $0 == 0x20 || $0 == 0x0A } ?? tail.startIndex - 1) + 1
    guard wordStart < before.count else { return false }
    let startsCapital = before.withUnsafeBufferPointer {
      Scalars.classify(Scalars.decode($0, at: wordStart).value) == .upper
    }
    return startsCapital
      && known.isStopword(Array(source[range.lower..<firstWordEnd(in: source)]))
  }
}

/// How the text before a line break ends.
enum LineEnding {
  /// With a letter and a hyphen: "coopera-".
  case dividedWord
  /// With a hyphen after capitals, which stays: «АТЫО-».
  case hyphenatedCapitals
  /// With another hyphen or dash.
  case hyphen
  /// In the middle of a sentence.
  case open
  /// Like a sentence, or with a colon or semicolon.
  case closed

  init(of bytes: [UInt8], from start: Int) {
    self = bytes.withUnsafeBufferPointer { Self.ending(of: $0, from: start) }
  }

  /// Whether a line ends like a sentence: with a full stop, quotation marks and brackets behind it.
  static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange) -> Bool {
    let value = lastSign(bytes, from: range.lower, to: range.upper)
    return value == 0x2E || value == 0x21 || value == 0x3F || value == 0x2026
  }

  private static func ending(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> LineEnding {
    guard bytes.count > start else { return .closed }
    let (last, length) = Scalars.decode(bytes, before: bytes.count)
    if last == 0x2D || last == 0x2010 {
      let before = bytes.count - length
      guard length == 1, before > start else { return .hyphen }
      let (letter, width) = Scalars.decode(bytes, before: before)
      guard Scalars.classify(letter).isLetter else { return .hyphen }
      guard Scalars.classify(letter) == .upper, before - width > start else { return .dividedWord }
      let second = Scalars.decode(bytes, before: before - width).value
      return Scalars.classify(second) == .upper ? .hyphenatedCapitals : .dividedWord
    }
    switch lastSign(bytes, from: start, to: bytes.count) {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3A, 0x3B: return .closed
    default: return .open
    }
  }

  /// The last code point that is no closing quotation mark or bracket.
  private static func lastSign(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> UInt32 {
    var at = end
    while at > start {
      let (value, length) = Scalars.decode(UnsafeBufferPointer(rebasing: bytes[..<at]), before: at)
      switch value {
      case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0xAB, 0x2018, 0x2019, 0x201C, 0x201D: at -= length
      default: return value
      }
    }
    return 0
  }
}
