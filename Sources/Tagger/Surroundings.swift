/// What stands beside the occurrences of a word in the whole text.
struct Surroundings {
  private var occurrences = 0
  private var before: UInt64 = 0
  private var after: UInt64 = 0
  private var own: UInt64 = 0

  /// Adds an occurrence: what is known of the tokens beside it and of itself.
  mutating func add(_ before: UInt64, _ own: UInt64, _ after: UInt64) {
    occurrences += 1
    self.before |= before
    self.own |= own
    self.after |= after
  }

  /// The features they give to each occurrence; a single one has none.
  @inline(__always)
  func features(_ take: (UInt64) -> Void) {
    guard occurrences > 1 else { return }
    take(FeatureHash.mix(UInt64(min(occurrences, 4)), 70))
    HintFeatures.each(before, 71, take)
    HintFeatures.each(after, 72, take)
    HintFeatures.each(own, 73, take)
  }
}
