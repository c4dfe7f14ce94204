import DatelineLexicon
import DatelineText

/// Matches all date patterns of a language in one pass over the tokens of a text.
struct PatternMatcher: Sendable {
  private let tree: PatternTree

  init(_ lexicon: Lexicon) { tree = PatternTree(lexicon) }

  /// Steps that the walks over a text of so many tokens take together, at most; news takes two or three a token.
  static func mostSteps(forTokens count: Int) -> Int { 40_000 + 100 * count }

  /// Every way in which a pattern fits somewhere.
  ///
  /// - Complexity: O(tokens); a pattern is at most some twenty tokens long.
  func fits(in reading: LexicalReading) -> PatternFits {
    var walk = PatternWalk(
      reading: reading, tree: tree, fills: TokenFills(reading, tree),
      allowance: Self.mostSteps(forTokens: reading.text.tokens.count))
    for sentence in reading.text.sentences { walk.run(sentence.tokens) }
    return walk.fits
  }
}

/// A way in which a pattern fits; what its slots take is worked out for those that are looked at only.
struct PatternFit {
  var pattern: Int
  /// Tokens that belong to the expression.
  var tokens: Range<Int>
  /// How many items of the pattern fitted.
  var items: Int
  /// Its part of `PatternFits.steps`.
  fileprivate var steps: Range<Int>
}

/// All fits of a text.
struct PatternFits {
  /// A slot that took something.
  fileprivate struct Step {
    var fill: Int
    /// 1 and 2 for the two ends of a range, 0 for neither.
    var place: UInt8
    var token: Int
  }

  let fills: TokenFills
  fileprivate(set) var list: [PatternFit] = []
  /// Steps that were taken to find them.
  fileprivate(set) var work = 0
  fileprivate var steps: [Step] = []

  fileprivate init(fills: TokenFills) { self.fills = fills }

  /// A fit with what its slots take.
  func match(_ fit: PatternFit) -> TemporalMatch {
    var parts = [TemporalParts(), TemporalParts(), TemporalParts()]
    for step in steps[fit.steps] {
      let fill = fills[step.fill]
      let place = Int(step.place)
      let extent = step.token..<(step.token + fill.tokens)
      if case .pair(let one, let other) = fill.fact {
        if fill.slot == .month {
          (parts[1].month, parts[2].month) = (one, other)
        } else {
          (parts[1].ordinal, parts[2].ordinal) = (one, other)
        }
        (parts[1].extent, parts[2].extent) = (extent, extent)
        continue
      }
      fill.apply(to: &parts[place])
      let from = parts[place].extent?.lowerBound ?? step.token
      parts[place].extent = from..<extent.upperBound
    }
    return TemporalMatch(pattern: fit.pattern, tokens: fit.tokens, items: fit.items, parts: parts)
  }
}

/// One walk over the tokens of a text.
private struct PatternWalk {
  /// How far a walk has come.
  private struct Position {
    var token: Int
    /// The tokens of the expression so far; the start is -1 before its first.
    var coreStart: Int
    var coreEnd: Int
    var items: Int

    func advanced(_ tokens: Int, isContext: Bool, items count: Int = 1) -> Position {
      Position(
        token: token + tokens, coreStart: isContext || coreStart >= 0 ? coreStart : token,
        coreEnd: isContext ? coreEnd : token + tokens, items: items + count)
    }
  }

  let tree: PatternTree
  private(set) var fits: PatternFits
  private let forms: WordForms
  // What every step reads stands here side by side, not behind the tree and the fills: steps count no reference.
  private let nodes: [PatternTree.Node]
  private let edges: [PatternTree.Edge]
  private let keys: [TokenFills.Key]
  private let starts: [Int32]
  private let slots: [UInt64]
  private let signs: [UInt8]
  private let words: [UInt64]
  private var path: [PatternFits.Step] = []
  private var limit = 0
  /// Steps left for one starting token, and for all: no text makes a walk long, whatever stands in it.
  private var budget = 0
  private var allowance: Int
  private static let mostSteps = 4000

  init(reading: LexicalReading, tree: PatternTree, fills: TokenFills, allowance: Int) {
    (self.tree, self.allowance, forms) = (tree, allowance, reading.wordForms)
    (nodes, edges) = (tree.nodes, tree.edges)
    (keys, starts, slots, signs) = (fills.keys, fills.starts, fills.slots, fills.signs)
    words = fills.words
    fits = PatternFits(fills: fills)
  }

  mutating func run(_ tokens: Range<Int>) {
    limit = tokens.upperBound
    let first = nodes[0].slots
    for start in tokens {
      guard slots[start] & first != 0 || signs[start] > 1 || begins(start) else { continue }
      let most = min(Self.mostSteps, allowance)
      budget = most
      walk(0, Position(token: start, coreStart: -1, coreEnd: start, items: 0))
      let taken = most - max(0, budget)
      fits.work += taken
      allowance -= taken
    }
  }

  /// Whether a pattern begins with some dictionary form of a token.
  private func begins(_ token: Int) -> Bool {
    for form in forms.range(at: token) where tree.begins(forms.word(form)) { return true }
    return false
  }

