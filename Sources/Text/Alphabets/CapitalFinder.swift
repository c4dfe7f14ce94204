/// Finds where capitals belong in the reading of an alphabet that has none: at the start of a sentence or a
/// quotation, in names that the dictionaries know, in words that end like a person's name.
struct CapitalFinder {
  private let nameEndings: [[UInt32]]
  private var startsSentence = true
  private var followsGivenName = false

  init(nameEndings: [[UInt32]]) { self.nameEndings = nameEndings }

  mutating func startParagraph() {
    startsSentence = true
    followsGivenName = false
  }

  /// Takes note of a sign between words.
  mutating func sign(_ value: UInt32) {
    switch value {
    case 0x2E, 0x21, 0x3F, 0x2026, 0xAB, 0x201C, 0x201E, 0x2022: startsSentence = true
    case 0x20: return
    default: if value < 0x30 || value > 0x39 { followsGivenName = false }
    }
    if value >= 0x30, value <= 0x39 { startsSentence = false }
    if startsSentence { followsGivenName = false }
  }

  /// Whether the next word begins with a capital.
  mutating func wantsCapital(_ letters: [UInt32], _ reading: WordReading) -> Bool {
    let isName = reading.traits.contains(.name) && !reading.traits.contains(.common)
    // «Болат» and «болат»: before or behind another name it is one.
    let couldBeName = reading.traits.contains(.name) || (!reading.isKnown && letters.count > 2)
    let endsLikeName =
      !reading.isKnown
      && nameEndings.contains { $0.count + 3 <= letters.count && letters.suffix($0.count).elementsEqual($0) }
    defer {
      startsSentence = false
      followsGivenName = reading.traits.contains(.given) && isName
    }
    return startsSentence || isName || endsLikeName || (followsGivenName && couldBeName)
  }
}
