import DatelineText

extension Lexicon {
  /// What helps to read the other alphabets of the language; nil if it has none.
  var readingKnowledge: ReadingKnowledge? {
    guard !alphabets.isEmpty else { return nil }
    var knowledge = ReadingKnowledge()
    knowledge.alphabets = alphabets
    knowledge.harmony.vowels = Set(profile.vowels.unicodeScalars.map(\.value))
    knowledge.harmony.front = Set(profile.frontLetters.unicodeScalars.map(\.value))
    knowledge.harmony.back = Set(profile.backLetters.unicodeScalars.map(\.value))
    knowledge.harmony.weakFront = Set(profile.weakFrontLetters.unicodeScalars.map(\.value))
    knowledge.harmony.weakBack = Set(profile.weakBackLetters.unicodeScalars.map(\.value))
    knowledge.harmony.foreign = Set(profile.foreignLetters.unicodeScalars.map(\.value))
    knowledge.harmony.silent = profile.silentLetters.unicodeScalars.map(\.value)
    knowledge.nameEndings = nameEndingForms.map { $0.lowercased() }
    knowledge.words = { wordsOfEntries() + readingWords }
    for row in endings.rows {
      if row.replacement.isEmpty {
        knowledge.endings.append(.init(letters: row.ending, slots: 1 << UInt8(min(row.slot, 8) - 1)))
      } else if row.replacement.unicodeScalars.count == 1, let hard = row.replacement.unicodeScalars.first,
        let soft = row.ending.unicodeScalars.first, hard != soft,
        !knowledge.voicing.contains(where: { $0.hard == hard.value })
      {
        knowledge.voicing.append((hard.value, soft.value))
      }
    }
    return knowledge
  }

  /// The single words of all entries that are written in the language's own letters.
  private func wordsOfEntries() -> [ReadingKnowledge.Word] {
    let letters = Set(profile.letters.unicodeScalars)
    var small = WordTable(capacity: 16_384)
    var traits: [ReadingKnowledge.Word.Traits] = []
    // Few words make up most phrases: each is looked at once.
    var seen = WordTable(capacity: 16_384)
    var parts: [[(word: Int, isCapital: Bool)]] = []
    for entry in entries {
      var form = entry.form
      form.withUTF8 { bytes in
        let isPhrase = bytes.contains(UInt8(ascii: " "))
        Self.forEachWord(of: bytes) { place in
          let number = Int(seen.insert(UnsafeBufferPointer(rebasing: bytes[place])))
          if number == parts.count {
            parts.append(
              Self.parts(of: String(decoding: bytes[place], as: UTF8.self), letters).map {
                (Int(small.insert($0.small)), $0.isCapital)
              })
            while traits.count < small.count { traits.append([]) }
          }
          for part in parts[number] {
            traits[part.word].formUnion(
              entry.knowledge.readingTraits(isCapital: part.isCapital, isPhrase: isPhrase))
          }
        }
      }
    }
    return traits.enumerated().map { word, traits in
      .init(letters: String(decoding: small.bytes(of: Int32(word)), as: UTF8.self), traits: traits)
    }
  }

  /// The parts of a word between hyphens that can be stems, small, and whether they have a capital.
  private static func parts(
    of word: String, _ letters: Set<Unicode.Scalar>
  ) -> [(small: String, isCapital: Bool)] {
    word.split(separator: "-").compactMap { part in
      let small = part.lowercased()
      guard !small.isEmpty, small.unicodeScalars.allSatisfy(letters.contains) else { return nil }
      let isCapital = part.unicodeScalars.first?.properties.isUppercase ?? false
      // What is in capitals throughout is an abbreviation: no stem.
      if isCapital, part.unicodeScalars.count > 1, small.uppercased() == part { return nil }
      return (small, isCapital)
    }
  }
}

extension Knowledge {
  /// What a word of an entry tells about capitals: only names that consist of names are sure to have one.
  fileprivate func readingTraits(isCapital: Bool, isPhrase: Bool) -> ReadingKnowledge.Word.Traits {
    switch self {
    case .stopword: return [.common, .frequent]
    case .givenName: return isCapital ? [.name, .given] : .common
    case .familyName, .place, .inhabitant, .placeAdjective: return isCapital ? .name : .common
    case .organisation: return isCapital && !isPhrase ? .name : isCapital ? [] : .common
    default: return isCapital ? [] : .common
    }
  }
}
