// Any bytes at all go through the journey's first rooms: bytes → documents → normalised text → language →
// sentences. A trap, a sanitizer's report, or an invariant that does not hold stops the run.
import DatelineDocuments
import DatelineLexicon
import DatelineText

private let normaliser: Normaliser = {
  guard let lexicons = try? Lexicons(folder: nil) else {
    fatalError("the dictionaries could not be read; name their folder in DATELINE_DICTIONARIES")
  }
  return Normaliser(
    knowledge: lexicons.languages.map(\.textKnowledge), languages: lexicons.languageModel,
    letters: lexicons.letterKnowledge)
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  check(normaliser.normalise(utf8: bytes), sourceCount: bytes.count)
  DocumentReader(options: ReaderOptions()).documents(in: bytes, path: "fuzzed") { outcome in
    guard case .document(let document) = outcome else { return }
    let text = normaliser.normalise(document.blocks)
    check(text, sourceCount: text.sourceMap.sourceCount)
    if let title = document.title { check(normaliser.normalise(line: title), sourceCount: nil) }
  }
  return 0
}

/// What is true of every normalised text.
private func check(_ text: NormalisedText, sourceCount: Int?) {
  let bytes = text.bytes
  precondition(String(validating: bytes, as: UTF8.self) != nil, "not UTF-8")
  func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || ((0..<bytes.count).contains(offset) && bytes[offset] & 0xC0 != 0x80)
  }
  var end = 0
  for paragraph in text.paragraphs {
    precondition(paragraph.range.lower >= end && isBoundary(paragraph.range.upper), "paragraphs overlap")
    precondition(!paragraph.sentences.isEmpty, "a paragraph without sentences")
    end = paragraph.range.upper
  }
  precondition(end == bytes.count, "text outside paragraphs")
  end = 0
  for sentence in text.sentences {
    precondition(sentence.range.lower >= end && isBoundary(sentence.range.lower), "sentences overlap")
    precondition(!sentence.range.isEmpty && !sentence.tokens.isEmpty, "an empty sentence")
    end = sentence.range.upper
  }
  end = 0
  var source = 0
  for token in text.tokens {
    precondition(token.range.lower >= end && !token.range.isEmpty, "tokens overlap")
    precondition(isBoundary(token.range.lower) && isBoundary(token.range.upper), "a token cuts a character")
    end = token.range.upper
    let origin = text.source(of: token.range)
    precondition(origin.lower >= source && origin.lower <= origin.upper, "the way back is not monotone")
    if let sourceCount { precondition(origin.upper <= sourceCount, "the way back leads outside the source") }
    source = origin.lower
  }
}
