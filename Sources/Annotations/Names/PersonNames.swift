import DatelineLexicon
import DatelineText

/// The words of the names of persons in a document, under numbers: comparing names compares numbers.
struct PersonNames {
  /// A word of a name.
  struct Word: Equatable {
    var number: Int32
    /// Its first letter as a code point.
    var initial: UInt32
    /// Whether it is an initial: it ends with a full stop.
    var isInitial: Bool
  }

  private var table = WordTable()
  private static let stop = UInt8(ascii: ".")

  /// The first letter of a folded word, as a code point; 0 for nothing.
  static func initial(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { $0.isEmpty ? 0 : Scalars.decode($0, at: 0).value }
  }

  /// A folded word, if some name has it.
  func known(_ bytes: [UInt8]) -> Word? {
    let number = table.find(bytes)
    guard number >= 0 else { return nil }
    return Word(number: number, initial: Self.initial(of: bytes), isInitial: bytes.last == Self.stop)
  }

  private mutating func word(_ bytes: ArraySlice<UInt8>) -> Word {
    bytes.withUnsafeBufferPointer {
      Word(
        number: table.insert($0), initial: $0.isEmpty ? 0 : Scalars.decode($0, at: 0).value,
        isInitial: $0.last == Self.stop)
    }
  }

  /// The words of a name, initials that stand close to the next word («Е.Жумабаев») apart.
  mutating func words(of name: String, _ lexicon: Lexicon) -> [Word] {
    var words: [Word] = []
    let bytes = lexicon.fold.folded(name)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
      var rest = bytes[start..<end]
      start = end + 1
      while let end = rest.firstIndex(of: Self.stop), end + 1 < rest.endIndex {
        words.append(word(rest[...end]))
        rest = rest[(end + 1)...].drop { $0 == UInt8(ascii: "-") }
      }
      if !rest.isEmpty { words.append(word(rest)) }
    }
    // «Жумабаев Е.» is «Е. Жумабаев».
    if words.count > 1, let first = words.first, !first.isInitial,
      words.dropFirst().allSatisfy(\.isInitial)
    {
      words = Array(words.dropFirst()) + [first]
    }
    return words
  }

  /// Whether a name says more: whole words count before initials.
  static func isFuller(_ words: [Word], than others: [Word]) -> Bool {
    func whole(_ words: [Word]) -> Int { words.count { !$0.isInitial } }
    return (whole(words), words.count) > (whole(others), others.count)
  }

  /// Whether two names can be one person's: equal words, initials for given names, a family name alone.
  func agree(_ a: [Word], _ b: [Word], _ lexicon: Lexicon) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard let family = short.last, let other = long.last else { return false }
    if short.count == 1 {
      return long.count == 1
        ? family == other
        : long.contains(family)
          // «Пак» of «Пак Чжи Ун»: a family name that goes first.
          && (family == other || long.count == 2 || isFamily(family, lexicon)
            || family == long[0] && !isGivenName(family, lexicon))
    }
    if short.allSatisfy({ long.contains($0) }) { return true }
    guard family == other else { return false }
    return zip(short.dropLast(), long.dropLast()).allSatisfy {
      $0 == $1 || ($0.isInitial || $1.isInitial) && $0.initial == $1.initial
    }
  }

  private func bytes(of word: Word) -> [UInt8] { Array(table.bytes(of: word.number)) }

  private func isFamily(_ word: Word, _ lexicon: Lexicon) -> Bool {
    lexicon.nameEndings.kind(of: bytes(of: word))?.kind == .family
  }

  private func isGivenName(_ word: Word, _ lexicon: Lexicon) -> Bool {
    lexicon.knowledge(of: bytes(of: word)) { if case .givenName = $0 { true } else { nil } } ?? false
  }

  /// The family name among the words of a full name.
  func familyWord(of words: [Word], _ lexicon: Lexicon) -> Word? {
    // «Лавров Сергей Викторович»: the patronymic is not the family name.
    let kinds = words.map { lexicon.nameEndings.kind(of: bytes(of: $0))?.kind }
    if let family = kinds.lastIndex(of: .family) { return words[family] }
    return words.indices.last { !words[$0].isInitial && kinds[$0] != .patronymic }.map { words[$0] }
  }
}
