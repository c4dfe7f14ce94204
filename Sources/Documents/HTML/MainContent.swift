/// The story of a page, without the furniture around it.
///
/// Text is weighed: paragraphs count by their length without links. What carries the signs of furniture and little
/// of the weight is taken out; of what is left, the element that holds the weight is the story.
struct MainContent {
  /// The story in reading order.
  private(set) var blocks: [Block]

  /// The story, or nil if the page has no text that could be one.
  /// - Parameter headlines: what the page calls its headline; a block that only repeats it is left out.
  init?(of tree: HTMLTree, headlines: [String]) {
    let everything = Weights(PageBlocks(of: tree).pieces, nodes: tree.nodes.count)
    let signs = Furniture(of: tree)
    let skipped = Self.furniture(of: tree, signs: signs, weights: everything)
    let pieces = PageBlocks(of: tree, skipping: skipped).pieces
    let weights = Weights(pieces, nodes: tree.nodes.count)
    guard weights.total > 0 else { return nil }
    let root = Self.root(of: tree, signs: signs, weights: weights, skipped: skipped)
    let range = root..<Int(tree.nodes[root].end)
    let leads = Self.leads(before: root, pieces: pieces, tree: tree, skipped: skipped)
    let story = leads + pieces.filter { range.contains($0.node) }
    blocks = Self.tidied(story, tree: tree, headlines: headlines)
    guard blocks.contains(where: { $0.kind != .heading }) else { return nil }
  }

  /// How much text of a story lies where.
  struct Weights {
    /// The weight of all pieces before a node.
    private var before: [Int]
    var total: Int { before.last ?? 0 }

    init(_ pieces: [PageBlocks.Piece], nodes: Int) {
      before = [Int](repeating: 0, count: nodes + 1)
      for piece in pieces { before[piece.node + 1] += Self.weight(of: piece) }
      for index in 1..<before.count { before[index] += before[index - 1] }
    }

    /// The weight inside a node.
    func weight(_ node: Int, in tree: HTMLTree) -> Int { before[Int(tree.nodes[node].end)] - before[node] }

    /// The weight of the piece that begins at a node.
    func own(_ node: Int) -> Int { before[node + 1] - before[node] }

    static func weight(of piece: PageBlocks.Piece) -> Int {
      guard piece.block.kind != .heading, piece.block.kind != .caption, piece.linked * 2 <= piece.size else {
        return 0
      }
      let plain = piece.size - piece.linked
      let short = piece.size < 60
      switch piece.block.kind {
      case .listItem: return short ? plain / 4 : plain / 2
      default: return short ? plain / 2 : plain
      }
    }
  }

  /// The nodes to leave out.
  private static func furniture(of tree: HTMLTree, signs: Furniture, weights: Weights) -> [Bool] {
    var skipped = [Bool](repeating: false, count: tree.nodes.count)
    // Nodes that are marked as the story, and those no furniture holds, as running counts.
    var stories = [Int](repeating: 0, count: tree.nodes.count + 1)
    var landmarks = stories
    for index in tree.nodes.indices {
      let isStory =
        signs.isStory[index]
        && weights.weight(index, in: tree) * 10 >= weights.total * 3
      stories[index + 1] = stories[index] + (isStory ? 1 : 0)
      let tag = tree.nodes[index].tag
      landmarks[index + 1] = landmarks[index] + (tag == .h1 || tag == .main || tag == .body ? 1 : 0)
    }
    var index = 0
    while index < tree.nodes.count {
      let end = Int(tree.nodes[index].end)
      let sign = signs.signs[index]
      let holdsStory = stories[end] > stories[index]
      let weight = weights.weight(index, in: tree)
      // Furniture that holds the headline, or nearly everything there is, is the page itself.
      let holdsLandmark = landmarks[end] > landmarks[index + 1]
      let drop =
        switch sign {
        case .none: false
        case .weak: !holdsStory && weight * 4 < weights.total
        case .strong:
          !holdsStory && (weight * 2 < weights.total || !holdsLandmark && weight * 10 < weights.total * 9)
        case .certain: !holdsStory && !holdsLandmark
        }
      if drop {
        skipped[index] = true
        index = end
      } else {
        index += 1
      }
    }
    return skipped
  }

  /// Without links that stand alone, headings of nothing, and the headline's double.
  private static func tidied(
    _ pieces: [PageBlocks.Piece], tree: HTMLTree, headlines: [String]
  ) -> [Block] {
    var story: [Block] = []
    var length = 0
    for piece in pieces {
      let block = piece.block
      if block.kind == .caption { continue }
      if piece.linked * 2 > piece.size { continue }
      if headlines.contains(block.text) { continue }
      // The credit of a picture.
      if piece.size < 200, block.text.contains("©") { continue }
      if block.kind == .heading, isTopHeading(piece.node, in: tree) {
        // What stands before the headline is not the story.
        if length < 300 {
          story.removeAll()
          length = 0
        }
        continue
      }
      length += piece.size
      story.append(block)
    }
    // A heading is of what follows it.
    while story.last?.kind == .heading { story.removeLast() }
    var kept: [Block] = []
    for block in story {
      if block.kind == .heading, kept.last?.kind == .heading, kept.count > 1 { kept.removeLast() }
      kept.append(block)
    }
    return kept
  }

  private static func isTopHeading(_ node: Int, in tree: HTMLTree) -> Bool {
    var index = Int(tree.nodes[node].parent)
    while index != 0 {
      if tree.nodes[index].tag == .h1 { return true }
      if tree.nodes[index].tag.isBlock { return false }
      index = Int(tree.nodes[index].parent)
    }
    return false
  }
}
