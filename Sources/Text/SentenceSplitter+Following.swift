/// What stands behind a stop and its space, if a sentence can begin with it.
struct Following {
  /// What its first word is.
  enum Kind {
    case capital, figure
    /// A sign such as "№" or "$".
    case sign
    /// A small letter brand, a script without capitals, a bullet: nothing that goes on a sentence.
    case other
  }
  var kind: Kind
  /// Where its first word starts, behind dashes and opening marks.
  var word: Int
  /// Whether a mark of quotation or a bracket opens before the word.
  var isQuoted: Bool
  /// Whether it starts with a dash.
  var isDashed: Bool
}

extension SentenceSplitter {
  /// What follows at `index`, behind the spaces; nil if no sentence can begin with it.
  func following(at index: Int, closers: Closers) -> Following? {
    var at = index
    var following = Following(kind: .other, word: index, isQuoted: false, isDashed: false)
    var (value, length) = Scalars.decode(bytes, at: at)
    if Self.isDash(value) {
      // «…!» — сказал он; a dash behind a closed quotation introduces the speaker.
      guard closers.quotes == 0 else { return nil }
      let behind = at + length
      at = spacesEnd(from: behind)
      guard at < bytes.count else { return nil }
      // "-5 degrees" is a figure.
      following.isDashed = at > behind || !isFigure(at)
      (value, length) = Scalars.decode(bytes, at: at)
    }
    var marks = 0
    while Self.isOpener(value), marks < 3 {
      marks += 1
      at += length
      guard at < bytes.count else { return nil }
      (value, length) = Scalars.decode(bytes, at: at)
    }
    following.isQuoted = marks > 0
    following.word = at
    switch Scalars.classify(value) {
    case .upper: following.kind = .capital
    case .digit: following.kind = .figure
    case .otherLetter: following.kind = .other
    case .lower:
      guard marks == 0, !following.isDashed, isBrand(at) else { return nil }
    case .symbol:
      switch value {
      case 0x23, 0x24, 0x40, 0xA3...0xA5, 0xA7, 0x20A0...0x20CF, 0x2116: following.kind = .sign
      case 0x2A, 0x25A0...0x25FF, 0x1F000...: break
      default: return nil
      }
    case .punctuation:
      switch value {
      case 0x2022, 0xB7, 0xBF, 0xA1: break
      // «…и снова» is quoted from its middle.
      case 0x2026 where marks > 0: break
      case 0x2026, 0x2E:
        let behind = wordOrEnd(from: at)
        guard behind < bytes.count, kind(at: behind) == .upper else { return nil }
        following.word = behind
        following.kind = .capital
      default:
        guard marks > 0, Self.isDash(value) else { return nil }
      }
    case .space, .mark: return nil
    }
    return following
  }

  /// The first byte behind a run of points and spaces.
  private func wordOrEnd(from index: Int) -> Int {
    var at = index
    while at < bytes.count, at - index < 8, let stop = StopScanner.stop(in: bytes, at: at) {
      at += stop.length
    }
    return spacesEnd(from: at)
  }

  /// "iPhone", "eGov", "zakon.kz": words that are written small at the start of a sentence too.
  private func isBrand(_ index: Int) -> Bool {
    let second = index + Scalars.decode(bytes, at: index).length
    if second < bytes.count, kind(at: second) == .upper { return true }
    guard bytes[index] < 0x80 else { return false }
    let end = wordEnd(from: index)
    return WebAddress.siteEnd(in: bytes, from: index, wordEnd: end) != nil
  }

  /// Whether what follows starts with a word that is hardly ever a name.
  func beginsSentence(_ following: Following) -> Bool {
    following.kind == .capital && beginsSentence(at: following.word)
  }

  /// Whether a word with a capital is one that begins sentences.
  func beginsSentence(at index: Int) -> Bool {
    guard let knowledge else { return false }
    let end = wordEnd(from: index)
    guard end > index else { return false }
    let notes = knowledge.notes(bytes, index, end)
    guard !notes.isDisjoint(with: [.stopword, .opener]) else { return false }
    let second = index + Scalars.decode(bytes, at: index).length
    // A single letter may be an initial, capitals an abbreviation ("US", "IT").
    if second == end {
      guard end < bytes.count else { return false }
      if isSpace(bytes[end]) { return true }
      // "I'm", but «О'Нил» and "D'Angelo" are names.
      return isApostrophe(end) && kind(at: end + Scalars.decode(bytes, at: end).length) != .upper
    }
    guard kind(at: second) != .upper else { return false }
    guard end < bytes.count, bytes[end] == 0x2E else { return true }
    switch knowledge.notes(bytes, index, end + 1).ending(isCapital: true) {
    case nil: return true
    case .beforeFigure: return !isFigure(spacesEnd(from: end + 1))
    default: return false
    }
  }

  /// Whether what follows is a speaker and a verb of speech: "Why?" Mary Lee asked.
  func isAttribution(_ following: Following) -> Bool {
    guard let knowledge, following.kind == .capital, !following.isQuoted, !following.isDashed else {
      return false
    }
    var at = following.word
    for _ in 0..<6 {
      let end = wordEnd(from: at)
      guard end > at else { return false }
      let notes = knowledge.notes(bytes, at, end)
      guard kind(at: at) == .upper else { return notes.contains(.speech) }
      let isLetter = at + Scalars.decode(bytes, at: at).length == end
      if at == following.word, notes.contains(.stopword), !isLetter { return false }
      at = end
      if at < bytes.count, bytes[at] == 0x2E || bytes[at] == 0x2D { at += 1 }
      at = spacesEnd(from: at)
      guard at < bytes.count else { return false }
    }
    return false
  }
}
