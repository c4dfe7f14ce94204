/// How much a Cyrillic text looks like each language of a `TrigramModel`, by its trigrams and frequent words.
///
/// Unlike `LanguageIdentifier`, which tells languages apart, this says how well a text fits one of them: what
/// is needed to judge whether it was read by the right letters.
struct TrigramReading {
  /// Trigrams within Cyrillic words.
  private(set) var trigrams = 0
  private var levels: [Int]
  private var frequent: [Int]

  /// What a frequent word is worth, in levels of a trigram.
  private static let stopwordWorth = 8

  /// Reads a text once.
  /// - Parameter stopwords: frequent words, folded, each with one bit for every language of `codes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, stopwords: [[UInt8]: UInt64], languages: Int) {
    levels = Array(repeating: 0, count: TrigramModel.cyrillic.codes.count)
    frequent = Array(repeating: 0, count: languages)
    let fold = FoldedForm()
    var word: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count {
        let (value, length) = Scalars.decode(bytes, at: at)
        guard Scalars.classify(value).isLetter else { break }
        at += length
      }
      guard at > start else {
        at += Scalars.decode(bytes, at: at).length
        continue
      }
      word.removeAll(keepingCapacity: true)
      fold.fold(UnsafeBufferPointer(rebasing: bytes[start..<at]), into: &word)
      if word.count < 24 {
        var found = stopwords[word] ?? 0
        while found != 0 {
          frequent[found.trailingZeroBitCount] += 1
          found &= found - 1
        }
      }
      word.withUnsafeBufferPointer { add($0) }
    }
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
    var first: UInt32 = 0
    var second: UInt32 = 0x20
    var at = 0
    while at <= word.count {
      let (third, length) = at < word.count ? Scalars.decode(word, at: at) : (0x20, 1)
      if first != 0, (0x400..<0x530).contains(second) {
        trigrams += 1
        TrigramModel.cyrillic.add(TrigramModel.key(first, second, third), to: &levels)
      }
      (first, second) = (second, third)
      at += length
    }
  }

  /// The sum of levels of a language; nil if the model does not know it.
  /// - Parameter number: its place among the languages of the frequent words, if it has one.
  func score(_ language: String, number: Int?) -> Int? {
    guard let column = TrigramModel.cyrillic.codes.firstIndex(of: language) else { return nil }
    return levels[column] + (number.map { frequent[$0] } ?? 0) * Self.stopwordWorth
  }
}
