/// A number for each label, side by side by the place in the name: so every register of the machine holds labels
/// that are reached in the same way.
struct LabelRow: Sendable, Equatable {
  /// Outside of names first, then the only token of a name of each kind.
  var only = SIMD4<Float>()
  /// By kind; the last lane of these three means nothing.
  var begin = SIMD4<Float>()
  var inside = SIMD4<Float>()
  var last = SIMD4<Float>()

  init() {}

  /// The same number for all labels.
  init(repeating value: Float) {
    only = SIMD4(repeating: value)
    (begin, inside, last) = (only, only, only)
  }

  /// - Parameter lanes: by the numbers of the labels; the lanes behind the last one mean nothing.
  @inline(__always)
  init(_ lanes: SIMD16<Float>) {
    let (even, odd) = (lanes.evenHalf, lanes.oddHalf)
    (only, begin, inside, last) = (even.evenHalf, odd.evenHalf, even.oddHalf, odd.oddHalf)
  }

  /// By the numbers of the labels; the lanes behind the last one are 0.
  var lanes: SIMD16<Float> {
    var lanes = SIMD16<Float>()
    for label in 0..<Label.count { lanes[label] = self[label] }
    return lanes
  }

  /// The number of a label: its remainder by four says where in the name it stands, as `Label` counts them.
  @inline(__always)
  subscript(label: Int) -> Float {
    get {
      let lane = label >> 2
      return switch label & 3 {
      case 0: only[lane]
      case 1: begin[lane]
      case 2: inside[lane]
      default: last[lane]
      }
    }
    set {
      let lane = label >> 2
      switch label & 3 {
      case 0: only[lane] = newValue
      case 1: begin[lane] = newValue
      case 2: inside[lane] = newValue
      default: last[lane] = newValue
      }
    }
  }

  /// Sets the lanes that mean nothing.
  @inline(__always)
  mutating func setIdleLanes(_ value: Float) { (begin[3], inside[3], last[3]) = (value, value, value) }

  /// The sum of all labels, in the order of their numbers.
  @inline(__always)
  func sum() -> Float {
    var sum = only[0]
    for kind in 0..<3 {
      sum += begin[kind]
      sum += inside[kind]
      sum += last[kind]
      sum += only[kind + 1]
    }
    return sum
  }

  /// The greatest of all labels, once the lanes that mean nothing are set to less.
  @inline(__always)
  func max() -> Float {
    let (left, right) = (Self.greater(only, begin), Self.greater(inside, last))
    return Self.greater(left, right).max()
  }

  @inline(__always)
  private static func greater(_ left: SIMD4<Float>, _ right: SIMD4<Float>) -> SIMD4<Float> {
    left.replacing(with: right, where: right .> left)
  }

  @inline(__always)
  static func + (left: LabelRow, right: LabelRow) -> LabelRow { left.combined(right) { $0 + $1 } }
  @inline(__always)
  static func * (left: LabelRow, right: LabelRow) -> LabelRow { left.combined(right) { $0 * $1 } }
  @inline(__always)
  static func * (left: LabelRow, right: Float) -> LabelRow { left * LabelRow(repeating: right) }
  @inline(__always)
  static func / (left: LabelRow, right: Float) -> LabelRow {
    left.combined(LabelRow(repeating: right)) { $0 / $1 }
  }

  @inline(__always)
  private func combined(
    _ other: LabelRow, _ body: (SIMD4<Float>, SIMD4<Float>) -> SIMD4<Float>
  ) -> LabelRow {
    var row = LabelRow()
    row.only = body(only, other.only)
    row.begin = body(begin, other.begin)
    row.inside = body(inside, other.inside)
    row.last = body(last, other.last)
    return row
  }
}
