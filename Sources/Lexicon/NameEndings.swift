/// Endings in the nominative by which a capitalised word shows that it is a name.
package struct NameEndings: Sendable {
  @usableFromInline package enum Kind: String, Sendable { case family, patronymic }
  private var table = WordTable()
  private var values: [[(kind: Kind, gender: Gender)]] = []
  private var longest = 0

  mutating func add(_ ending: String, _ kind: Kind, _ gender: Gender) {
    let word = Int(table.insert(ending))
    while values.count <= word { values.append([]) }
    values[word].append((kind, gender))
    longest = max(longest, ending.utf8.count)
  }

  /// What the longest ending of a folded word in the nominative says, at least two letters standing before it.
  package func kind(of bytes: [UInt8]) -> (kind: Kind, gender: Gender)? {
    all(of: bytes).first
  }

  /// All that the longest fitting ending says.
  package func all(of bytes: [UInt8]) -> [(kind: Kind, gender: Gender)] {
    var length = min(longest, bytes.count)
    while length > 0 {
      let start = bytes.count - length
      length -= 1
      if bytes[start] & 0xC0 == 0x80 { continue }
      let letters = bytes[..<start].reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
      if letters < 2 { continue }
      let word = bytes[start...].withUnsafeBufferPointer { table.find($0) }
      if word >= 0 { return values[Int(word)] }
    }
    return []
  }
}
