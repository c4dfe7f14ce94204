/// The steps of normalisation that look at single characters, in one pass: line ends, soft hyphens,
/// controls, invisible characters, spaces.
///
/// With all steps, what comes out holds no line break but `\n`, no blank but the plain space, never two
/// spaces in a row, none at the edge of a line, and never more than one empty line.
struct CharacterSteps {
  private enum Step {
    case keep, drop, joiner, direction, softHyphen, space, lineBreak
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let steps: Set<NormalisationStep>
  private var out = MappedText()
  private var softHyphen = false
  private var spaceAt: (lower: Int, upper: Int)?
  /// Whether the text holds letters that run from right to left; found out when it matters.
  private var runsRightToLeft: Bool?

  /// The text after these steps, in linear time.
  /// - Parameter bytes: valid UTF-8.
  static func cleaned(
    _ bytes: UnsafeBufferPointer<UInt8>, steps: Set<NormalisationStep>
  ) -> MappedText {
    var pass = CharacterSteps(bytes: bytes, steps: steps)
    pass.run()
    return pass.out
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, steps: Set<NormalisationStep>) {
    self.bytes = bytes
    self.steps = steps
    out.reserve(bytes.count)
  }

  private mutating func run() {
    var at = 0
    // What is kept is copied in stretches.
    var kept = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte > 0x20, byte < 0x7F || (byte >= 0xC3 && byte < 0xD8) {
        // ASCII, Latin letters with accents, Greek, Cyrillic: nothing to do for any step of this pass.
        softHyphen = false
        at += byte < 0x80 ? 1 : 2
        continue
      }
      // A single space between other characters.
      if byte == 0x20, at > kept, at + 1 < bytes.count, bytes[at + 1] > 0x20,
        bytes[at + 1] < 0x7F || bytes[at + 1] >= 0xC3, bytes[at + 1] < 0xD8
      {
        softHyphen = false
        at += 1
        continue
      }
      let (value, length) = Scalars.decode(bytes, at: at)
      let step = step(for: value, at: at, length: length)
      if step == .keep {
        softHyphen = false
        at += length
        continue
      }
      copy(from: kept, to: at)
      apply(step, value, at, &at, length)
      kept = at
    }
    copy(from: kept, to: bytes.count)
    if steps.contains(.spaces) { trimEnd() }
  }

  /// Adds what was kept, behind the blank that waits.
  private mutating func copy(from lower: Int, to upper: Int) {
    guard lower < upper else { return }
    out.copy(bytes, lower, min(upper, bytes.count))
  }

  private mutating func apply(_ step: Step, _ value: UInt32, _ start: Int, _ at: inout Int, _ length: Int) {
    at = start + length
    switch step {
    case .keep, .drop, .joiner, .direction: break
    case .softHyphen: softHyphen = true
    case .space:
      guard let last = out.bytes.last else { break }
      if last != 0x20, last != 0x0A {
        if length == 1, value == 0x20 {
          out.copy(bytes, start, at)
        } else {
          out.replace(start, at, with: 0x20)
        }
      }
    case .lineBreak:
      if value == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
      let divided = softHyphen
      softHyphen = false
      if steps.contains(.spaces), out.bytes.last == 0x20 { out.removeLast() }
      // A word divided by a soft hyphen goes on in the next line.
      if divided { break }
      if steps.contains(.spaces) {
        let count = out.bytes.count
        if count == 0 || (count > 1 && out.bytes[count - 1] == 0x0A && out.bytes[count - 2] == 0x0A) { break }
      }
      if at == start + 1, value == 0x0A {
        out.copy(bytes, start, at)
      } else {
        out.replace(start, at, with: 0x0A)
      }
    }
  }

  private mutating func trimEnd() {
    while out.bytes.last == 0x20 || out.bytes.last == 0x0A { out.removeLast() }
  }

  /// What is to be done with a character.
  private mutating func step(for value: UInt32, at: Int, length: Int) -> Step {
    switch value {
    case 0x0A: return steps.contains(.spaces) || softHyphen ? .lineBreak : .keep
    case 0x0B...0x0D, 0x85, 0x2028, 0x2029: return steps.contains(.lineEnds) ? .lineBreak : .keep
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      return steps.contains(.spaces) ? .space : .keep
    case 0xAD: return steps.contains(.softHyphens) ? .softHyphen : .keep
    case 0x00...0x1F, 0x7F...0x9F: return steps.contains(.controls) ? .drop : .keep
    case 0x200C, 0x200D:
      return steps.contains(.invisibles) && !joins(at, length) ? .drop : .keep
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C:
      return steps.contains(.invisibles) && !hasRightToLeft() ? .drop : .keep
    case 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0x180E, 0xFEFF, 0xFFF9...0xFFFB:
      return steps.contains(.invisibles) ? .drop : .keep
    case 0xE0000...0xE007F:
      return steps.contains(.invisibles) && !followsFlag(at) ? .drop : .keep
    default: return .keep
    }
  }

  /// Whether a joiner stands between two characters of which one may need it: an emoji, a letter of a
  /// script that joins its letters.
  private func joins(_ at: Int, _ length: Int) -> Bool {
    guard at > 0, at + length < bytes.count else { return false }
    func needs(_ value: UInt32) -> Bool {
      (0x600..<0x1000).contains(value) || value == 0xFE0F || value >= 0x1F000
        || (0x2600..<0x2800).contains(value)
    }
    return needs(Scalars.decode(bytes, before: at).value)
      && needs(Scalars.decode(bytes, at: at + length).value)
  }

  /// Whether a tag belongs to the flag of a region (black flag, tags, end tag).
  private func followsFlag(_ at: Int) -> Bool {
    var start = at
    // No flag has more than six tags.
    for _ in 0..<7 where start > 0 {
      let (value, length) = Scalars.decode(bytes, before: start)
      if value == 0x1F3F4 { return true }
      guard (0xE0020...0xE007F).contains(value) else { return false }
      start -= length
    }
    return false
  }

  private mutating func hasRightToLeft() -> Bool {
    if let known = runsRightToLeft { return known }
    var found = false
    for at in bytes.indices {
      let byte = bytes[at]
      // Hebrew, Arabic, Syriac, Thaana, N'Ko; their supplements; their presentation forms.
      if (0xD6...0xDF).contains(byte) || (byte == 0xE0 && at + 1 < bytes.count && bytes[at + 1] < 0xA4)
        || (byte == 0xEF && at + 1 < bytes.count && (0xAC...0xBB).contains(bytes[at + 1]))
      {
        let value = Scalars.decode(bytes, at: at).value
        if value != 0x61C, value != 0xFEFF, value >= 0x590 {
          found = true
          break
        }
      }
    }
    runsRightToLeft = found
    return found
  }
}
