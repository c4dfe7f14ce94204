import DatelineLexicon

/// Joins the names of a list that are one person's, in whatever languages and alphabets they are written.
///
/// Names are compared only with those that have the consonants of two words in common, so the work grows with the
/// list, not with its square.
public struct NameLinker {
  /// Each spelling once.
  private let names: [LinkableName]
  /// The place in `names` of each name of the list.
  private let spelling: [Int]
  private var matching = NameMatching()
  private var parent: [Int32]
  /// Members of each cluster, by its root.
  private var members: [Int32: [Int32]] = [:]

  /// Names in one block that each is compared with; fewer in blocks so large that this would take long.
  private static let window = 128
  private static let mostComparisons = 1_000_000
  /// Members of a cluster that speak for it when another is to be joined.
  private static let spokesmen = 4
  /// Pairs of clusters that contradict each other, by their roots.
  private var refused: Set<UInt64> = []

  /// A linker of names, nothing compared yet.
  public init(_ names: [String], _ knowledge: NamingKnowledge) {
    var known: [String: Int] = [:]
    var spellings: [LinkableName] = []
    spelling = names.map { name in
      if let place = known[name] { return place }
      known[name] = spellings.count
      spellings.append(LinkableName(name, knowledge))
      return spellings.count - 1
    }
    self.names = spellings
    parent = Array(0..<Int32(spellings.count))
  }

  /// The linking key of each name.
  public var keys: [String] { spelling.map { names[$0].key } }

  /// The cluster of each name: the place of its first member.
  ///
  /// - Complexity: O(names · log) for names in usual proportions, O(names · window) at worst.
  public mutating func clusters() -> [Int] {
    var blocks: [(key: UInt64, name: Int32)] = []
    var abbreviated: [Int32] = []
    for (number, name) in names.enumerated() {
      for key in NameBlock.keys(of: name) { blocks.append((key, Int32(number))) }
      // Names with one key are together in a block even if nothing else brings them there.
      if !name.key.isEmpty { blocks.append((NameBlock.key(of: name.key), Int32(number))) }
      if name.fullWords == 1, name.hasInitials { abbreviated.append(Int32(number)) }
    }
    // Within a block those with similar keys stand together.
    let rank = keyRanks()
    blocks.sort { ($0.key, rank[Int($0.name)]) < ($1.key, rank[Int($1.name)]) }
    var found: [(cost: Int32, left: Int32, right: Int32)] = []
    forEachBlock(blocks) { block in
      let window = min(Self.window, max(8, Self.mostComparisons / block.count))
      for place in block.indices {
        let start = max(block.startIndex, place - window)
        for other in start..<place {
          let (left, right) = (blocks[other].name, blocks[place].name)
          if left == right { continue }
          if case .same(let cost) = matching.verdict(names[Int(left)], names[Int(right)]) {
            // Of equally cheap pairs those with one key come first: Jana is Яна sooner than Жанна.
            let isSure = names[Int(left)].key == names[Int(right)].key
            found.append((isSure ? 0 : cost + 3, left, right))
          }
        }
      }
    }
    found.sort { ($0.cost, $0.left, $0.right) < ($1.cost, $1.left, $1.right) }
    for pair in found { join(pair.left, pair.right) }
    attach(abbreviated)
    // Spellings are numbered as they first come, so the first of a cluster is the first in the list too.
    var first = [Int](repeating: -1, count: names.count)
    return spelling.enumerated().map { place, spelling in
      let root = Int(root(Int32(spelling)))
      if first[root] < 0 { first[root] = place }
      return first[root]
    }
  }

  private func keyRanks() -> [Int32] {
    var ranks = [Int32](repeating: 0, count: names.count)
    let order = names.indices.sorted {
      names[$0].key != names[$1].key ? names[$0].key < names[$1].key : $0 < $1
    }
    for (rank, name) in order.enumerated() { ranks[name] = Int32(rank) }
    return ranks
  }

  private func forEachBlock(
    _ blocks: [(key: UInt64, name: Int32)], _ body: (Range<Int>) -> Void
  ) {
    var start = 0
    while start < blocks.count {
      var end = start + 1
      while end < blocks.count, blocks[end].key == blocks[start].key { end += 1 }
      if end - start > 1 { body(start..<end) }
      start = end
    }
  }

