/// What leads from label to label, without what the labels forbid: seven may stand in front of a new name or of
/// none, and two, of the same kind, in front of the rest of a name.
struct LabelLinks: Sendable {
  /// The labels behind which a name may begin, and those that a sentence may begin with, by their numbers.
  static let closed = [0, 3, 4, 7, 8, 11, 12]
  static let opening = [0, 1, 4, 5, 8, 9, 12]

  /// From each closed label.
  private(set) var toOnly: [SIMD4<Float>]
  private(set) var toBegin: [SIMD4<Float>]
  /// To each opening label.
  private(set) var fromOnly: [SIMD4<Float>]
  private(set) var fromLast: [SIMD4<Float>]
  /// Within names, by kind.
  private(set) var beginToInside = SIMD4<Float>()
  private(set) var beginToLast = SIMD4<Float>()
  private(set) var insideToInside = SIMD4<Float>()
  private(set) var insideToLast = SIMD4<Float>()
  /// From the start of a sentence.
  let start: LabelRow

  /// - Parameter rows: by earlier label, the last one of the start.
  init(_ rows: [SIMD16<Float>]) {
    let rows = rows.map { LabelRow($0) }
    start = rows[Transitions.start]
    toOnly = Self.closed.map { rows[$0].only }
    toBegin = Self.closed.map { rows[$0].begin }
    fromOnly = Self.opening.map { next in SIMD4((0..<4).map { rows[4 * $0][next] }) }
    fromLast = Self.opening.map { next in SIMD4((0..<4).map { $0 < 3 ? rows[4 * $0 + 3][next] : 0 }) }
    for kind in 0..<3 {
      let (begin, inside) = (rows[4 * kind + 1], rows[4 * kind + 2])
      (beginToInside[kind], beginToLast[kind]) = (begin.inside[kind], begin.last[kind])
      (insideToInside[kind], insideToLast[kind]) = (inside.inside[kind], inside.last[kind])
    }
  }
}
