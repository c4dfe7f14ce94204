import DatelineText

/// How the letters of all alphabets are heard in names: `shared/sounds.tsv`.
///
/// A name in letters becomes a row of units, each the set of sounds that its letters can stand for. Spellings of one
/// name in several languages and alphabets give rows that agree, although no two of their letters may be the same.
package struct SoundTable: Sendable {
  /// What a row of the table says.
  struct Rule: Sendable {
    var letters: [UInt32]
    var conditions: [Condition] = []
    /// The readings, the usual one first.
    var readings: [[SoundUnit]]
  }

  struct Condition: Sendable {
    enum Kind: Sendable { case start, end, beforeVowel, afterVowel, before([UInt32]), after([UInt32]) }
    var kind: Kind
    var isForbidden: Bool
  }

  /// Rules by the letter that they begin with, longest first, and of equally long ones those with conditions first.
  private var rules: [UInt32: [Rule]] = [:]
  private var vowels: Set<UInt32> = []
  /// Spellings and what they must be heard like, as the table's examples say.
  package private(set) var examples: [(line: Int, written: String, like: String)] = []

  /// A word has no more readings than this; further alternatives are dropped.
  private static let mostReadings = 4
  /// Letters of a word that are looked at; nobody's name is longer.
  package static let longestWord = 64

  /// A table without letters.
  package init() {}

  static let columns = ["written", "when", "sounds", "example"]

  init(rows table: DictionaryTable, faults: inout [DictionaryFault]) {
    for row in table.rows {
      func fault(_ message: String) {
        faults.append(DictionaryFault(file: table.file, line: row.line, message: message))
      }
      let letters = row.fields[0].unicodeScalars.map(\.value)
      guard let first = letters.first else { continue }
      var rule = Rule(letters: letters, readings: [])
      for word in row.fields[1].split(separator: " ") {
        guard let condition = Condition(word) else {
          fault("unknown condition “\(word)”")
          continue
        }
        rule.conditions.append(condition)
      }
      for reading in row.fields[2].split(separator: "/") {
        var units: [SoundUnit] = []
        for unit in reading.split(separator: " ") where unit != "-" {
          guard let unit = SoundUnit(unit) else {
            fault("“\(unit)” is no sound; see README.md of the dictionaries")
            continue
          }
          units.append(unit)
        }
        rule.readings.append(units)
      }
      if rule.readings.isEmpty { fault("the sounds are missing; - for a letter that is not heard") }
      rules[first, default: []].append(rule)
      if letters.count == 1, rule.conditions.isEmpty,
        let unit = rule.readings.first?.first(where: { !$0.isOptional }), unit.isVowel
      {
        vowels.insert(first)
      }
      for example in row.list(3) {
        let parts = example.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2 {
          examples.append((row.line, parts[0], parts[1]))
        } else {
          fault("an example is a spelling, =, and another spelling of the same name")
        }
      }
    }
    for first in rules.keys {
      rules[first]?.sort {
        ($0.letters.count, $0.conditions.count) > ($1.letters.count, $1.conditions.count)
      }
    }
    // i and y make vowels of others, and themselves stand between.
    for digit in UInt32(0x30)...0x39 {
      if let sound = Sound(name: "figure\(digit - 0x30)") {
        rules[digit] = [
          Rule(letters: [digit], readings: [[SoundUnit(sure: sound.bit, possible: sound.bit)]])
        ]
      }
    }
  }

  /// Whether a small letter begins some row.
  package func knows(_ letter: Unicode.Scalar) -> Bool { rules[letter.value] != nil }

  /// The readings of a word in small letters: at least one, none of them empty if a letter is known.
  ///
  /// - Complexity: O(letters · rules of a letter); no more than `longestWord` letters are read.
  package func readings(of word: some Collection<UInt32>) -> [[SoundUnit]] {
    let letters = Array(word.prefix(Self.longestWord))
    var readings: [[SoundUnit]] = [[]]
    var at = 0
    while at < letters.count {
      guard let rule = rule(at: at, in: letters) else {
        at += 1
        continue
      }
      at += rule.letters.count
      if rule.readings.count == 1 || readings.count * rule.readings.count > Self.mostReadings {
        for index in readings.indices { append(rule.readings[0], to: &readings[index]) }
        continue
      }
      var all: [[SoundUnit]] = []
      for reading in rule.readings {
        for var units in readings {
          append(reading, to: &units)
          all.append(units)
        }
      }
      readings = all
    }
    return readings
  }

  /// A sound that is written twice is heard once.
  private func append(_ units: [SoundUnit], to reading: inout [SoundUnit]) {
    for unit in units {
      if let last = reading.last, last.sure == unit.sure, last.possible == unit.possible, !unit.isOptional {
        continue
      }
      reading.append(unit)
    }
  }

  private func rule(at place: Int, in letters: [UInt32]) -> Rule? {
    guard let candidates = rules[letters[place]] else { return nil }
    return candidates.first { rule in
      let end = place + rule.letters.count
      guard end <= letters.count else { return false }
      for offset in 1..<max(1, rule.letters.count) where letters[place + offset] != rule.letters[offset] {
        return false
      }
      return rule.conditions.allSatisfy { holds($0, from: place, to: end, in: letters) }
    }
  }

  private func holds(_ condition: Condition, from start: Int, to end: Int, in letters: [UInt32]) -> Bool {
    let isTrue: Bool
    switch condition.kind {
    case .start: isTrue = start == 0
    case .end: isTrue = end == letters.count
    case .beforeVowel: isTrue = end < letters.count && vowels.contains(letters[end])
    case .afterVowel: isTrue = start > 0 && vowels.contains(letters[start - 1])
    case .before(let set): isTrue = end < letters.count && set.contains(letters[end])
    case .after(let set): isTrue = start > 0 && set.contains(letters[start - 1])
    }
    return isTrue != condition.isForbidden
  }
}

extension SoundTable.Condition {
  init?(_ text: Substring) {
    isForbidden = text.hasPrefix("^")
    let text = isForbidden ? text.dropFirst() : text
    let parts = text.split(separator: "=", maxSplits: 1)
    guard let name = parts.first else { return nil }
    let set = parts.count == 2 ? parts[1].unicodeScalars.map(\.value) : []
    switch name {
    case "start": kind = .start
    case "end": kind = .end
    case "before-vowel": kind = .beforeVowel
    case "after-vowel": kind = .afterVowel
    case "before" where !set.isEmpty: kind = .before(set)
    case "after" where !set.isEmpty: kind = .after(set)
    default: return nil
    }
  }
}

extension SoundUnit {
  /// Reads `zh|(dj)` or `j?`: sounds between `|`, those in brackets in some languages only, `?` for one that others leave out.
  init?(_ text: Substring) {
    var sure: UInt64 = 0
    var possible: UInt64 = 0
    var isOptional = false
    for var part in text.split(separator: "|") {
      if part.hasSuffix("?") {
        isOptional = true
        part = part.dropLast()
      }
      let isPossible = part.hasPrefix("(") && part.hasSuffix(")")
      guard let sound = Sound(name: isPossible ? part.dropFirst().dropLast() : part) else { return nil }
      possible |= sound.bit
      if !isPossible { sure |= sound.bit }
    }
    guard sure != 0 else { return nil }
    self.init(sure: sure, possible: possible, isOptional: isOptional)
  }
}
