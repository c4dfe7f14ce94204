/// What a language notes about a word, or about an abbreviation with its full stops.
struct WordNotes: OptionSet, Sendable {
  let rawValue: UInt16
  /// One of the most frequent words: with a capital it is a strong sign of a new sentence.
  static let stopword = WordNotes(rawValue: 1 << 6)
  /// Another word that begins sentences and is no name ("Yesterday").
  static let opener = WordNotes(rawValue: 1 << 7)
  /// May follow an ordinal number with a full stop.
  static let afterOrdinal = WordNotes(rawValue: 1 << 8)
  /// A month, a weekday or a time zone that has its capital everywhere.
  static let capitalDay = WordNotes(rawValue: 1 << 9)
  /// Follows the speaker's name behind quoted words ("asked").
  static let speech = WordNotes(rawValue: 1 << 10)
  /// A letter or number behind it is a label, no initial and no ordinal ("vitamin C", "page 5").
  static let label = WordNotes(rawValue: 1 << 11)
  /// An abbreviation of several pieces starts with these pieces.
  static let startsLonger = WordNotes(rawValue: 1 << 12)
  /// An abbreviation of several pieces ends with these pieces.
  static let endsLonger = WordNotes(rawValue: 1 << 13)

  /// What an abbreviation does to the end of a sentence.
  enum Ending: UInt16, Sendable {
    /// A sentence never ends here.
    case never = 1
    /// It ends when what follows can begin a sentence.
    case may
    /// It ends only before a word that is hardly ever a name.
    case seldom
    /// The same as `may` behind a figure, as `never` elsewhere.
    case afterFigure
    /// An abbreviation only before a figure; elsewhere a word like others.
    case beforeFigure
  }

  /// The notes of an abbreviation; those listed with a capital are kept apart ("No.", "no.").
  init(_ ending: Ending, isCapital: Bool) { rawValue = isCapital ? ending.rawValue << 3 : ending.rawValue }
  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Whether it is an abbreviation that is written with a capital.
  var isListedWithCapital: Bool { rawValue >> 3 & 7 != 0 }

  /// What the abbreviation does where it is written with or without a capital; nil if it is none.
  func ending(isCapital: Bool) -> Ending? {
    if isCapital, let ending = Ending(rawValue: rawValue >> 3 & 7) { return ending }
    return Ending(rawValue: rawValue & 7)
  }
}

/// Words and what is noted about them: a flat table, asked with `FoldedHash`.
///
/// Open addressing, at most half full: a look-up is one or two steps and allocates nothing. Words are told
/// apart by 64 bits of hash alone; should a foreign word share them, one sentence is cut wrongly.
struct WordNoteTable: Sendable {
  private var slots: [(hash: UInt64, notes: WordNotes)]
  private var count = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, []), count: size)
  }

  /// What is noted about a word; empty if nothing is.
  subscript(hash: FoldedHash) -> WordNotes {
    let key = hash.value | 1
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: key >> 8) & mask
    while slots[at].hash != 0 {
      if slots[at].hash == key { return slots[at].notes }
      at = (at + 1) & mask
    }
    return []
  }

  /// Adds notes to those a word has.
  mutating func note(_ notes: WordNotes, on hash: FoldedHash) {
    if count * 2 >= slots.count { grow() }
    insert(hash.value | 1, notes)
  }

  private mutating func insert(_ key: UInt64, _ notes: WordNotes) {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: key >> 8) & mask
    while slots[at].hash != 0, slots[at].hash != key { at = (at + 1) & mask }
    if slots[at].hash == 0 { count += 1 }
    slots[at] = (key, slots[at].notes.union(notes))
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, []), count: old.count * 2)
    count = 0
    for slot in old where slot.hash != 0 { insert(slot.hash, slot.notes) }
  }
}
