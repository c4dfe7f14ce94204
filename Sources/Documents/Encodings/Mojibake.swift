/// Undoes text that was decoded in the wrong encoding before it came here: `РџСЂРёРІРµС‚`, `GrÃ¼n`, `Ïðèâåò`.
///
/// Only where it is certain: what is put in its place must have led to exactly what is there when read in the wrong
/// encoding (up to characters that such a reading loses), and must be far likelier by the statistics of letters.
/// Bytes and text of other languages are left alone.
package struct Mojibake: Sendable {
  /// Text that was mended.
  package struct Repair: Sendable, Equatable {
    /// A place in the new text and the place in the old that it comes from, both in bytes.
    package struct Piece: Sendable, Equatable {
      package let outputStart: Int
      package let inputStart: Int

      package init(outputStart: Int, inputStart: Int) {
        self.outputStart = outputStart
        self.inputStart = inputStart
      }
    }

    /// The whole text as it should be, valid UTF-8.
    package let utf8: [UInt8]
    /// Where output and input correspond, ascending in both.
    ///
    /// One for each mended character, and one where a mended stretch ends. Between two of them, text of equal length is
    /// unchanged.
    package let pieces: [Piece]
    /// What had happened, as in "UTF-8 read as windows-1251".
    package let what: String
  }

  /// The largest text that is looked at, in bytes.
  private static let maximumSize = 1 << 20

  /// Knows what the encodings know; costs nothing.
  package init() {}

  /// The text as it was meant, or nil if there is nothing to mend for certain.
  ///
  /// Linear, about a microsecond a character; ask `maybe` first.
  /// - Parameter utf8: valid UTF-8, best a paragraph; more than a mebibyte is left alone.
  package func repaired(_ utf8: UnsafeBufferPointer<UInt8>) -> Repair? {
    guard utf8.count <= Self.maximumSize else { return nil }
    let text = ScalarText(utf8)
    guard text.scalars.contains(where: { $0 >= 0x80 }) else { return nil }
    var best: (gain: Int, finding: MojibakeFinding)?
    for finding in Misreading.findings(in: text) + Misencoding.findings(in: text)
    where finding.gain > best?.gain ?? 0 {
      best = (finding.gain, finding)
    }
    guard let finding = best?.finding else { return nil }
    return repair(utf8, text, by: finding)
  }

  private func repair(
    _ utf8: UnsafeBufferPointer<UInt8>, _ text: ScalarText, by finding: MojibakeFinding
  ) -> Repair {
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count)
    var pieces: [Repair.Piece] = []
    var copied = 0
    for run in finding.runs {
      let start = text.offsets[run.range.lowerBound]
      out.append(contentsOf: utf8[copied..<start])
      for (scalar, origin) in zip(run.scalars, run.origins) {
        pieces.append(Repair.Piece(outputStart: out.count, inputStart: text.offsets[origin]))
        WideUnits.append(scalar, to: &out)
      }
      copied = text.offsets[run.range.upperBound]
      pieces.append(Repair.Piece(outputStart: out.count, inputStart: copied))
    }
    out.append(contentsOf: utf8[copied...])
    return Repair(utf8: out, pieces: pieces, what: finding.what)
  }
}

/// What one explanation of broken text would mend.
struct MojibakeFinding {
  /// A stretch of the text and what should stand in its place.
  struct Run {
    /// Of scalars of the old text.
    var range: Range<Int>
    var scalars: [UInt32]
    /// For each of the new scalars the old one it begins with.
    var origins: [Int]
  }

  let what: String
  /// How much likelier the text becomes, in the eighths of `LetterModel`.
  let gain: Int
  let runs: [Run]
}

/// Text as scalars, with their places in its UTF-8 and what they are to the statistics of letters.
struct ScalarText {
  private(set) var scalars: [UInt32] = []
  /// In bytes; one more than there are scalars.
  private(set) var offsets: [Int] = []

  /// - Parameter utf8: valid UTF-8; what is not is one replacement character a byte.
  init(_ utf8: UnsafeBufferPointer<UInt8>) {
    scalars.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      var length = 1
      var scalar = UInt32(utf8[index])
      if scalar >= 0x80 {
        scalar = 0xFFFD
        if case .wellFormed(let found) = UTF8Repair.sequence(in: utf8, at: index) {
          length = found
          scalar = UInt32(utf8[index]) & (0x7F >> UInt32(length))
          for offset in 1..<length { scalar = scalar << 6 | UInt32(utf8[index + offset] & 0x3F) }
        }
      }
      scalars.append(scalar)
      offsets.append(index)
      index += length
    }
    offsets.append(utf8.count)
  }
}
