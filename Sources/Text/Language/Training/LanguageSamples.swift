/// Texts of one language to learn from.
public struct LanguageTexts: Sendable {
  /// BCP 47 code.
  public var code: String
  /// Lines of running text.
  public var sentences: [String]
  /// Lines of words that are not one sentence.
  public var words: [String]

  /// Texts.
  public init(code: String, sentences: [String] = [], words: [String] = []) {
    self.code = code
    self.sentences = sentences
    self.words = words
  }
}

/// One column of the model: a language, or several that are one answer.
public struct LanguageColumn: Sendable {
  /// Whether it stands in the table of Cyrillic; otherwise in that of Latin.
  public var isCyrillic: Bool
  /// The answer: a BCP 47 code or `und`.
  public var answer: String
  /// The languages whose texts teach it.
  public var codes: [String]
  /// Whether it is one of the languages that are told apart word by word, too.
  public var isOurs: Bool

  /// A column.
  public init(isCyrillic: Bool, answer: String, codes: [String], isOurs: Bool = false) {
    self.isCyrillic = isCyrillic
    self.answer = answer
    self.codes = codes
    self.isOurs = isOurs
  }
}

/// Texts of one script, cut into words, words into n-grams, all of them numbered.
struct LanguageSamples {
  /// What a column learns from: words as indices into `words`.
  struct Column {
    var sentences: [[Int32]] = []
    var words: [Int32] = []
    var isOurs = false
  }

  var columns: [Column]
  /// The n-grams of each word.
  var words: [[Int32]] = []
  /// The key of each n-gram, and in how many places it was met.
  var grams: [UInt64] = []
  var counts: [Int32] = []
  private var wordNumbers: [UInt64: Int32] = [:]
  private var gramNumbers: [UInt64: Int32] = [:]
  private let script: UInt16

  /// - Parameter columns: those of one script.
  init(_ columns: [LanguageColumn], _ texts: [LanguageTexts], script: UInt16) {
    self.script = script
    self.columns = Array(repeating: Column(), count: columns.count)
    for (number, column) in columns.enumerated() {
      self.columns[number].isOurs = column.isOurs
      for text in texts where column.codes.contains(text.code) {
        for line in text.sentences {
          let words = numbered(line)
          if words.isEmpty { continue }
          self.columns[number].sentences.append(words)
        }
        for line in text.words { self.columns[number].words += numbered(line) }
      }
    }
  }

  /// The share that each telling letter has in the letters of each column.
  func letterShares() -> [(gram: Int32, shares: SIMD16<Float>)] {
    var counts: [Int32: SIMD16<Float>] = [:]
    var totals = SIMD16<Float>(repeating: 1)
    for (number, column) in columns.enumerated() {
      for word in column.sentences.joined() {
        for gram in words[Int(word)] where grams[Int(gram)] < 0x100 {
          counts[gram, default: SIMD16(repeating: 0)][number] += 1
        }
        totals[number] += Float(words[Int(word)].count) / 4
      }
    }
    return counts.map { ($0.key, $0.value / totals) }.sorted { $0.gram < $1.gram }
  }

  /// Whether an n-gram is a whole word.
  func isWord(_ gram: Int32) -> Bool { grams[Int(gram)] >> 56 == 0xFF }

  /// Forgets all n-grams but some; their numbers stay.
  mutating func keep(_ isKept: [Bool]) {
    for word in words.indices { words[word].removeAll { !isKept[Int($0)] } }
  }

  private mutating func numbered(_ line: String) -> [Int32] {
    var collector = Collector(script: script)
    var line = line
    line.withUTF8 { GramScanner.read($0, from: 0, to: $0.count, into: &collector) }
    return collector.words.compactMap { grams in
      // The last n-gram of a word is the word itself.
      guard let own = grams.last else { return nil }
      if let known = wordNumbers[own] {
        for gram in words[Int(known)] { counts[Int(gram)] += 1 }
        return known
      }
      let number = Int32(words.count)
      wordNumbers[own] = number
      words.append(grams.map { self.number(of: $0) })
      return number
    }
  }

  private mutating func number(of gram: UInt64) -> Int32 {
    if let known = gramNumbers[gram] {
      counts[Int(known)] += 1
      return known
    }
    let number = Int32(grams.count)
    gramNumbers[gram] = number
    grams.append(gram)
    counts.append(1)
    return number
  }

  private struct Collector: GramReceiver {
    let script: UInt16
    var words: [[UInt64]] = []
    private var grams: [UInt64] = []

    init(script: UInt16) { self.script = script }

    mutating func gram(_ key: UInt64, script: UInt16) { grams.append(key) }

    mutating func word(letters: Int, script: UInt16) {
      if script == self.script { words.append(grams) }
      grams.removeAll(keepingCapacity: true)
    }

    mutating func apostrophe() {}
  }
}
