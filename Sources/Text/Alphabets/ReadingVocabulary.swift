/// The stems and endings of a language as a trie, by which a word of another alphabet finds its reading.
struct ReadingVocabulary: Sendable {
  typealias Traits = ReadingKnowledge.Word.Traits

  /// The node at which stems start, and the one at which endings start.
  static let stems: Int32 = 0
  static let endings: Int32 = 1

  /// Open addressing: node and letter → node; 0 where a slot is free.
  private var keys: [UInt64] = Array(repeating: 0, count: 1 << 12)
  private var children: [Int32] = Array(repeating: -1, count: 1 << 12)
  private var used = 0
  /// What ends at a node: a stem, if it has traits; an ending, if it has slots.
  private(set) var traits: [Traits] = [[], []]
  private(set) var slots: [UInt8] = [0, 0]

  init(_ knowledge: ReadingKnowledge) {
    for word in knowledge.words() {
      let letters = word.letters.unicodeScalars.map(\.value)
      insert(letters, at: Self.stems) { $0.traits[$1].formUnion(word.traits) }
      // «кітап», but «кітабы».
      if letters.count > 2, let last = letters.last, word.traits.isDisjoint(with: [.frequent]),
        let pair = knowledge.voicing.first(where: { $0.hard == last })
      {
        insert(letters.dropLast() + [pair.soft], at: Self.stems) { $0.traits[$1].formUnion(word.traits) }
      }
    }
    for ending in knowledge.endings {
      insert(ending.letters.unicodeScalars.map(\.value), at: Self.endings) { $0.slots[$1] |= ending.slots }
    }
  }

  /// The node behind a letter, or nil.
  @inline(__always)
  func child(of node: Int32, _ letter: UInt32) -> Int32? {
    let key = Self.key(node, letter)
    var slot = Self.home(key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  private mutating func insert(
    _ letters: some Collection<UInt32>, at root: Int32, _ mark: (inout ReadingVocabulary, Int) -> Void
  ) {
    guard !letters.isEmpty, letters.count <= 64 else { return }
    var node = root
    for letter in letters {
      if let next = child(of: node, letter) {
        node = next
        continue
      }
      let next = Int32(traits.count)
      traits.append([])
      slots.append(0)
      store(Self.key(node, letter), next)
      node = next
    }
    mark(&self, Int(node))
  }

  private mutating func store(_ key: UInt64, _ node: Int32) {
    if used * 2 >= keys.count {
      let (oldKeys, oldChildren) = (keys, children)
      keys = Array(repeating: 0, count: oldKeys.count * 2)
      children = Array(repeating: -1, count: oldKeys.count * 2)
      for (index, key) in oldKeys.enumerated() where key != 0 { place(key, oldChildren[index]) }
    }
    place(key, node)
    used += 1
  }

  private mutating func place(_ key: UInt64, _ node: Int32) {
    var slot = Self.home(key) & (keys.count - 1)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = node
  }

  @inline(__always)
  private static func key(_ node: Int32, _ letter: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 21 | UInt64(letter)
  }

  @inline(__always)
  private static func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
