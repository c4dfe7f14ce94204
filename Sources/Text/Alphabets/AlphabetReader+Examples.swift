extension AlphabetReader {
  /// The examples of the alphabets that are read differently from what stands beside them.
  func exampleFaults() -> [String] {
    languages.flatMap { language in
      language.alphabets.indices.flatMap { number in
        language.alphabets[number].examples.compactMap { example in
          let read = self.read(example.written, by: language, number)
          // Capitals are found by the sentence: examples of an alphabet without them are judged without.
          let isSame =
            language.alphabets[number].isCaseless
            ? read.lowercased() == example.read.lowercased() : read == example.read
          return isSame
            ? nil : "\(example.place): “\(example.written)” is read “\(read)”, not “\(example.read)”"
        }
      }
    }
  }

  /// A text read by one alphabet, whatever it looks like.
  func read(_ text: String, by language: ReadableLanguage, _ alphabet: Int) -> String {
    var reader = language.transliterator(alphabet)
    TextCleaner.cleaned(text).withUnsafeBufferPointer { reader.read($0, TextRange(0, $0.count)) }
    return String(decoding: reader.bytes, as: UTF8.self)
  }
}
