/// The sentence splitter with the knowledge of one language, for texts that need nothing else.
package struct SentenceFinder: Sendable {
  private let knowledge: KnowledgeIndex?

  /// - Parameter knowledge: nil to go by capitals alone.
  package init(_ knowledge: TextKnowledge?) { self.knowledge = knowledge.map { KnowledgeIndex($0) } }

  init(index: KnowledgeIndex?) { knowledge = index }

  /// The sentences of one paragraph in valid UTF-8, as ranges of bytes without the spaces around them.
  ///
  /// - Complexity: linear.
  package func sentences(of paragraph: [UInt8]) -> [TextRange] {
    var found: [TextRange] = []
    paragraph.withUnsafeBufferPointer {
      SentenceSplitter.sentences(in: $0, range: TextRange(0, $0.count), knowledge: knowledge, into: &found)
    }
    return found
  }

  /// Splits a text whose lines are its paragraphs; `found` holds its sentences in the end.
  ///
  /// - Complexity: linear.
  package func split(lines text: UnsafeBufferPointer<UInt8>, into found: inout [TextRange]) {
    found.removeAll(keepingCapacity: true)
    var start = 0
    while start < text.count {
      let end = StopScanner.lineEnd(in: text, from: start)
      SentenceSplitter.sentences(
        in: text, range: TextRange(start, end), knowledge: knowledge, into: &found)
      start = end + 1
    }
  }
}
