import Foundation

/// The scores of all labels of the tokens of one sentence, and what follows from them.
///
/// Memory is kept from sentence to sentence, and from text to text. Everything is linear in the tokens.
struct Lattice {
  /// Score of each label by token.
  var scores: [LabelRow] = []

  private let links: LabelLinks
  /// e to the power of the transitions; the rows by the earlier label.
  private let factors: LabelLinks
  private let factorRows: [LabelRow]
  private let endFactors: LabelRow
  private var back: [BackPointers] = []
  private var emissions: [LabelRow] = []
  private var forward: [LabelRow] = []
  private var backward: [LabelRow] = []
  private var scales: [Float] = []

  /// For each label the label in front of it, on the best way there.
  private struct BackPointers {
    var only: SIMD4<Int32>
    var begin: SIMD4<Int32>
    var inside: SIMD4<Int32>
    var last: SIMD4<Int32>

    subscript(label: Int) -> Int {
      let lane = label >> 2
      return switch label & 3 {
      case 0: Int(only[lane])
      case 1: Int(begin[lane])
      case 2: Int(inside[lane])
      default: Int(last[lane])
      }
    }
  }

  init(_ transitions: Transitions) {
    links = LabelLinks(transitions.weights)
    factorRows = transitions.weights.map { Self.exponential(LabelRow($0)) }
    factors = LabelLinks(factorRows.map(\.lanes))
    endFactors = Self.exponential(LabelRow(Transitions.end))
  }

  /// e to the power of each label; 0 where that would be next to nothing.
  ///
  /// - Parameter floor: the power from which on it is nothing.
  private static func exponential(_ row: LabelRow, floor: Float = -80) -> LabelRow {
    var result = LabelRow()
    result.only = exponential(row.only, floor)
    result.begin = exponential(row.begin, floor)
    result.inside = exponential(row.inside, floor)
    result.last = exponential(row.last, floor)
    result.setIdleLanes(0)
    return result
  }

  @inline(__always)
  private static func exponential(_ powers: SIMD4<Float>, _ floor: Float) -> SIMD4<Float> {
    var result = SIMD4<Float>()
    // Most labels are hopeless, four at a time.
    guard any(powers .> floor) else { return result }
    for lane in 0..<4 where powers[lane] > floor {
      result[lane] = powers[lane] == 0 ? 1 : Foundation.exp(min(powers[lane], 80))
    }
    return result
  }

  /// The score, or the sum, of each closed label, in the order of `LabelLinks.closed`.
  @inline(__always)
  private static func closed(_ row: LabelRow) -> SIMD8<Float> {
    SIMD8(
      row.only[0], row.last[0], row.only[1], row.last[1], row.only[2], row.last[2], row.only[3], -.infinity)
  }

  /// The best sequence of labels.
  mutating func best() -> [Int] {
    guard let first = scores.first else { return [] }
    back.removeAll(keepingCapacity: true)
    back.reserveCapacity(scores.count)
    let lowest = SIMD4<Float>(repeating: -.infinity)
    let kinds = SIMD4<Int32>(0, 1, 2, 0)
    var current = first + links.start
    for index in 1..<max(1, scores.count) {
      let before = Self.closed(current)
      var best = LabelRow()
      (best.only, best.begin) = (lowest, lowest)
      var (fromOnly, fromBegin) = (SIMD4<Int32>(), SIMD4<Int32>())
      for place in 0..<7 {
        let label = SIMD4(repeating: Int32(LabelLinks.closed[place]))
        let only = links.toOnly[place] + before[place]
        let isBetter = only .> best.only
        best.only.replace(with: only, where: isBetter)
        fromOnly.replace(with: label, where: isBetter)
        let begin = links.toBegin[place] + before[place]
        let beginsBetter = begin .> best.begin
        best.begin.replace(with: begin, where: beginsBetter)
        fromBegin.replace(with: label, where: beginsBetter)
      }
      let (begun, going) = (current.begin, current.inside)
      let (inside, last) = (begun + links.beginToInside, begun + links.beginToLast)
      let (further, done) = (going + links.insideToInside, going + links.insideToLast)
      let (goesOn, ends) = (further .> inside, done .> last)
      best.inside = inside.replacing(with: further, where: goesOn)
      best.last = last.replacing(with: done, where: ends)
      let (begins, insides) = (kinds &* 4 &+ 1, kinds &* 4 &+ 2)
      back.append(
        BackPointers(
          only: fromOnly, begin: fromBegin, inside: begins.replacing(with: insides, where: goesOn),
          last: begins.replacing(with: insides, where: ends)))
      current = best + scores[index]
    }
    current = current + LabelRow(Transitions.end)
    var label = Label.outside
    for candidate in 1..<Label.count where current[candidate] > current[label] { label = candidate }
    var labels = [Int](repeating: label, count: scores.count)
    for index in stride(from: scores.count - 2, through: 0, by: -1) {
      label = back[index][label]
      labels[index] = label
    }
    return labels
  }

