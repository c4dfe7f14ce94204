import DatelineText
import Foundation

/// The words that one reader has looked up, by how they are written: the few thousand that make up most of
/// every text are looked up once.
///
/// Not for two tasks at a time: `WordMemories` hands them out.
package final class WordMemory {
  private struct Slot {
    var hash: UInt64 = 0
    /// Where its bytes lie; the count is 0 for a slot that is free.
    var start: Int32 = 0
    var count: Int32 = 0
    /// Index into `words`.
    var word: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 4096)
  private var bytes: [UInt8] = []
  private var words: [KnownWord] = []
  /// Words kept, at most; then all are forgotten: news rarely gets there, and noise costs no memory.
  static let mostWords = 1 << 15
  /// Longer words are looked up each time they are met.
  private static let longest = 96

  init() {}

  /// What a lexicon says of a token; always the same lexicon.
  ///
  /// - Parameter token: its bytes as they are written; at least one.
  /// - Complexity: O(bytes) for a word that is remembered.
  package func word(_ token: UnsafeBufferPointer<UInt8>, isWord: Bool, in lexicon: Lexicon) -> KnownWord {
    guard !token.isEmpty, token.count <= Self.longest else { return lexicon.knownWord(token, isWord: isWord) }
    var hash: UInt64 = isWord ? 0x9E37_79B9_7F4A_7C15 : 0xD6E8_FEB8_6659_FD93
    for byte in token { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[at].count > 0 {
      if slots[at].hash == hash, isEqual(slots[at], token) { return words[Int(slots[at].word)] }
      at = (at + 1) & (slots.count - 1)
    }
    let known = lexicon.knownWord(token, isWord: isWord)
    if words.count == Self.mostWords {
      forget()
      at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    }
    slots[at] = Slot(
      hash: hash, start: Int32(bytes.count), count: Int32(token.count), word: Int32(words.count))
    bytes.append(contentsOf: token)
    words.append(known)
    if words.count * 2 > slots.count { grow() }
    return known
  }

  private func isEqual(_ slot: Slot, _ token: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(slot.count) == token.count else { return false }
    let start = Int(slot.start)
    for index in 0..<token.count where bytes[start + index] != token[index] { return false }
    return true
  }

  private func forget() {
    slots = [Slot](repeating: Slot(), count: 4096)
    bytes = []
    words = []
  }

  private func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.count > 0 {
      var at = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
      while slots[at].count > 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = slot
    }
  }
}

/// The memories of the readers of one lexicon: as many as read at the same time.
package final class WordMemories: @unchecked Sendable {
  // Touched under the lock only; whoever has taken a memory has it alone.
  private var idle: [WordMemory] = []
  private let lock = NSLock()

  init() {}

  /// A memory that nobody else uses until it is given back.
  package func take() -> WordMemory {
    lock.lock()
    defer { lock.unlock() }
    return idle.popLast() ?? WordMemory()
  }

  /// Gives a memory back to whoever reads next.
  package func give(back memory: WordMemory) {
    lock.lock()
    defer { lock.unlock() }
    idle.append(memory)
  }
}
