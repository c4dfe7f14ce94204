/// The labels of the tokens: outside, or beginning, inside, last or only token of a name of a kind.
///
/// Thirteen labels leave three bytes of a row of sixteen for a check of the feature.
enum Label {
  static let count = 13
  static let outside = 0

  /// Where in its name a token stands.
  enum Place: Int { case begin, inside, last, only }

  static func of(_ kind: TaggedKind, _ place: Place) -> Int { 1 + 4 * Int(kind.rawValue) + place.rawValue }

  /// Kind and place of a label; nil outside of names.
  static func meaning(_ label: Int) -> (kind: TaggedKind, place: Place)? {
    guard label > 0, label < count, let kind = TaggedKind(rawValue: UInt8((label - 1) / 4)),
      let place = Place(rawValue: (label - 1) % 4)
    else { return nil }
    return (kind, place)
  }

  /// Whether a label may follow another.
  static func mayFollow(_ previous: Int, _ next: Int) -> Bool {
    let before = meaning(previous)
    let after = meaning(next)
    if let before, before.place == .begin || before.place == .inside {
      guard let after, after.kind == before.kind else { return false }
      return after.place == .inside || after.place == .last
    }
    return mayStart(next)
  }

  /// Whether a sentence may start with a label.
  static func mayStart(_ label: Int) -> Bool {
    guard let meaning = meaning(label) else { return true }
    return meaning.place == .begin || meaning.place == .only
  }

  /// Whether a sentence may end with a label.
  static func mayEnd(_ label: Int) -> Bool {
    guard let meaning = meaning(label) else { return true }
    return meaning.place == .last || meaning.place == .only
  }
}
