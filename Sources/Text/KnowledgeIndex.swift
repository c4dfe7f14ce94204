import DatelineDocuments

/// What one language knows, compiled once into a table that is asked with bytes in place.
///
/// A class, because it is handed through every look around a stop.
final class KnowledgeIndex: Sendable {
  let code: String
  let nounCapitals: Bool
  /// The bytes of the longest abbreviation, spaces included.
  let longestAbbreviation: Int
  /// Whether ends of compounds are listed as abbreviations ("*str.").
  let hasCompounds: Bool
  private let table: WordNoteTable
  private let filter: AbbreviationFilter

  init(_ knowledge: TextKnowledge) {
    code = knowledge.code
    nounCapitals = knowledge.nounCapitals
    var table = WordNoteTable(capacity: knowledge.stopwords.count + knowledge.mayEnd.count * 4)
    var filter = AbbreviationFilter()
    hasCompounds = knowledge.abbreviations.contains { $0.utf8.first == 0x2A }
    var longest = 0
    let lists: [([String], WordNotes.Ending)] = [
      (knowledge.neverEnding, .never), (knowledge.mayEnd, .may), (knowledge.seldomEnding, .seldom),
      (knowledge.endingAfterFigure, .afterFigure), (knowledge.beforeFigure, .beforeFigure),
    ]
    for (forms, ending) in lists {
      for form in forms {
        let dotted = Self.dottedPart(of: form)
        guard dotted.count > 1 else { continue }
        longest = max(longest, dotted.count + dotted.count(where: { $0 == 0x2E }))
        Self.note(dotted, ending, in: &table)
        filter.add(dotted)
      }
    }
    longestAbbreviation = longest
    for (words, notes) in [
      (knowledge.stopwords, .stopword), (knowledge.wordsAfterOrdinal, .afterOrdinal),
      (knowledge.capitalDays, .capitalDay), (knowledge.openers, .opener), (knowledge.speechVerbs, .speech),
      (knowledge.labelledBy, .label),
    ] as [([String], WordNotes)] {
      for word in words { table.note(notes, on: FoldedHash(word)) }
    }
    self.table = table
    self.filter = filter
  }

  /// Whether a word of six letters or more may be an abbreviation, its full stop behind it; hardly ever wrongly.
  @inline(__always)
  func mayBeAbbreviation(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    filter.contains(bytes, lower, upper)
  }

  /// What is known of a word or abbreviation.
  func notes(_ hash: FoldedHash) -> WordNotes { table[hash] }

  /// What is known of the word or abbreviation at a range; spaces in it do not count.
  func notes(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> WordNotes {
    table[FoldedHash(bytes, lower, upper)]
  }

  /// What is known of compounds with the end at a range, its full stop included.
  func compound(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> WordNotes {
    var hash = Self.asterisk
    hash.add(bytes, lower, upper)
    return table[hash]
  }
  private static let asterisk = FoldedHash("*")

  /// The words at its end that carry a full stop: «т.д.» of «и т.д.»; a name with another stop as it is
  /// ("Yahoo!").
  private static func dottedPart(of form: String) -> [UInt8] {
    if form.utf8.last != 0x2E { return form.utf8.last == 0x21 ? Array(form.utf8) : [] }
    let words = form.utf8.split(separator: 0x20)
    let start = words.lastIndex { $0.last != 0x2E }.map { $0 + 1 } ?? 0
    return Array(words[start...].joined(separator: [0x20]))
  }

  private static func note(_ form: [UInt8], _ ending: WordNotes.Ending, in table: inout WordNoteTable) {
    form.withUnsafeBufferPointer { bytes in
      let isCapital = Scalars.classify(Scalars.decode(bytes, at: 0).value) == .upper
      table.note(WordNotes(ending, isCapital: isCapital), on: FoldedHash(bytes, 0, bytes.count))
      for at in bytes.indices.dropLast() where bytes[at] == 0x2E {
        table.note(.startsLonger, on: FoldedHash(bytes, 0, at + 1))
        table.note(.endsLonger, on: FoldedHash(bytes, at + 1, bytes.count))
      }
    }
  }
}
