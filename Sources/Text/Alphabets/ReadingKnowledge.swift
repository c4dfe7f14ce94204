/// What a language knows that helps to read its other alphabets.
package struct ReadingKnowledge: Sendable {
  /// A word or a stem of the main alphabet, small letters.
  package struct Word: Sendable {
    package struct Traits: OptionSet, Sendable {
      package let rawValue: UInt8
      package init(rawValue: UInt8) { self.rawValue = rawValue }
      /// A name, written with a capital.
      package static let name = Traits(rawValue: 1)
      /// A word that is written small.
      package static let common = Traits(rawValue: 2)
      /// One of the most frequent words.
      package static let frequent = Traits(rawValue: 4)
      /// A person's given name.
      package static let given = Traits(rawValue: 8)
    }
    package var letters: String
    package var traits: Traits

    package init(letters: String, traits: Traits) {
      self.letters = letters
      self.traits = traits
    }
  }

  /// An ending and the slots of a chain it may stand in (bit 0 for slot 1).
  package struct Ending: Sendable {
    package var letters: String
    package var slots: UInt8

    package init(letters: String, slots: UInt8) {
      self.letters = letters
      self.slots = slots
    }
  }

  package var alphabets: [Alphabet] = []
  /// Asked for when the first text in another alphabet is met.
  package var words: @Sendable () -> [Word] = { [] }
  package var endings: [Ending] = []
  /// Endings of names of persons, small letters.
  package var nameEndings: [String] = []
  /// Stem-final letters and what they become before a vowel (п → б).
  package var voicing: [(hard: UInt32, soft: UInt32)] = []
  package var harmony = VowelHarmony()

  package init() {}
}

/// The letters of the main alphabet by their harmony.
package struct VowelHarmony: Sendable {
  package var vowels: Set<UInt32> = []
  /// Letters of front and of back words, consonants among them.
  package var front: Set<UInt32> = []
  package var back: Set<UInt32> = []
  /// Vowels of foreign words after which a front or back ending follows if nothing else decides.
  package var weakFront: Set<UInt32> = []
  package var weakBack: Set<UInt32> = []
  /// Letters of foreign words only: their first vowel is no sign of harmony.
  package var foreign: Set<UInt32> = []
  /// Letters that other alphabets leave out.
  package var silent: [UInt32] = []

  package init() {}

  /// The harmony of a letter: true for front, false for back, nil for neither.
  @inline(__always)
  func isFront(_ letter: UInt32) -> Bool? {
    if front.contains(letter) { return true }
    return back.contains(letter) ? false : nil
  }

  /// The harmony of a word so far, as its vowels are read one after the other.
  struct Course {
    /// True for front; nil while nothing decides.
    private(set) var front: Bool?
    private var isStrong = false

    init(front: Bool? = nil) {
      self.front = front
      isStrong = front != nil
    }

    /// Goes on behind a letter.
    @inline(__always)
    mutating func add(_ letter: UInt32, _ harmony: VowelHarmony) {
      guard harmony.vowels.contains(letter) else { return }
      if let side = harmony.isFront(letter) {
        front = side
        isStrong = true
      } else if !isStrong {
        if harmony.weakFront.contains(letter) { front = true }
        if harmony.weakBack.contains(letter) { front = false }
      }
    }
  }
}
