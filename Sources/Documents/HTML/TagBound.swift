/// Keeps tags of HTML within bounds.
///
/// libxml2 compares each attribute of a tag with all others; a tag of a million attributes, which nobody writes, would
/// hold it for hours.
enum TagBound {
  /// How many words a tag may hold.
  private static let maximumWords = 2000

  /// The bytes, with spaces for what a tag has too much.
  static func bounded(_ bytes: [UInt8]) -> [UInt8] {
    var excess: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        guard bytes[index] == ASCII.lessThan, index + 1 < bytes.count, ASCII.isLetter(bytes[index + 1]) else {
          index += 1
          continue
        }
        index += 1
        var words = 0
        var wasSpace = false
        var start: Int?
        while index < bytes.count, bytes[index] != ASCII.greaterThan, bytes[index] != ASCII.lessThan {
          // Quotes and equals signs part attributes as spaces do.
          let parts = ASCII.isSpace(bytes[index]) || bytes[index] == ASCII.quote || bytes[index] == 0x27
          if wasSpace, !parts { words += 1 }
          wasSpace = parts
          if words > maximumWords, start == nil { start = index }
          index += 1
        }
        if let start { excess.append(start..<index) }
      }
    }
    guard !excess.isEmpty else { return bytes }
    var bounded = bytes
    for range in excess { for index in range { bounded[index] = ASCII.space } }
    return bounded
  }
}
