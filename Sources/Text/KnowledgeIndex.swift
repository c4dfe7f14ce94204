import DatelineDocuments

/// What one language knows, compiled once into sets that are asked with folded bytes.
struct KnowledgeIndex: Sendable {
  /// What an abbreviation does to the end of a sentence.
  enum Ending: UInt8, Sendable {
    case never, may
  }
  struct Abbreviation: Sendable {
    var ending: Ending
    /// Whether only a word with a capital is meant ("No.", but not "no.").
    var needsCapital: Bool
  }

  let code: String
  let nounCapitals: Bool
  /// The bytes of the longest abbreviation, spaces included.
  let longestAbbreviation: Int
  private let abbreviations: [[UInt8]: Abbreviation]
  private let stopwords: Set<[UInt8]>
  private let afterOrdinal: Set<[UInt8]>

  init(_ knowledge: TextKnowledge) {
    code = knowledge.code
    nounCapitals = knowledge.nounCapitals
    let fold = FoldedForm()
    var abbreviations: [[UInt8]: Abbreviation] = [:]
    var longest = 0
    for (forms, ending) in [(knowledge.mayEnd, Ending.may), (knowledge.neverEnding, .never)] {
      for form in forms {
        let dotted = Self.dottedPart(of: form)
        let key = fold.folded(dotted.filter { $0 != 0x20 })
        guard key.count > 1, key.last == 0x2E else { continue }
        longest = max(longest, key.count + key.count(where: { $0 == 0x2E }))
        abbreviations[key] = Abbreviation(ending: ending, needsCapital: Self.startsWithCapital(dotted))
      }
    }
    self.abbreviations = abbreviations
    longestAbbreviation = longest
    stopwords = Set(knowledge.stopwords.map { fold.folded(Array($0.utf8)) })
    afterOrdinal = Set(knowledge.wordsAfterOrdinal.map { fold.folded(Array($0.utf8)) })
  }

  /// What is known of an abbreviation given as folded bytes with its full stops, without spaces.
  func abbreviation(_ folded: [UInt8]) -> Abbreviation? { abbreviations[folded] }
  /// Whether a folded word is one of the most frequent words.
  func isStopword(_ folded: [UInt8]) -> Bool { stopwords.contains(folded) }
  /// Whether a folded word may follow an ordinal number with a full stop.
  func mayFollowOrdinal(_ folded: [UInt8]) -> Bool { afterOrdinal.contains(folded) }

  /// The words at its end that carry a full stop: «т.д.» of «и т.д.».
  private static func dottedPart(of form: String) -> [UInt8] {
    let words = form.utf8.split(separator: 0x20)
    let start = words.lastIndex { $0.last != 0x2E }.map { $0 + 1 } ?? 0
    return Array(words[start...].joined(separator: [0x20]))
  }

  private static func startsWithCapital(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer {
      !$0.isEmpty && Scalars.classify(Scalars.decode($0, at: 0).value) == .upper
    }
  }
}