  /// Sums over all sequences of labels.
  ///
  /// - Parameter allowed: 1 for the labels a token may have and 0 for others; nil for all.
  /// - Returns: the logarithm of the sum, or nil if no sequence is allowed.
  @discardableResult
  mutating func sum(allowed: [LabelRow]? = nil) -> Double? {
    let count = scores.count
    guard count > 0 else { return 0 }
    resize(to: count)
    var total = 0.0
    // Logarithms are dear: many scales share one.
    var product = 1.0
    var isPossible = true
    scores.withUnsafeBufferPointer { scores in
      emissions.withUnsafeMutableBufferPointer { emissions in
        forward.withUnsafeMutableBufferPointer { forward in
          scales.withUnsafeMutableBufferPointer { scales in
            // Pointers, because this runs for every token of a sentence with a name and rows are long.
            for index in 0..<count {
              var row = scores[index]
              row.setIdleLanes(-1000)
              let peak = row.max()
              // Beside the peak e⁻³⁰ is lost in the rounding, and most labels of most tokens are less likely than
              // that; a label that has to be taken may be.
              var emission = Self.exponential(
                row + LabelRow(repeating: -peak), floor: allowed == nil ? -30 : -80)
              if let allowed { emission = emission * allowed[index] }
              emissions[index] = emission
              let before = index == 0 ? factors.start : Self.sums(behind: forward[index - 1], factors)
              var alpha = before * emission
              if index == count - 1 { alpha = alpha * endFactors }
              let scale = alpha.sum()
              guard scale > 0, scale.isFinite else {
                isPossible = false
                return
              }
              forward[index] = alpha / scale
              scales[index] = scale
              total += Double(peak)
              product *= Double(scale)
              if product < 1e-150 || product > 1e150 {
                total += Foundation.log(product)
                product = 1
              }
            }
          }
        }
      }
    }
    guard isPossible else { return nil }
    total += Foundation.log(product)
    backward.withUnsafeMutableBufferPointer { backward in
      backward[count - 1] = endFactors
      for index in stride(from: count - 2, through: 0, by: -1) {
        backward[index] = Self.sums(
          before: emissions[index + 1] * backward[index + 1] / scales[index + 1], factors)
      }
    }
    return total
  }

  /// Gives back all room if there is more of it than for so many tokens.
  mutating func giveBackRoom(above most: Int) {
    guard scores.capacity > most || emissions.count > most else { return }
    (scores, back, emissions, forward, backward, scales) = ([], [], [], [], [], [])
  }

  /// Makes room for the rows of so many tokens.
  private mutating func resize(to count: Int) {
    guard emissions.count < count else { return }
    let more = count - emissions.count
    emissions += repeatElement(LabelRow(), count: more)
    forward += repeatElement(LabelRow(), count: more)
    backward += repeatElement(LabelRow(), count: more)
    scales += repeatElement(0, count: more)
  }

  /// For each label the sum over those that may stand in front of it.
  @inline(__always)
  private static func sums(behind row: LabelRow, _ factors: LabelLinks) -> LabelRow {
    let before = Self.closed(row)
    var sums = LabelRow()
    for place in 0..<7 {
      sums.only += factors.toOnly[place] * before[place]
      sums.begin += factors.toBegin[place] * before[place]
    }
    sums.inside = factors.beginToInside * row.begin + factors.insideToInside * row.inside
    sums.last = factors.beginToLast * row.begin + factors.insideToLast * row.inside
    return sums
  }

  /// For each label the sum over those that may stand behind it.
  @inline(__always)
  private static func sums(before row: LabelRow, _ factors: LabelLinks) -> LabelRow {
    let next = SIMD8(
      row.only[0], row.begin[0], row.only[1], row.begin[1], row.only[2], row.begin[2], row.only[3], 0)
    var sums = LabelRow()
    for place in 0..<7 {
      sums.only += factors.fromOnly[place] * next[place]
      sums.last += factors.fromLast[place] * next[place]
    }
    sums.begin = factors.beginToInside * row.inside + factors.beginToLast * row.last
    sums.inside = factors.insideToInside * row.inside + factors.insideToLast * row.last
    return sums
  }

  /// After `sum`: how likely each label of a token is.
  func marginal(_ index: Int) -> LabelRow {
    // The last row of `forward` knows the end already.
    index == scores.count - 1 ? forward[index] : forward[index] * backward[index]
  }

  /// After `sum`: adds how likely each pair of labels is, over all places, to rows by the earlier label.
  func addPairs(to rows: inout [SIMD16<Float>], times weight: Float) {
    rows[Transitions.start] += (marginal(0) * weight).lanes
    for index in 1..<max(1, scores.count) {
      let next = emissions[index] * backward[index] * (weight / scales[index])
      for previous in 0..<Label.count {
        rows[previous] += (factorRows[previous] * next * forward[index - 1][previous]).lanes
      }
    }
  }

  /// After `sum`: how likely a name stands exactly there.
  ///
  /// - Parameter sentence: the tokens of the sentence.
  func likelihood(of span: TaggedSpan, from sentence: Range<Int>) -> Double {
    let tokens = span.tokens
    guard !tokens.isEmpty, tokens.lowerBound >= sentence.lowerBound, tokens.upperBound <= sentence.upperBound
    else { return 0 }
    let start = tokens.lowerBound - sentence.lowerBound
    let end = start + tokens.count
    guard end <= scores.count else { return 0 }
    var previous = Label.of(span.kind, tokens.count == 1 ? .only : .begin)
    var value = forward[start][previous]
    for index in start + 1..<max(start + 1, end) {
      let label = Label.of(span.kind, index == end - 1 ? .last : .inside)
      value *= factorRows[previous][label] * emissions[index][label] / scales[index]
      previous = label
    }
    if end < scores.count { value *= backward[end - 1][previous] }
    if end == scores.count, tokens.count > 1 { value *= endFactors[previous] }
    return value.isFinite ? Double(min(max(value, 0), 1)) : 0
  }
}
