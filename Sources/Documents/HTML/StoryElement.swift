extension MainContent {
  /// The element that holds the story.
  static func root(
    of tree: HTMLTree, signs: Furniture, weights: Weights, skipped: [Bool]
  ) -> Int {
    var best: (story: Int?, article: Int?, main: Int?) = (nil, nil, nil)
    func heavier(_ old: Int?, _ new: Int) -> Int {
      guard let old else { return new }
      return weights.weight(new, in: tree) > weights.weight(old, in: tree) ? new : old
    }
    var index = 0
    while index < tree.nodes.count {
      if skipped[index] {
        index = Int(tree.nodes[index].end)
        continue
      }
      switch tree.nodes[index].tag {
      case .text, .p, .body, .html: break
      case .article: best.article = heavier(best.article, index)
      case .main: best.main = heavier(best.main, index)
      default: if signs.isStory[index] { best.story = heavier(best.story, index) }
      }
      index += 1
    }
    for candidate in [best.story, best.article, best.main] {
      guard let candidate else { continue }
      let weight = weights.weight(candidate, in: tree)
      // With the headline inside, less will do: the rest may be teasers.
      let holdsHeadline = tree.inside(candidate).contains { tree.nodes[$0].tag == .h1 && !skipped[$0] }
      if weight * 10 >= weights.total * (holdsHeadline ? 3 : 5) {
        return tree.nodes[candidate].tag == .main
          ? narrowed(candidate, tree: tree, weights: weights) : candidate
      }
    }
    return narrowed(0, tree: tree, weights: weights)
  }

  /// Down to the element that holds nearly all the weight, or, where teasers lie beside the story, to the one that
  /// holds the most paragraphs side by side.
  private static func narrowed(_ start: Int, tree: HTMLTree, weights: Weights) -> Int {
    let node = descend(start, tree: tree, weights: weights)
    var direct: [Int: Int] = [:]
    for index in tree.inside(node) where tree.nodes[index].tag == .text {
      let weight = weights.own(index)
      guard weight > 0 else { continue }
      direct[container(of: index, in: tree), default: 0] += weight
    }
    // Ties go to the first, so that the same page always gives the same story.
    let sorted = direct.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard var best = sorted.first?.key, best > node else { return node }
    // Only if it stands out: sections of one story are about as heavy as each other.
    guard sorted.count == 1 || sorted[0].value >= 3 * sorted[1].value else { return node }
    // Out again, as long as little else comes in.
    while best > node {
      let parent = Int(tree.nodes[best].parent)
      guard parent > node, weights.weight(parent, in: tree) * 4 <= weights.weight(best, in: tree) * 5 else {
        break
      }
      best = parent
    }
    return best
  }

  /// The element whose paragraphs a piece of text belongs to.
  private static func container(of text: Int, in tree: HTMLTree) -> Int {
    var index = Int(tree.nodes[text].parent)
    while index != 0 {
      switch tree.nodes[index].tag {
      case .p, .ul, .ol, .li, .blockquote, .pre, .h2, .h3, .h4, .h5, .h6: break
      default: if tree.nodes[index].tag.isBlock { return index }
      }
      index = Int(tree.nodes[index].parent)
    }
    return 0
  }

  /// Sentences between the headline and the element of the story: many pages set the lead apart.
  static func leads(
    before root: Int, pieces: [PageBlocks.Piece], tree: HTMLTree, skipped: [Bool]
  ) -> [PageBlocks.Piece] {
    guard let headline = (0..<root).last(where: { tree.nodes[$0].tag == .h1 && !skipped[$0] }) else {
      return []
    }
    let between = pieces.filter { (headline..<root).contains($0.node) }
    guard between.count <= 12 else { return [] }
    return between.filter {
      $0.block.kind == .paragraph && $0.size >= 80 && $0.linked * 4 < $0.size
        && PlainText.endsSentence(Array($0.block.text.utf8)[...])
    }
  }

  /// Down to the smallest element that holds nearly all the weight.
  private static func descend(_ start: Int, tree: HTMLTree, weights: Weights) -> Int {
    var node = start
    while true {
      let needed = weights.weight(node, in: tree) * 9
      var heavy: Int?
      var child = node + 1
      while child < Int(tree.nodes[node].end) {
        if tree.nodes[child].tag.isBlock || tree.nodes[child].tag == .other,
          weights.weight(child, in: tree) * 10 >= needed
        {
          heavy = child
          break
        }
        child = Int(tree.nodes[child].end)
      }
      guard let heavy, tree.nodes[heavy].tag != .p else { return node }
      node = heavy
    }
  }
}
