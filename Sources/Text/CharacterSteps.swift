/// The steps of normalisation that look at single characters, in one pass: line ends, soft hyphens,
/// controls, invisible characters, spaces, and of composition letters with one mark, which are nearly all.
///
/// With all steps, what comes out holds no line break but `\n`, no blank but the plain space, never two
/// spaces in a row, none at the edge of a line, and never more than one empty line.
struct CharacterSteps {
  private enum Step {
    case keep, drop, softHyphen, space, lineBreak
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let steps: Steps
  private var out = MappedText()
  private var softHyphen = false
  /// Whether the text holds letters that run from right to left; found out when it matters.
  private var runsRightToLeft: Bool?
  /// What the result holds that the text did not hold.
  private var made: CleanScan.Findings = []
  /// Whether what comes next did not stand behind the last character before.
  private var isJoint = false

  /// The steps of this pass that are wanted: asked for every odd character.
  private struct Steps {
    let lineEnds: Bool
    let softHyphens: Bool
    let controls: Bool
    let invisibles: Bool
    let spaces: Bool
    let composition: Bool

    init(_ steps: Set<NormalisationStep>) {
      lineEnds = steps.contains(.lineEnds)
      softHyphens = steps.contains(.softHyphens)
      controls = steps.contains(.controls)
      invisibles = steps.contains(.invisibles)
      spaces = steps.contains(.spaces)
      composition = steps.contains(.composition)
    }
  }

  /// The text after these steps, in linear time.
  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - steps: what is wanted.
  static func cleaned(
    _ bytes: UnsafeBufferPointer<UInt8>, steps: Set<NormalisationStep>
  ) -> MappedText {
    var findings = CleanScan.findings(in: bytes)
    return cleaned(bytes, steps: steps, findings: &findings)
  }

  /// The same for a text that was looked at.
  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - steps: what is wanted.
  ///   - findings: what the text holds; becomes what the result may hold, so that it need not be looked at again.
  static func cleaned(
    _ bytes: UnsafeBufferPointer<UInt8>, steps: Set<NormalisationStep>, findings: inout CleanScan.Findings
  ) -> MappedText {
    var pass = CharacterSteps(bytes: bytes, steps: steps)
    if !findings.contains(.otherScripts) { pass.runsRightToLeft = false }
    plainBytes.withUnsafeBufferPointer { pass.run($0) }
    let wanted = pass.steps
    if wanted.spaces, wanted.invisibles, wanted.composition, !findings.contains(.rareComposition) {
      findings.remove(.composition)
    }
    findings = findings.subtracting([.blanks, .marks]).union(pass.made)
    return pass.out
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, steps: Set<NormalisationStep>) {
    self.bytes = bytes
    self.steps = Steps(steps)
    out.reserve(bytes.count)
  }

