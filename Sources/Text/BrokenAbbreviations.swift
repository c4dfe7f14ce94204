/// Abbreviations of all languages that are made of several pieces, such as «т.б.».
///
/// When a conversion took their full stops for line breaks, they are recognised by their pieces.
struct BrokenAbbreviations: Sendable {
  private static let longestPiece = 8
  private let pieced: Set<[UInt8]>
  private let stopwords: Set<[UInt8]>

  /// What stands in the lines that follow.
  struct Found {
    /// The pieces with their full stops.
    var text: [UInt8]
    /// The lines they take.
    var lines: Int
    /// What is left of the last of these lines.
    var rest: TextRange?
    /// The whole abbreviation, for the warning.
    var shown: String
  }

  init(_ knowledge: [TextKnowledge]) {
    let fold = FoldedForm()
    var pieced: Set<[UInt8]> = []
    for form in knowledge.flatMap(\.abbreviations) {
      // «и т.д.» counts as «т.д.» too.
      var words = form.split(separator: " ")[...]
      while !words.isEmpty {
        let key = fold.folded(Array(words.joined().utf8))
        if key.last == 0x2E, key.count(where: { $0 == 0x2E }) > 1 { pieced.insert(key) }
        words = words.dropFirst()
      }
    }
    self.pieced = pieced
    stopwords = Set(knowledge.flatMap { $0.stopwords.map { fold.folded(Array($0.utf8)) } })
  }

  /// Whether a word is a frequent word of any language.
  func isStopword(_ word: [UInt8]) -> Bool { stopwords.contains(FoldedForm().folded(word)) }

  /// The rest of an abbreviation whose first piece ends `text`, in the lines that follow it, the first of which is
  /// that at `index`.
  func pieces(
    after text: UnsafeBufferPointer<UInt8>, from paragraphStart: Int, _ lines: [TextLine], from index: Int,
    in source: UnsafeBufferPointer<UInt8>
  ) -> Found? {
    // Hardly any line begins with a piece, and this is asked behind every line.
    guard !pieced.isEmpty, index < lines.count, mayBeginWithPiece(lines[index], in: source),
      let start = lastPieceStart(in: text, from: paragraphStart)
    else { return nil }
    let fold = FoldedForm()
    var shown = stripped(ArraySlice(text[start...])) + [0x2E]
    var key = fold.folded(shown)
    var added: [UInt8] = []
    var found: Found?
    for (number, line) in lines[index...].prefix(3).enumerated() {
      guard line.isProse else { break }
      let end = line.firstWordEnd(in: source)
      let word = source[line.range.lower..<end]
      let isWhole = end == line.range.upper
      guard word.count <= Self.longestPiece, isWhole || word.last == 0x2E else { break }
      let piece = stripped(ArraySlice(word)) + [0x2E]
      guard piece.count > 1 else { break }
      key += fold.folded(piece)
      shown += piece
      added += piece
      if pieced.contains(key) {
        let rest = isWhole ? nil : TextRange(min(end + 1, line.range.upper), line.range.upper)
        found = Found(
          text: added, lines: number + 1, rest: rest, shown: String(decoding: shown, as: UTF8.self))
      }
      if !isWhole { break }
    }
    return found
  }

  /// Whether a line is short, or begins with a short word that ends with a full stop.
  private func mayBeginWithPiece(_ line: TextLine, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.isProse else { return false }
    var at = line.range.lower
    let limit = min(line.range.upper, at + Self.longestPiece + 1)
    while at < limit, source[at] != 0x20 { at += 1 }
    guard at > line.range.lower, at - line.range.lower <= Self.longestPiece else { return false }
    return at == line.range.upper || source[at - 1] == 0x2E
  }

  private func stripped(_ word: ArraySlice<UInt8>) -> [UInt8] {
    Array(word.last == 0x2E ? word.dropLast() : word)
  }

  /// The start of the last word of a text if it is short and made of letters.
  private func lastPieceStart(in text: UnsafeBufferPointer<UInt8>, from paragraphStart: Int) -> Int? {
    var at = text.count
    while at > paragraphStart, text[at - 1] != 0x20 {
      at -= 1
      if text.count - at > Self.longestPiece { return nil }
    }
    let word = stripped(ArraySlice(text[at...]))
    guard !word.isEmpty, !word.contains(0x2E) else { return nil }
    let letters = word.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let (value, length) = Scalars.decode(buffer, at: index)
        guard Scalars.classify(value).isLetter else { return false }
        index += length
      }
      return true
    }
    return letters ? at : nil
  }
}
