/// Looks for known stems with known endings among the readings of a word.
struct StemSearch {
  /// A way to read the word or its beginning.
  struct Path {
    var letters: [[UInt32]]
    var traits: ReadingKnowledge.Word.Traits
    /// Units of the stem.
    var stem: Int
    var cost: Int
  }

  /// The best reading of the whole word.
  private(set) var best: Path?
  /// The longest stem at the beginning of the word, of five letters or more and half of the word.
  private(set) var longestStem: Path?

  private let units: [WordUnits.Unit]
  private let hasFrontMark: Bool
  private let vocabulary: ReadingVocabulary
  private let harmony: VowelHarmony
  private var steps: Int
  private var letters: [[UInt32]] = []

  init(_ word: WordUnits, _ vocabulary: ReadingVocabulary, _ harmony: VowelHarmony, steps: Int) {
    units = word.units
    hasFrontMark = word.hasFrontMark
    self.vocabulary = vocabulary
    self.harmony = harmony
    self.steps = steps
  }

  mutating func run() { walk(State(node: ReadingVocabulary.stems)) }

  private struct State {
    var node: Int32
    var cost = 0
    /// Letters of the stem, and its units once it is complete.
    var length = 0
    var stem: Int?
    var traits: ReadingKnowledge.Word.Traits = []
    /// Stems before this one.
    var halves = 0
    /// Endings so far, and the slots that may still come.
    var pieces = 0
    var slots: UInt8 = 0xFF
    var course = VowelHarmony.Course()
  }

  private mutating func walk(_ state: State) {
    guard steps > 0 else { return }
    steps -= 1
    let at = letters.count
    accept(state, at)
    // A letter that this alphabet leaves out belongs to the unit before.
    if at > 0 {
      for silent in harmony.silent {
        guard let next = vocabulary.child(of: state.node, silent) else { continue }
        var state = state
        state.node = next
        state.cost += 2
        letters[at - 1].append(silent)
        walk(state)
        letters[at - 1].removeLast()
      }
    }
    guard at < units.count else { return }
    for (rank, reading) in units[at].readings.enumerated() {
      var next = state
      next.cost += rank
      guard follow(reading, &next) else { continue }
      letters.append(reading)
      walk(next)
      letters.removeLast()
    }
  }

  /// Goes on by the letters of a reading.
  private func follow(_ reading: [UInt32], _ state: inout State) -> Bool {
    for letter in reading {
      guard let node = vocabulary.child(of: state.node, letter) else { return false }
      state.node = node
      if state.stem == nil { state.length += 1 }
      if harmony.vowels.contains(letter), let side = harmony.isFront(letter) {
        // An ending follows the last vowel of the stem.
        if hasFrontMark, !side { return false }
        if state.stem != nil, let front = state.course.front, front != side {
          // A short stem with an ending that does not go with it is more likely another word.
          guard state.length >= 5 else { return false }
          state.cost += 4
        }
      }
      state.course.add(letter, harmony)
    }
    return true
  }

  /// Takes note of a stem or an ending that is complete here, and goes on to the next ending.
  private mutating func accept(_ state: State, _ at: Int) {
    let node = Int(state.node)
    if state.stem == nil {
      let traits = vocabulary.traits[node]
      guard !traits.isEmpty, state.halves == 0 || state.length >= 4 else { return }
      var stem = state
      stem.stem = at
      stem.traits = traits
      if traits.contains(.frequent) { stem.cost -= 2 }
      if state.length >= 5, at * 2 >= units.count, at > longestStem?.stem ?? 0 {
        note(stem, at, in: \.longestStem)
      }
      if at == units.count {
        note(stem, at, in: \.best)
      } else if state.length >= 2 {
        if state.length < 3 { stem.cost += 4 }
        stem.node = ReadingVocabulary.endings
        walk(stem)
        // «көпбалалы»: two stems, both long enough to be sure of.
        if state.length >= 3, state.halves == 0 {
          var second = state
          second.node = ReadingVocabulary.stems
          second.halves = 1
          second.length = 0
          second.cost += 7
          second.course = VowelHarmony.Course()
          walk(second)
        }
      }
      return
    }
    let here = vocabulary.slots[node] & state.slots
    guard here != 0 else { return }
    var ending = state
    ending.pieces += 1
    ending.cost += 3
    if at == units.count {
      note(ending, at, in: \.best)
    } else if ending.pieces < 4 {
      // Only higher slots follow.
      ending.slots = ~((here & (0 &- here)) | ((here & (0 &- here)) &- 1))
      ending.node = ReadingVocabulary.endings
      walk(ending)
    }
  }

  private mutating func note(_ state: State, _ at: Int, in place: WritableKeyPath<Self, Path?>) {
    // Of two readings that cost the same, the longer stem is the likelier.
    if let other = self[keyPath: place], place == \Self.best,
      (other.cost, -other.stem) <= (state.cost, -(state.stem ?? 0))
    {
      return
    }
    self[keyPath: place] = Path(
      letters: letters, traits: state.traits, stem: state.stem ?? at, cost: state.cost)
  }
}
