/// Cuts a paragraph into tokens, in one pass over its bytes.
///
/// The conventions stand at `Token`.
struct Tokeniser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let knowledge: KnowledgeIndex?
  private var tokens: [Token] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>, knowledge: KnowledgeIndex?) {
    self.bytes = bytes
    self.knowledge = knowledge
  }

  /// Appends the tokens of `range`, a sentence (whole code points of valid UTF-8): in order, covering all but
  /// spaces; none goes beyond the end of the range.
  ///
  /// - Complexity: linear.
  static func append(
    to tokens: inout [Token], in bytes: UnsafeBufferPointer<UInt8>, range: TextRange,
    knowledge: KnowledgeIndex?
  ) {
    var tokeniser = Tokeniser(UnsafeBufferPointer(rebasing: bytes[0..<range.upper]), knowledge: knowledge)
    swap(&tokeniser.tokens, &tokens)
    tokeniser.run(from: range.lower)
    swap(&tokeniser.tokens, &tokens)
  }

  private mutating func run(from start: Int) {
    var at = start
    // Before a sentence that lost its space none stands.
    var afterSpace = start == 0 || bytes[start - 1] <= 0x20
    while at < bytes.count {
      if bytes[at] == 0x20 {
        afterSpace = true
        at += 1
        continue
      }
      if let end = scanPlainWord(from: at, afterSpace: afterSpace) {
        afterSpace = false
        at = end
        continue
      }
      let (value, length) = Scalars.decode(bytes, at: at)
      let kind = Scalars.classify(value)
      if kind == .space {
        afterSpace = true
        at += length
        continue
      }
      let first = tokens.count
      if kind == .digit {
        at = scanFigures(from: at)
      } else if kind.isWordPart {
        at = scanWord(from: at)
      } else {
        at = scanSign(value, from: at, length: length, isSymbol: kind == .symbol)
      }
      if afterSpace { tokens[first].shape.insert(.spaceBefore) }
      afterSpace = false
    }
  }

  // MARK: - Looking around

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func isDigit(_ index: Int) -> Bool { byte(index) &- 0x30 < 10 }

  private func kind(at index: Int) -> CharacterClass {
    index < bytes.count ? Scalars.classify(Scalars.decode(bytes, at: index).value) : .space
  }

  /// The length of a hyphen at `index`: the sign of the keyboard, U+2010, U+2011; 0 if there is none.
  private func hyphen(at index: Int) -> Int {
    if byte(index) == 0x2D { return 1 }
    return byte(index) == 0xE2 && byte(index + 1) == 0x80
      && (byte(index + 2) == 0x90 || byte(index + 2) == 0x91) ? 3 : 0
  }

  /// The length of an apostrophe at `index`: ' or ’; 0 if there is none.
  private func apostrophe(at index: Int) -> Int {
    if byte(index) == 0x27 { return 1 }
    return byte(index) == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) == 0x99 ? 3 : 0
  }

  private mutating func add(_ lower: Int, _ upper: Int, _ kind: Token.Kind, _ shape: Token.Shape) {
    tokens.append(Token(range: TextRange(lower, upper), kind: kind, shape: shape))
  }

  // MARK: - Words

  /// A word of letters alone with nothing behind it that could belong to it, as nearly all are.
  ///
  /// Adds the token and returns its end; nil if a closer look is needed.
  private mutating func scanPlainWord(from start: Int, afterSpace: Bool) -> Int? {
    // A measured hot loop: each character is looked at once.
    let classes = Scalars.classes
    var at = start
    var letters = 0
    var capitals = 0
    var isInitial = false
    while at < bytes.count {
      let byte = bytes[at]
      var value = Int(byte)
      var length = 1
      if byte >= 0x80 {
        guard byte < 0xE0, at + 1 < bytes.count else {
          // Dashes, quotation marks and points, without the hyphen and the apostrophe.
          guard byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, bytes[at + 2] >= 0x93,
            bytes[at + 2] != 0x99
          else { return nil }
          break
        }
        value = Int(byte & 0x1F) << 6 | Int(bytes[at + 1] & 0x3F)
        length = 2
      }
      switch classes[value] {
      case .lower, .otherLetter: break
      case .upper:
        if at == start { isInitial = true }
        capitals += 1
      case .space:
        length = 0
      default:
        switch value {
        // , ; ! ? ( ) [ ] " / « »
        case 0x2C, 0x3B, 0x21, 0x3F, 0x28, 0x29, 0x5B, 0x5D, 0x22, 0x2F, 0xAB, 0xBB: length = 0
        default: return nil
        }
      }
      if length == 0 { break }
      letters += 1
      at += length
    }
    guard letters > 0 else { return nil }
    var shape: Token.Shape = afterSpace ? .spaceBefore : []
    if isInitial { shape.insert(.initialCapital) }
    if capitals > 0 {
      if letters > 1, capitals == letters {
        shape.insert(.allCapitals)
      } else if capitals > (isInitial ? 1 : 0) {
        shape.insert(.innerCapital)
      }
    }
    add(start, at, .word, shape)
    return at
  }

  private mutating func scanWord(from start: Int) -> Int {
    if let end = WebAddress.end(in: bytes, from: start) {
      add(start, end, .word, shape(of: start, end))
      return end
    }
    var end = wordEnd(from: start)
    if byte(end) == 0x2E, let stop = fullStopEnd(from: start, wordEnd: end) { return stop }
    if let site = WebAddress.siteEnd(in: bytes, from: start, wordEnd: end) { end = site }
    if let possessive = possessiveStart(in: start, end) {
      add(start, possessive, .word, shape(of: start, possessive))
      add(possessive, end, .word, [])
    } else {
      add(start, end, .word, shape(of: start, end))
    }
    return end
  }

  /// Where a word ends: letters, digits and marks, with hyphens, apostrophes, "&" and "_" between them.
  private func wordEnd(from start: Int, sawLetter: Bool = false) -> Int {
    var at = start
    var sawLetter = sawLetter
    var last: CharacterClass = .space
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: at)
      let kind = Scalars.classify(value)
      if kind.isWordPart {
        sawLetter = sawLetter || kind.isLetter
        last = kind
        at += length
        continue
      }
      let dash = hyphen(at: at)
      if dash > 0 {
        let next = self.kind(at: at + dash)
        guard next.isLetter || (next == .digit && sawLetter) else { break }
        at += dash
        continue
      }
      let mark = apostrophe(at: at)
      if mark > 0, last.isLetter || last == .mark, self.kind(at: at + mark).isLetter {
        at += mark
        continue
      }
      if value == 0x26, last == .upper, self.kind(at: at + 1) == .upper {
        at += 1
        continue
      }
      if value == 0x5F, self.kind(at: at + 1).isWordPart {
        at += 1
        continue
      }
      break
    }
    return at
  }

  /// The start of "'s" at the end of a word in Latin letters.
  private func possessiveStart(in lower: Int, _ upper: Int) -> Int? {
    guard upper - lower > 2, bytes[upper - 1] | 0x20 == 0x73 else { return nil }
    for length in [1, 3] where upper - 1 - length > lower {
      if apostrophe(at: upper - 1 - length) == length { return upper - 1 - length }
    }
    return nil
  }

  // MARK: - Words with full stops

  /// A word before a full stop that belongs to it: an abbreviation or initials.
  ///
  /// Adds the tokens.
  private mutating func fullStopEnd(from start: Int, wordEnd: Int) -> Int? {
    let initials = initialsEnd(from: start)
    if let end = abbreviationEnd(from: start, wordEnd: wordEnd), end >= initials ?? 0 {
      addAbbreviation(from: start, to: end)
      return end
    }
    guard let end = initials else { return nil }
    add(start, end, .word, [.initialCapital, .abbreviation, .initials])
    return end
  }

  /// The end of the longest abbreviation of the dictionary that starts here, over single spaces.
  private func abbreviationEnd(from start: Int, wordEnd: Int) -> Int? {
    guard let knowledge, wordEnd - start < knowledge.longestAbbreviation else { return nil }
    var hash = FoldedHash(bytes, start, start)
    let isCapital = kind(at: start) == .upper
    var found: Int?
    var piece = start
    var end = wordEnd
    while byte(end) == 0x2E, end - start <= knowledge.longestAbbreviation {
      hash.add(bytes, piece, end + 1)
      let notes = knowledge.notes(hash)
      if let ending = notes.ending(isCapital: isCapital),
        ending != .beforeFigure || isFigure(end + 1), !kind(at: end + 1).isLetter || hyphen(at: end + 1) > 0
      {
        found = end + 1
      }
      guard notes.contains(.startsLonger) else { break }
      piece = end + 1
      if byte(piece) == 0x20 { piece += 1 }
      if hyphen(at: piece) > 0 { piece += hyphen(at: piece) }
      guard kind(at: piece).isLetter else { break }
      let next = self.wordEnd(from: piece)
      piece = end + 1 + (byte(end + 1) == 0x20 ? 1 : 0)
      end = next
    }
    return found
  }

  /// Whether a figure or Roman numeral stands at an index or behind the space there.
  private func isFigure(_ index: Int) -> Bool {
    let at = byte(index) == 0x20 ? index + 1 : index
    switch byte(at) {
    case 0x30...0x39, 0x49, 0x56, 0x58: return true
    default: return byte(at) == 0xE2 && byte(at + 1) == 0x84 && byte(at + 2) == 0x96
    }
  }

  /// One token a stretch without spaces, so that "z.B." is one and with a space it is two.
  private mutating func addAbbreviation(from start: Int, to end: Int) {
    var piece = start
    for index in start..<end where bytes[index] == 0x20 {
      add(piece, index, .word, shape(of: piece, index).union(.abbreviation))
      if piece != start { tokens[tokens.count - 1].shape.insert(.spaceBefore) }
      piece = index + 1
    }
    add(piece, end, .word, shape(of: piece, end).union(.abbreviation))
    if piece != start { tokens[tokens.count - 1].shape.insert(.spaceBefore) }
  }

  /// The end of single capitals with full stops: "A.", "U.S.", «К.-Ж.»; nil if the first is none.
  private func initialsEnd(from start: Int) -> Int? {
    var at = start
    var found: Int?
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: at)
      guard Scalars.classify(value) == .upper, byte(at + length) == 0x2E else { break }
      at += length + 1
      found = at
      let dash = hyphen(at: at)
      if dash > 0 { at += dash }
    }
    // "U.Sergeev" is initial and name; "U.s" is neither.
    return found
  }

  // MARK: - Figures

  private mutating func scanFigures(from start: Int) -> Int {
    if let end = Figures.dateEnd(in: bytes, from: start) {
      add(start, end, .number, .hasDigit)
      return end
    }
    let end = Figures.numberEnd(in: bytes, from: start)
    let next = kind(at: end)
    let dash = hyphen(at: end)
    let glued = next.isLetter || (dash > 0 && kind(at: end + dash).isLetter) || next == .mark
    guard glued else {
      add(start, end, .number, .hasDigit)
      return end
    }
    // «2019г.»: the abbreviation is a word of its own.
    if next.isLetter {
      let word = wordEnd(from: end)
      if byte(word) == 0x2E, let stop = abbreviationEnd(from: end, wordEnd: word) {
        add(start, end, .number, .hasDigit)
        addAbbreviation(from: end, to: stop)
        return stop
      }
    }
    // «2030-му», «90-х», «5-летний», «21-і»: figure, hyphen and ending are three tokens, because patterns
    // of dates are put together from them; "5G", "3rd", "20-Mbit" are one word.
    if dash > 0, isSmallWord(from: end + dash) {
      add(start, end, .number, .hasDigit)
      add(end, end + dash, .punctuation, [])
      return end + dash
    }
    let word = wordEnd(from: end, sawLetter: true)
    add(start, word, .word, .hasDigit)
    return word
  }

  /// Whether a word of small letters alone stands at `index`.
  private func isSmallWord(from index: Int) -> Bool {
    let end = wordEnd(from: index)
    return end > index && !shape(of: index, end).contains(.hasDigit)
      && shape(of: index, end).isDisjoint(with: [.initialCapital, .allCapitals, .innerCapital])
  }

  // MARK: - Signs

  private mutating func scanSign(_ value: UInt32, from start: Int, length: Int, isSymbol: Bool) -> Int {
    var end = start + length
    if value == 0x2E || value == 0x2D {
      while byte(end) == bytes[start] { end += 1 }
    }
    add(start, end, isSymbol ? .symbol : .punctuation, [])
    return end
  }

  // MARK: - Shapes

  private func shape(of lower: Int, _ upper: Int) -> Token.Shape {
    var shape: Token.Shape = []
    var letters = 0
    var capitals = 0
    var lettersOfHead = 0
    var capitalsOfHead = 0
    var inHead = true
    var at = lower
    while at < upper {
      let (value, length) = Scalars.decode(bytes, at: at)
      switch Scalars.classify(value) {
      case .upper:
        if letters == 0, at == lower { shape.insert(.initialCapital) }
        letters += 1
        capitals += 1
        if inHead {
          lettersOfHead += 1
          capitalsOfHead += 1
        }
      case .lower, .otherLetter:
        letters += 1
        if inHead { lettersOfHead += 1 }
      case .digit: shape.insert(.hasDigit)
      case .mark: break
      default:
        // A head of one letter ("e-mail", "O'Connor") says nothing.
        if lettersOfHead > 1 { inHead = false }
      }
      at += length
    }
    if lettersOfHead > 1, capitalsOfHead == lettersOfHead {
      shape.insert(.allCapitals)
    } else if capitals > (shape.contains(.initialCapital) ? 1 : 0) {
      shape.insert(.innerCapital)
    }
    return shape
  }
}
