import Foundation

/// Paragraphs whose sentences were marked by hand.
///
/// A text file with one sentence a line, an empty line between paragraphs, and comments after a number sign. A
/// paragraph is its lines joined by one space.
struct SentenceGold {
  /// The sentences of each paragraph.
  var paragraphs: [[String]] = []

  init(text: String) {
    var sentences: [String] = []
    for line in text.components(separatedBy: .newlines) + [""] {
      let sentence = line.trimmingCharacters(in: .whitespaces)
      if sentence.hasPrefix("#") { continue }
      if !sentence.isEmpty {
        sentences.append(sentence)
      } else if !sentences.isEmpty {
        paragraphs.append(sentences)
        sentences = []
      }
    }
  }

  /// The bytes of a paragraph.
  static func bytes(_ sentences: [String]) -> [UInt8] { Array(sentences.joined(separator: " ").utf8) }

  /// Where the sentences of a paragraph end inside it, counted in code points that are no spaces.
  static func boundaries(_ sentences: [String]) -> Set<Int> {
    boundaries(
      sentences.map(\.utf8.count).reduce(into: []) { $0.append(($0.last ?? -1) + 1 + $1) },
      in: bytes(sentences))
  }

  /// The same of ends given as offsets of bytes; the start and the end of the paragraph do not count.
  static func boundaries(_ ends: [Int], in bytes: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    var count = 0
    var at = 0
    for end in ends.sorted() {
      while at < min(end, bytes.count) {
        if bytes[at] & 0xC0 != 0x80, bytes[at] > 0x20 { count += 1 }
        at += 1
      }
      found.insert(count)
    }
    while at < bytes.count {
      if bytes[at] & 0xC0 != 0x80, bytes[at] > 0x20 { count += 1 }
      at += 1
    }
    return found.subtracting([0, count])
  }
}