  /// Bytes of which none can begin a character that a step of this pass looks at: ASCII, and letters of Latin
  /// with accents, Greek and Cyrillic alphabets.
  private static let plainBytes: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x21..<0x7F, 0x80..<0xC2, 0xC3..<0xCC, 0xCE..<0xD8: true
    default: false
    }
  }

  private mutating func run(_ isPlain: UnsafeBufferPointer<Bool>) {
    let count = bytes.count
    var at = 0
    // What is kept is copied in stretches.
    var kept = 0
    while true {
      let start = at
      at = plainEnd(from: at, kept: kept, isPlain)
      if at > start { softHyphen = false }
      guard at < count else { break }
      let (value, length) = Scalars.decode(bytes, at: at)
      if value &- 0x300 < 0x40, steps.composition, let composed = composite(value, at, kept) {
        let base = at - composed.baseLength
        copy(from: kept, to: base)
        noteJoint(before: base)
        at += length
        out.replace(base, at, withScalar: composed.letter)
        if OldFonts.isForeign(composed.letter) { made.insert(.foreignCyrillic) }
        isJoint = true
        kept = at
        softHyphen = false
        continue
      }
      let step = step(for: value, at: at, length: length)
      if step == .keep {
        if value &- 0x300 < 0x40 { made.insert(.composition) }
        softHyphen = false
        at += length
        continue
      }
      copy(from: kept, to: at)
      apply(step, value, at, &at, length)
      kept = at
    }
    copy(from: kept, to: count)
    if steps.spaces { trimEnd() }
  }

  /// The first character from `start` on that is neither plain nor the first of the spaces behind a kept one.
  @inline(__always)
  private func plainEnd(from start: Int, kept: Int, _ isPlain: UnsafeBufferPointer<Bool>) -> Int {
    let count = bytes.count
    var at = start
    if at == kept {
      guard at < count, isPlain[Int(bytes[at])] else { return at }
      at += 1
    }
    // A measured hot loop; each lane is compared with the byte before it.
    let raw = UnsafeRawBufferPointer(bytes)
    while at + 16 <= count {
      let lanes = raw.loadUnaligned(fromByteOffset: at, as: ByteLanes.Lanes.self)
      let before = raw.loadUnaligned(fromByteOffset: at - 1, as: ByteLanes.Lanes.self)
      let isDouble = (lanes .== ByteLanes.all(0x20)) .& (before .== ByteLanes.all(0x20))
      let isControl = (lanes .< ByteLanes.all(0x20)) .| (lanes .== ByteLanes.all(0x7F))
      let isLead =
        (lanes .== ByteLanes.all(0xC2)) .| ((lanes & ByteLanes.all(0xFE)) .== ByteLanes.all(0xCC))
        .| (lanes .>= ByteLanes.all(0xD8))
      let found = ByteLanes.words(isDouble .| isControl .| isLead)
      if found.0 != 0 { return at + found.0.trailingZeroBitCount / 8 }
      if found.1 != 0 { return at + 8 + found.1.trailingZeroBitCount / 8 }
      at += 16
    }
    while at < count, isPlain[Int(bytes[at])] || bytes[at] == 0x20 && bytes[at - 1] != 0x20 { at += 1 }
    return at
  }

  /// The letter that a mark makes with the letter before it, where nothing else around them has a say;
  /// `Composition` does the rest.
  private func composite(
    _ mark: UInt32, _ at: Int, _ kept: Int
  ) -> (letter: UInt32, baseLength: Int)? {
    guard at > kept, let letter = LetterComposition.letter(Scalars.decode(bytes, before: at).value, mark)
    else { return nil }
    // Another mark, now or once what stands between is gone, may change the order of marks.
    let next = at + 2 < bytes.count ? bytes[at + 2] : 0x20
    switch next {
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0xC3..<0xCC, 0xCE..<0xD2, 0xD3: break
    // U+0483 to U+0487 are marks.
    case 0xD2 where at + 3 < bytes.count && bytes[at + 3] > 0x87: break
    // No-break spaces and quotation marks; dashes and others. The soft hyphen is dropped.
    case 0xC2 where at + 3 < bytes.count && bytes[at + 3] >= 0xA0 && bytes[at + 3] != 0xAD: break
    case 0xE2 where at + 4 < bytes.count && bytes[at + 3] == 0x80 && bytes[at + 4] &- 0x90 < 0x18: break
    default: return nil
    }
    return (letter, bytes[at - 1] >= 0x80 ? 2 : 1)
  }

  /// Adds what was kept, behind the blank that waits.
  private mutating func copy(from lower: Int, to upper: Int) {
    guard lower < upper else { return }
    noteJoint(before: lower)
    out.copy(bytes, lower, min(upper, bytes.count))
  }

  /// Notes letters of two alphabets that stand side by side only now.
  private mutating func noteJoint(before index: Int) {
    guard isJoint else { return }
    isJoint = false
    let count = out.bytes.count
    guard count > 0, index < bytes.count else { return }
    let last = out.bytes[count - 1]
    let before = Self.alphabet(last < 0x80 || count < 2 ? last : out.bytes[count - 2])
    let after = Self.alphabet(bytes[index])
    if before != after, before != 0, after != 0 { made.insert(.mixture) }
  }

  /// The alphabet of a letter that begins with a byte: 0 for none, 1 for the Cyrillic one, 2 for others.
  private static func alphabet(_ byte: UInt8) -> Int {
    if byte & 0xFC == 0xD0 { return 1 }
    return byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? 2 : 0
  }

  private mutating func apply(_ step: Step, _ value: UInt32, _ start: Int, _ at: inout Int, _ length: Int) {
    at = start + length
    switch step {
    case .keep: break
    case .drop: isJoint = true
    case .softHyphen:
      softHyphen = true
      isJoint = true
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
      if steps.spaces, out.bytes.last == 0x20 { out.removeLast() }
      // A word divided by a soft hyphen goes on in the next line.
      if divided {
        isJoint = true
        break
      }
      if steps.spaces {
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
    case 0x0A: return steps.spaces || softHyphen ? .lineBreak : .keep
    case 0x0B...0x0D, 0x85, 0x2028, 0x2029: return steps.lineEnds ? .lineBreak : .keep
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      return steps.spaces ? .space : .keep
    case 0xAD: return steps.softHyphens ? .softHyphen : .keep
    case 0x00...0x1F, 0x7F...0x9F: return steps.controls ? .drop : .keep
    case 0x200C, 0x200D:
      return steps.invisibles && !joins(at, length) ? .drop : .keep
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C:
      return steps.invisibles && !hasRightToLeft() ? .drop : .keep
    case 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0x180E, 0xFEFF, 0xFFF9...0xFFFB:
      return steps.invisibles ? .drop : .keep
    case 0xE0000...0xE007F:
      return steps.invisibles && !followsFlag(at) ? .drop : .keep
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