  /// Initials go to the one person that they fit; where two fit they stay by themselves.
  private mutating func attach(_ abbreviated: [Int32]) {
    guard !abbreviated.isEmpty else { return }
    var families: [UInt64: [Int32]] = [:]
    for (number, name) in names.enumerated() where name.fullWords > 1 {
      for key in NameBlock.familyKeys(of: name) { families[key, default: []].append(Int32(number)) }
    }
    var homes: [(name: Int32, home: Int32)] = []
    for name in abbreviated {
      var roots: Set<Int32> = []
      var looked = 0
      search: for key in NameBlock.familyKeys(of: names[Int(name)]) {
        for other in families[key] ?? [] {
          let root = root(other)
          if roots.contains(root) { continue }
          looked += 1
          if looked > Self.window { break search }
          if case .possible = matching.verdict(names[Int(name)], names[Int(other)]) {
            roots.insert(root)
            if roots.count > 1 { break search }
          }
        }
      }
      if roots.count == 1, let home = roots.first { homes.append((name, home)) }
    }
    for (name, home) in homes { join(name, home) }
  }

  private mutating func root(_ name: Int32) -> Int32 {
    var name = name
    while parent[Int(name)] != name {
      parent[Int(name)] = parent[Int(parent[Int(name)])]
      name = parent[Int(name)]
    }
    return name
  }

  /// Joins two clusters unless some of their members contradict each other.
  private mutating func join(_ left: Int32, _ right: Int32) {
    let (a, b) = (root(left), root(right))
    guard a != b else { return }
    let (first, second) = (min(a, b), max(a, b))
    let pair = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    if refused.contains(pair) { return }
    let membersA = members[first] ?? [first]
    let membersB = members[second] ?? [second]
    if membersA.count + membersB.count > 2 {
      for one in membersA.prefix(Self.spokesmen) {
        for other in membersB.prefix(Self.spokesmen)
        where matching.contradict(names[Int(one)], names[Int(other)]) {
          refused.insert(pair)
          return
        }
      }
    }
    parent[Int(second)] = first
    members[first] = membersA + membersB
    members[second] = nil
  }
}

/// What names must have in common to be compared: the consonants of two of their words that no spelling confuses.
enum NameBlock {
  /// Keys of pairs of words; of the only word if there is one; of words that abbreviated names share.
  static func keys(of name: LinkableName) -> [UInt64] {
    let words = name.words.filter { $0.kind == .full }.prefix(5).map(skeletons)
    if words.count == 1, let only = words.first {
      return only.map { mix($0, name.hasInitials ? 2 : 1) }
    }
    var keys: Set<UInt64> = []
    for left in words.indices {
      for right in words.indices where right > left {
        for one in words[left] {
          for other in words[right] { keys.insert(mix(min(one, other), max(one, other) &+ 16)) }
        }
      }
    }
    return Array(keys)
  }

  /// The block of all names with a key.
  static func key(of key: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Keys under which names with initials look for whole ones.
  static func familyKeys(of name: LinkableName) -> [UInt64] {
    Array(Set(name.words.filter { $0.kind == .full && !$0.isPatronymic }.flatMap(skeletons)))
  }

  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var h = a &* 0x9E37_79B9_7F4A_7C15
    h ^= (h >> 29) ^ (b &* 0xBF58_476D_1CE4_E5B9)
    return h ^ (h >> 32)
  }

  private static func skeletons(_ word: LinkableName.Word) -> [UInt64] {
    var all: [UInt64] = []
    for reading in word.readings {
      var skeletons: [UInt64] = [1]
      for unit in reading.prefix(12) {
        guard let place = classes.firstIndex(where: { unit.sure & ~$0 == 0 }) else { continue }
        let longer = skeletons.map { $0 << 3 | UInt64(place + 1) }
        // A consonant that may be another in some language is in the skeleton and is not.
        let isCertain = unit.possible & ~classes[place] == 0 && !unit.isOptional
        skeletons = isCertain || skeletons.count > 2 ? longer : longer + skeletons
      }
      for skeleton in skeletons where !all.contains(skeleton) { all.append(skeleton) }
    }
    // Equivalent names need have nothing in common.
    for group in word.groups { all.append(UInt64(group) | 1 << 60) }
    return all
  }

  private static let classes: [UInt64] = [
    [Sound.l], [.r], [.n, .ng], [.m], [.d, .t, .th], [.b, .p],
  ].map { $0.reduce(0) { $0 | $1.bit } }
}
