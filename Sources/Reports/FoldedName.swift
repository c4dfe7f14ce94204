import DatelineText

/// A name as people compare it: without case, quotation marks, accents and differences of spacing.
///
/// Two forms that are equal may still be two names; the linking key of a record decides who is who.
struct FoldedName: Hashable {
  let text: String

  init(_ name: some StringProtocol) {
    var folded = String.UnicodeScalarView()
    var spaceIsDue = false
    for scalar in name.unicodeScalars {
      switch scalar.value < Self.table.count ? Self.table[Int(scalar.value)] : Self.fold(scalar) {
      case .space: spaceIsDue = true
      case .nothing: continue
      case .letter(let letter):
        if spaceIsDue, !folded.isEmpty { folded.append(" ") }
        spaceIsDue = false
        folded.append(letter)
      case .letters(let letters):
        if spaceIsDue, !folded.isEmpty { folded.append(" ") }
        spaceIsDue = false
        folded.append(contentsOf: letters.unicodeScalars)
      }
    }
    text = String(folded)
  }

  /// What becomes of a code point.
  private enum Folded {
    case space
    case nothing
    case letter(Unicode.Scalar)
    case letters(String)
  }

  /// Latin and Cyrillic, worked out once: asking Unicode about each letter of each name took half the time of a timeline.
  private static let table: [Folded] = (0..<0x530).map { Unicode.Scalar($0).map(fold) ?? .space }

  private static func fold(_ scalar: Unicode.Scalar) -> Folded {
    let properties = scalar.properties
    // Combining accents go without a trace; quotation marks, dashes and spaces separate.
    if properties.generalCategory == .nonspacingMark { return .nothing }
    guard properties.isAlphabetic || properties.numericType != nil else { return .space }
    var letters = ""
    for lower in properties.lowercaseMapping.unicodeScalars
    where lower.properties.generalCategory != .nonspacingMark {
      letters += PlainLetters.table[lower] ?? String(lower)
    }
    guard let first = letters.unicodeScalars.first, letters.unicodeScalars.count == 1 else {
      return .letters(letters)
    }
    return .letter(first)
  }

  var isEmpty: Bool { text.isEmpty }
  /// Whether the other name is part of this one.
  func contains(_ other: FoldedName) -> Bool { text.contains(other.text) }
}
