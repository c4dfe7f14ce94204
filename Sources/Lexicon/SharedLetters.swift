import DatelineText

/// What `shared/` says about letters, and what the languages say of words for the steps that ask.
struct SharedLetters {
  var lookalikes: [Lookalike] = []
  var latinWords: [String] = []

  /// Reads the files of a folder of dictionaries; without its subfolder `shared` there is nothing to read.
  init(folder: String, faults: inout [DictionaryFault]) {
    let rows = DictionaryTable(
      file: folder + "/lookalikes.tsv",
      columns: ["letter", "cyrillic", "latin", "example", "counter-example"], faults: &faults)
    for row in rows.rows {
      func letters(_ column: Int) -> [Unicode.Scalar] {
        row.list(column).compactMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
      }
      let cyrillic = letters(1)
      let latin = letters(2)
      guard row.fields[0].unicodeScalars.count == 1, let letter = row.fields[0].unicodeScalars.first,
        cyrillic.count == row.list(1).count, latin.count == row.list(2).count
      else {
        faults.append(
          DictionaryFault(
            file: rows.file, line: row.line, message: "letters are single; several are separated by |"))
        continue
      }
      lookalikes.append(Lookalike(letter: letter, cyrillic: cyrillic, latin: latin))
    }
    latinWords = DictionaryTable(file: folder + "/latin-words.tsv", columns: ["form"], faults: &faults)
      .rows.map { $0.fields[0] }
  }
}

extension Lexicons {
  /// The languages' words and endings as questions.
  public var wordKnowledge: WordKnowledge {
    let lexicons = Dictionary(languages.map { ($0.code, $0) }) { first, _ in first }
    return WordKnowledge(
      isWord: { lexicons[$1]?.knows(word: $0) ?? false },
      isEnding: { lexicons[$1]?.endings.isEnding($0[...]) ?? false })
  }

  /// What is known of letters that were typed in place of others.
  public var letterKnowledge: LetterKnowledge {
    LetterKnowledge(
      lookalikes: lookalikes, latinWords: latinWords, oldFonts: oldFonts, words: wordKnowledge)
  }

  /// The old fonts of all languages.
  public var oldFonts: [OldFont] { languages.flatMap(\.oldFonts) }
}

extension Lexicon {
  /// Whether a word stands in a dictionary, as it is or with an ending.
  func knows(word: [UInt8]) -> Bool {
    let folded = fold.folded(word)
    if words.find(folded) >= 0 { return true }
    var found = false
    endings.strip(folded, minimum: 3) { found = found || words.find($0.bytes) >= 0 }
    return found
  }
}
