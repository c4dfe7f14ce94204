import DatelineLexicon
import DatelineText

/// A name of a person, taken apart for comparison.
struct LinkableName: Sendable {
  enum Kind: Sendable { case full, initial, particle }

  struct Word: Sendable {
    var kind = Kind.full
    /// Never empty; each of them may be.
    var readings: [[SoundUnit]]
    /// Of a patronymic, the readings of the father's name; empty for other words.
    var fathers: [[SoundUnit]] = []
    /// Groups of equivalent names that it belongs to.
    var groups: [Int32]
    var isLatin: Bool
    /// Small letters without marks.
    var letters: [UInt32]

    /// Consonants that every spelling has, none for a word that has equivalents.
    var certain: UInt64 = 0
    /// Sounds that some spelling may have.
    var possible: UInt64 = 0

    var isPatronymic: Bool { !fathers.isEmpty }
  }

  /// No more words of a name are looked at.
  static let mostWords = 8

  private(set) var words: [Word] = []
  /// The linking key.
  let key: String

  /// Words that a comparison has to explain.
  private(set) var fullWords = 0
  private(set) var hasInitials = false
  /// The same as of words, for all of them.
  private(set) var certain: UInt64 = 0
  private(set) var possible: UInt64 = 0
  /// Nothing but two words: what most names are.
  var isPlainPair: Bool { fullWords == 2 && words.count == 2 }

  init(_ name: String, _ knowledge: NamingKnowledge) {
    let spelt = NameLetters.words(of: name, knowledge.sounds)
    let readings = spelt.map { knowledge.sounds.readings(of: $0.letters) }
    key = LinkingKey.key(readings.map { $0.first ?? [] })
    for (word, readings) in zip(spelt, readings).prefix(Self.mostWords) {
      let form = NamingKnowledge.folded(
        String(String.UnicodeScalarView(word.letters.compactMap(Unicode.Scalar.init))))
      var entry = Word(
        readings: readings, groups: knowledge.equivalents[form] ?? [],
        isLatin: word.letters.contains { $0 > 0x40 && $0 < 0x370 }, letters: Self.plain(word.letters))
      if word.hasStop, word.letters.count <= 3 {
        entry.kind = .initial
      } else if word.isSmall, word.letters.count <= 4, knowledge.particles.contains(form) {
        entry.kind = .particle
      }
      entry.possible = SoundUnit.possible(in: readings)
      if entry.groups.isEmpty { entry.certain = SoundUnit.certain(in: readings) }
      words.append(entry)
    }
    // A name that is nothing but particles has them for words.
    if !words.contains(where: { $0.kind == .full }) {
      for index in words.indices where words[index].kind == .particle { words[index].kind = .full }
    }
    fullWords = words.reduce(0) { $0 + ($1.kind == .full ? 1 : 0) }
    hasInitials = words.contains { $0.kind == .initial }
    findPatronymic(spelt, knowledge)
    for word in words {
      certain |= word.certain
      possible |= word.possible
    }
    // Something else may be written for one word, so nothing is certain of the name.
    if words.contains(where: { !$0.groups.isEmpty }) { (certain, possible) = (0, .max) }
  }

  /// Of three words the second, or else the last, may be a patronymic; Абрамович alone is a family name.
  private mutating func findPatronymic(_ spelt: [NameLetters], _ knowledge: NamingKnowledge) {
    let full = words.indices.filter { words[$0].kind == .full }
    guard full.count > 2, let last = full.last else { return }
    for place in [full[full.count - 2], last] {
      let letters = spelt[place].letters
      let ending =
        knowledge.patronymicEndings.lazy.filter {
          letters.count > $0.count + 1 && letters.suffix($0.count).elementsEqual($0)
        }.map(\.count).max() ?? 0
      guard ending > 0 else { continue }
      words[place].fathers = knowledge.sounds.readings(of: letters.dropLast(ending))
      return
    }
  }

  private static func plain(_ letters: [UInt32]) -> [UInt32] {
    // Only letters beyond ASCII have marks.
    guard letters.contains(where: { $0 > 0x7F }) else { return letters }
    return letters.flatMap { letter -> [UInt32] in
      guard let scalar = Unicode.Scalar(letter), let plain = PlainLetters.table[scalar] else {
        return [letter]
      }
      return plain.unicodeScalars.map(\.value)
    }
  }
}