  private mutating func walk(_ number: Int32, _ at: Position) {
    budget -= 1
    guard budget > 0 else { return }
    // Field by field: a node is too long to be copied at every step.
    let place = Int(number)
    if at.coreStart >= 0, !nodes[place].ends.isEmpty { end(nodes[place].ends, at) }
    for index in nodes[place].absences {
      let edge = Int(index)
      guard goesOn(Int(edges[edge].node), at) else { continue }
      if at.token < limit, isThere(Int(edges[edge].value), at.token) { continue }
      walk(edges[edge].node, at)
    }
    guard at.token < limit else { return }
    if nodes[place].wordBits & words[at.token] != 0 {
      for form in forms.range(at: at.token) {
        let word = forms.word(form)
        if number == 0, !tree.begins(word) { continue }
        if nodes[place].hasWords { step(number, word, isContext: false, at) }
        if nodes[place].hasContextWords { step(number, word, isContext: true, at) }
      }
    }
    let (bits, sign) = (slots[at.token], Int32(signs[at.token]))
    guard bits & nodes[place].slots != 0 || nodes[place].hasSigns && sign > 0 else { return }
    for index in nodes[place].edges {
      let edge = Int(index)
      if bits & edges[edge].slotBit != 0 {
        take(edges[edge], at)
      } else if sign > 0, edges[edge].kind == .sign, sign == edges[edge].value {
        walk(edges[edge].node, at.advanced(1, isContext: edges[edge].isContext))
      }
    }
  }

  /// Whether a walk from a node can come to anything: most cannot, and looking costs less than walking.
  private func goesOn(_ place: Int, _ at: Position) -> Bool {
    if !nodes[place].absences.isEmpty || at.coreStart >= 0 && !nodes[place].ends.isEmpty { return true }
    guard at.token < limit else { return false }
    return slots[at.token] & nodes[place].slots != 0 || nodes[place].hasSigns && signs[at.token] > 0
      || nodes[place].wordBits & words[at.token] != 0
  }

  /// Follows the edge of a word, if there is one.
  private mutating func step(_ number: Int32, _ word: Int32, isContext: Bool, _ at: Position) {
    let next = tree.next(number, word: word, isContext: isContext)
    if next >= 0 { walk(next, at.advanced(1, isContext: isContext)) }
  }

  /// Adds the patterns that end at a node.
  private mutating func end(_ ends: Range<Int32>, _ at: Position) {
    for index in ends {
      fits.list.append(
        PatternFit(
          pattern: Int(tree.ends[Int(index)]), tokens: at.coreStart..<at.coreEnd, items: at.items,
          steps: fits.steps.count..<(fits.steps.count + path.count)))
      fits.steps += path
    }
  }

  /// Follows an edge of a slot with everything that the slot can take.
  private mutating func take(_ edge: PatternTree.Edge, _ at: Position) {
    for index in Int(starts[at.token])..<Int(starts[at.token + 1]) {
      let key = keys[index]
      guard key.slot == edge.slot, edge.value == 0 || key.name == edge.value,
        at.token + Int(key.tokens) <= limit
      else { continue }
      if key.isPair {
        // "January-May" is one token and three items.
        guard edge.index == 1 else { continue }
        path.append(PatternFits.Step(fill: index, place: 1, token: at.token))
        for behind in secondEnds(edge.node, edge.slot) {
          walk(behind, at.advanced(1, isContext: edge.isContext, items: 3))
        }
        path.removeLast()
        continue
      }
      path.append(PatternFits.Step(fill: index, place: edge.index, token: at.token))
      walk(edge.node, at.advanced(Int(key.tokens), isContext: edge.isContext))
      path.removeLast()
    }
  }

  /// The nodes behind a dash and the second end of a range.
  private func secondEnds(_ number: Int32, _ slot: DatePattern.Slot) -> [Int32] {
    edges(of: number).filter { $0.kind == .sign && $0.value == 1 }.flatMap { dash in
      edges(of: dash.node).filter { $0.kind == .slot && $0.slot == slot && $0.index == 2 }.map(\.node)
    }
  }

  private func edges(of number: Int32) -> ArraySlice<PatternTree.Edge> {
    let range = nodes[Int(number)].edges
    return edges[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  private func isThere(_ number: Int, _ token: Int) -> Bool {
    let absent = tree.absents[number]
    for index in absent.words {
      let word = tree.absentWords[Int(index)]
      for form in forms.range(at: token) where forms.word(form) == word { return true }
    }
    for index in absent.edges {
      let edge = tree.absentEdges[Int(index)]
      if edge.kind == .sign, Int32(signs[token]) == edge.value { return true }
      guard edge.kind == .slot, slots[token] & edge.slotBit != 0 else { continue }
      for fill in Int(starts[token])..<Int(starts[token + 1]) where keys[fill].slot == edge.slot {
        if edge.value == 0 || keys[fill].name == edge.value { return true }
      }
    }
    return false
  }
}
