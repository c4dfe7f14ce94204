/// Which encoding bytes are in, and by which sign.
struct EncodingDetection: Sendable {
  /// The encoding to read with.
  var encoding: CharacterEncoding
  /// Length of the byte-order mark, to be skipped.
  var markLength = 0
  /// What contradicted what.
  var irregularity: Irregularity?

  /// Decides by the content: byte-order mark, pattern of UTF-16 and UTF-32, validity as UTF-8, statistics of letters.
  ///
  /// What is declared, inside the text or outside, decides only among encodings that fit about as well; where the content
  /// contradicts it, that is told. Costs one pass for UTF-8 and less than a millisecond for anything else.
  /// - Parameters:
  ///   - sample: the start of the source; a mebibyte says enough.
  ///   - isComplete: whether it is all of the source.
  ///   - header: what was declared outside the text, as in `Content-Type: text/html; charset=…`: the name alone.
  init(sample: ArraySlice<UInt8>, isComplete: Bool = true, header: String? = nil) {
    if let (marked, length) = Self.mark(of: sample) {
      self.init(encoding: marked, markLength: length)
      let rest = sample.dropFirst(length)
      let survey = rest.withUnsafeBufferPointer(UTF8Repair.survey)
      if marked == .utf8, survey.illFormed > survey.multibyte {
        encoding = Self.byLetters(rest, declared: [])
        irregularity = Irregularity(
          kind: "encoding", offset: 0,
          message: "marked as utf-8, but the bytes are \(encoding.name), which was used")
        return
      }
      check(EncodingDeclaration(in: rest, encoding: encoding))
      return
    }
    if let wide = WidePattern.encoding(of: sample) {
      self.init(encoding: wide)
      check(EncodingDeclaration(in: sample, encoding: wide))
      return
    }
    let inside = EncodingDeclaration(in: sample, encoding: .utf8)
    let outside = header.map { EncodingDeclaration(name: $0) }
    let declared = [inside, outside].compactMap { $0?.encoding }
    let survey = sample.withUnsafeBufferPointer(UTF8Repair.survey)
    let isPlain = survey.multibyte == 0 && survey.illFormed == 0
    if isPlain, survey.cut == 0 || !isComplete {
      // Nothing but ASCII so far: a declaration cannot be checked. It counts for what is still to come.
      let readsASCII = declared.first { !$0.isWide }
      let matters = !isComplete || readsASCII?.method == .converter
      self.init(encoding: matters ? readsASCII ?? .utf8 : .utf8)
      if let told = (inside ?? outside)?.encoding, !told.isWide { return }
    } else if !isPlain, survey.multibyte >= survey.illFormed {
      // Damaged places in text that is otherwise UTF-8 do not make it something else: in other encodings,
      // well-formed sequences are accidents.
      self.init(encoding: .utf8)
    } else {
      self.init(encoding: Self.byLetters(sample, declared: declared))
    }
    check(inside ?? outside)
  }

  private init(encoding: CharacterEncoding, markLength: Int = 0) {
    self.encoding = encoding
    self.markLength = markLength
  }

  /// Tells what a declaration says that the content contradicts.
  private mutating func check(_ declaration: EncodingDeclaration?) {
    guard let declaration, !declaration.agrees(with: encoding) else { return }
    let place = declaration.offset == nil ? " outside the text" : ""
    irregularity = Irregularity(
      kind: "encoding", offset: declaration.offset,
      message: declaration.encoding.map {
        "declared as \($0.name)\(place), but the bytes are \(encoding.name), which was used"
      } ?? "the declared encoding '\(declaration.name)'\(place) is not known; read as \(encoding.name)")
  }

  // MARK: Letters

  /// The encodings of one byte a character that are expected, and how much rarer than the first they are, in the
  /// eighths of `LetterModel`.
  private static let expected: [(encoding: CharacterEncoding, rarity: Int)] = [
    (.windows1252, 0), (.windows1251, 0), (.kz1048, 8), (.koi8r, 8), (.ibm866, 12), (.iso8859Part15, 8),
    (.koi8u, 16), (.ptcp154, 20), (.macRoman, 20), (.iso8859Part5, 20), (.macCyrillic, 16),
  ]
  /// How much likelier a declaration makes an encoding, in the same unit.
  private static let trust = 40
  /// The cost of a byte from which on a reading is no text of the four languages.
  private static let foreign = 44

  private static func byLetters(
    _ sample: ArraySlice<UInt8>, declared: [CharacterEncoding]
  ) -> CharacterEncoding {
    let statistics = LetterStatistics(sample)
    var candidates = expected
    for encoding in declared where !expected.contains(where: { $0.encoding == encoding }) {
      candidates.append((encoding, 8))
    }
    var best = CharacterEncoding.windows1252
    var least = Int.max
    for (encoding, rarity) in candidates {
      guard let table = encoding.table else { continue }
      let cost = statistics.cost(of: table) + rarity - (declared.contains(encoding) ? trust : 0)
      if cost < least { (best, least) = (encoding, cost) }
    }
    // Encodings of several bytes a character are believed where no other reading gives words.
    if let other = declared.first(where: { $0.method == .converter }), least > foreign * statistics.count {
      return other
    }
    return best
  }

  // MARK: Marks

  private static func mark(of bytes: ArraySlice<UInt8>) -> (CharacterEncoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    // FF FE 00 00 may also be UTF-16 that begins with a zero, which no text does.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }
}
