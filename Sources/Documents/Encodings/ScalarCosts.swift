/// How likely a piece of text is, by the statistics of letters.
struct ScalarCosts {
  private let model = LetterModel.shared.costs
  private var sum = SIMD4<Int32>()
  private var cases: Int32 = 0
  private var caseCosts = LetterCaseCosts()
  private var previous: Int
  private var signInWord = false
  /// Whether capitals cost nothing.
  var ignoresCase = false

  /// Costs of text that follows a scalar.
  init(after scalar: UInt32 = 0x20) { previous = Int(LetterClass(scalar).index) }

  /// Adds the next character.
  mutating func add(_ scalar: UInt32) {
    let current = LetterClass(scalar)
    sum &+= SIMD4<Int32>(truncatingIfNeeded: model[previous * LetterClass.count + Int(current.index)])
    if !ignoresCase { cases &+= caseCosts.next(current.letterCase) }
    if signInWord, current.isLetter { cases &+= 40 }
    signInWord = current.endsWord && previous != 0 && previous <= Int(LetterClass.otherLatin)
    previous = Int(current.index)
  }

  /// The cost in the language in which the text is likeliest, in the eighths of `LetterModel`.
  var cost: Int { Int(sum.min() &+ cases) }

  /// The cost of a piece with the edges of words around it.
  static func cost(of scalars: some Sequence<UInt32>) -> Int {
    var costs = ScalarCosts()
    for scalar in scalars { costs.add(scalar) }
    costs.add(0x20)
    return costs.cost
  }

  /// The cost of one character after another in the likeliest language, case aside.
  static func pair(_ first: UInt32, _ second: UInt32) -> SIMD4<Int16> {
    LetterModel.shared.costs[
      Int(LetterClass(first).index) * LetterClass.count + Int(LetterClass(second).index)]
  }
}
