/// The weights of one label behind another; a row for each earlier label and one for the start.
struct Transitions: Sendable, Equatable {
  /// The row of the start of a sentence.
  static let start = Label.count
  static let rows = Label.count + 1

  /// What no path survives.
  static let forbidden: Float = -1e9

  /// Row by earlier label, lane by later one.
  ///
  /// What the labels forbid is set so.
  var weights: [SIMD16<Float>]

  /// Nothing learned: only the rules of the labels.
  init() {
    weights = (0..<Self.rows).map { previous in
      var row = SIMD16<Float>(repeating: Self.forbidden)
      for next in 0..<Label.count
      where previous == Self.start ? Label.mayStart(next) : Label.mayFollow(previous, next) {
        row[next] = 0
      }
      return row
    }
  }

  /// 0 for labels that may end a sentence.
  static let end: SIMD16<Float> = {
    var row = SIMD16<Float>(repeating: forbidden)
    for label in 0..<Label.count where Label.mayEnd(label) { row[label] = 0 }
    return row
  }()

  /// Whether a label may follow, by lane.
  static func isAllowed(_ previous: Int, _ next: Int) -> Bool {
    guard next < Label.count else { return false }
    return previous == start ? Label.mayStart(next) : Label.mayFollow(previous, next)
  }
}
