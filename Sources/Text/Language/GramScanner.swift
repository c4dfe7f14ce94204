/// Takes what a `GramScanner` finds.
protocol GramReceiver {
  /// A sequence of letters or a word of the script that is being read (`LetterSymbols.Kind`).
  mutating func gram(_ key: UInt64, script: UInt16)
  /// The end of a word of `letters` letters; scripts without n-grams have words of one letter.
  mutating func word(letters: Int, script: UInt16)
  /// An apostrophe behind a letter.
  mutating func apostrophe()
}

/// Reads text as the n-grams by which languages are told.
///
/// They are telling letters, two to five letters in a row inside a word, its edges being letters too, and the
/// word as a whole. Case, digits and signs are gone.
///
/// Words change where the script does; letters of ASCII inside a Cyrillic word are read as the Cyrillic
/// letters they look like. Any bytes will do.
enum GramScanner {
  /// Letters of a word behind this one are not looked at.
  static let longestWord = 40
  /// A word has at most so many n-grams: five behind each letter and behind the word, and the word itself.
  static let mostGrams = (longestWord + 1) * 5 + 1

  /// Reads `bytes[start..<end]`.
  ///
  /// - Complexity: linear; nothing is allocated.
  @inline(__always)
  static func read<Receiver: GramReceiver>(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into receiver: inout Receiver
  ) {
    // Unsafe: a pointer to the table saves its lazy start and the check of bounds a letter.
    LetterSymbols.table.withUnsafeBufferPointer { table in
      LetterSymbols.twins.withUnsafeBufferPointer { twins in
        var scan = Scan()
        var at = max(0, start)
        let end = min(end, bytes.count)
        while at < end {
          let byte = bytes[at]
          let entry: UInt16
          if byte < 0x80 {
            entry = table[Int(byte)]
            at += 1
            if scan.script == LetterSymbols.Kind.cyrillic, entry >> 8 == LetterSymbols.Kind.latin,
              twins[Int(byte)] != 0
            {
              scan.add(twins[Int(byte)], &receiver)
              continue
            }
          } else if byte < 0xE0, byte >= 0xC2, at + 1 < bytes.count {
            entry = table[Int(byte & 0x1F) << 6 | Int(bytes[at + 1] & 0x3F)]
            at += 2
          } else {
            let (value, length) = Scalars.decode(bytes, at: at)
            entry = value == 0xFFFD ? 0 : LetterSymbols.entry(value)
            at += length
          }
          scan.take(entry, &receiver)
        }
        scan.end(&receiver)
      }
    }
  }

  /// The word that is being read.
  private struct Scan {
    var script = LetterSymbols.Kind.none
    /// The last eight symbols, the latest in the lowest byte.
    var history: UInt64 = 0
    var letters = 0
    var hash: UInt64 = 0
    var apostrophe = false

    @inline(__always)
    mutating func take(_ entry: UInt16, _ receiver: inout some GramReceiver) {
      let kind = entry >> 8
      if kind == script, kind != LetterSymbols.Kind.none {
        if apostrophe { addApostrophe(&receiver) }
        add(UInt8(truncatingIfNeeded: entry), &receiver)
        return
      }
      switch kind {
      case LetterSymbols.Kind.silent: return
      case LetterSymbols.Kind.apostrophe where script != LetterSymbols.Kind.none && !apostrophe:
        // It belongs to the word if a letter follows.
        apostrophe = true
        receiver.apostrophe()
      case LetterSymbols.Kind.latin, LetterSymbols.Kind.cyrillic:
        end(&receiver)
        script = kind
        history = UInt64(LetterSymbols.edge)
        add(UInt8(truncatingIfNeeded: entry), &receiver)
      case LetterSymbols.Kind.arabic, LetterSymbols.Kind.other:
        end(&receiver)
        receiver.word(letters: 1, script: kind)
      default: end(&receiver)
      }
    }

    @inline(__always)
    mutating func add(_ symbol: UInt8, _ receiver: inout some GramReceiver) {
      letters += 1
      guard letters <= longestWord else { return }
      hash = (hash ^ UInt64(symbol)) &* 0x0000_0100_0000_01B3
      push(symbol, &receiver)
    }

    private mutating func addApostrophe(_ receiver: inout some GramReceiver) {
      apostrophe = false
      add(LetterSymbols.apostrophe, &receiver)
    }

    @inline(__always)
    private mutating func push(_ symbol: UInt8, _ receiver: inout some GramReceiver) {
      history = history << 8 | UInt64(symbol)
      // A letter by itself tells much, unless all languages of the script have it.
      if symbol >= LetterSymbols.firstTelling(script) { receiver.gram(UInt64(symbol), script: script) }
      receiver.gram(history & 0xFFFF, script: script)
      // A shorter history holds fewer symbols than the mask: the n-gram would be counted twice.
      if history > 0xFFFF { receiver.gram(history & 0xFF_FFFF, script: script) }
      if history > 0xFF_FFFF { receiver.gram(history & 0xFFFF_FFFF, script: script) }
      if history > 0xFFFF_FFFF { receiver.gram(history & 0xFF_FFFF_FFFF, script: script) }
    }

    @inline(__always)
    mutating func end(_ receiver: inout some GramReceiver) {
      guard script != LetterSymbols.Kind.none else { return }
      if letters <= longestWord { push(LetterSymbols.edge, &receiver) }
      // No n-gram has a symbol in its highest byte.
      receiver.gram(hash | 0xFF << 56, script: script)
      receiver.word(letters: letters, script: script)
      script = LetterSymbols.Kind.none
      letters = 0
      hash = 0
      apostrophe = false
    }
  }
}
