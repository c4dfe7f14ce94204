import DatelineDocuments
import DatelineTestSupport
import DatelineText
import Testing

/// Texts in other alphabets: what is read, and the way back to what was written.
@Suite struct AlphabetReadingTests {
  private func normalised(_ text: String, language: String? = nil) throws -> NormalisedText {
    let blocks = text.split(separator: "\n").map { Block(.paragraph, String($0)) }
    return try RealDictionaries.normaliser.get().normalise(blocks, language: language)
  }

  private static let latin =
    "Qazaqstan Respublikasynyñ Ükımetı men Germania universitetı jaña kelısımge qol qoidy. Qūjatqa ministr "
    + "Baurjan Keñesbaev 2023 jylğy 14 mausymda qol qoidy."
  private static let arabic =
    "قازاقستان ۇكىمەتى مەن قىتاي ۋنيۆەرسيتەتى ٢٠٢٣ جىلى جاڭا كەلىسىمگە قول قويدى. بۇل كەلىسىم نەگە ماڭىزدى؟ "
    + "ەربول ساعاتۇلى ونى ٴۇش جىل بويى، قازىرگە دەيىن زەرتتەدى."

  @Test(arguments: [latin, arabic]) func everyTokenLeadsBackToWhatWasWritten(text: String) throws {
    let found = try normalised(text)
    let written = try #require(found.written)
    #expect(written.string == text)
    #expect(found.language.code == "kk")
    var last = 0
    for token in found.tokens {
      let range = written.range(of: token.range)
      #expect(range.lower >= last && range.lower < range.upper)
      last = range.upper
      let word = written.string(of: token.range)
      #expect(!word.contains(" ") && text.contains(word))
      #expect(written.reading(of: range) == token.range, "\(word)")
    }
  }

  @Test(arguments: [latin, arabic]) func everyLetterLeadsForward(text: String) throws {
    let found = try normalised(text)
    let written = try #require(found.written)
    var last = TextRange(0, 0)
    for offset in found.bytes.indices where found.bytes[offset] & 0xC0 != 0x80 {
      let next = found.bytes[(offset + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? found.bytes.count
      let range = written.range(of: TextRange(offset, next))
      #expect(range.lower >= last.lower && range.upper >= last.upper && range.count > 0)
      #expect(String(validating: written.bytes[range.lower..<range.upper], as: UTF8.self) != nil)
      last = range
    }
  }

  @Test func namesGetTheirCapitals() throws {
    let found = try normalised(Self.arabic)
    #expect(
      found.string.hasPrefix(
        "Қазақстан үкіметі мен қытай университеті 2023 жылы жаңа келісімге қол қойды. Бұл"))
    #expect(found.string.contains("маңызды? Ербол Сағатұлы оны үш жыл бойы, қазірге дейін"))
    #expect(found.sentences.count == 3)
  }

  @Test func theScriptAndTheAlphabetAreTold() throws {
    let latin = try normalised(Self.latin)
    #expect(latin.language.script == "Latn" && latin.written?.alphabet == "latin-2021")
    let arabic = try normalised(Self.arabic)
    #expect(arabic.language.script == "Arab" && arabic.written?.alphabet == "arabic-tote")
  }

  @Test func theRestOfAMixedDocumentStays() throws {
    let german =
      "Der Bundespräsident unterzeichnete gestern in Berlin ein neues Abkommen mit der Regierung von Chile."
    let cyrillic =
      "Қазақстан Үкіметі мен Германия университеті жаңа келісімге қол қойды, деп хабарлайды агенттік."
    let found = try normalised([german, Self.latin, cyrillic].joined(separator: "\n"))
    #expect(found.paragraphs.map(\.language.code) == ["de", "kk", "kk"])
    #expect(found.paragraphs.map(\.language.script) == ["Latn", "Latn", "Cyrl"])
    #expect(found.string(in: found.paragraphs[0].range) == german)
    #expect(found.string(in: found.paragraphs[2].range) == cyrillic)
    #expect(found.writtenString(in: found.paragraphs[1].range) == Self.latin)
    #expect(found.string(in: found.paragraphs[1].range).hasPrefix("Қазақстан Республикасының Үкіметі мен"))
  }

  @Test(arguments: [
    "Мемлекет басшысы кеше Астанада жаңа келісімге қол қойды.",
    "The minister signed the agreement yesterday.",
    "Der Minister unterzeichnete gestern das Abkommen in Berlin.", "", "2023", "Huawei, Microsoft, IBM",
  ]) func otherTextStaysAsItIs(text: String) throws {
    let found = try normalised(text)
    #expect(found.written == nil)
    #expect(found.string == text)
  }

  @Test func aHeadlineIsReadByTheAlphabetOfItsText() throws {
    let normaliser = try RealDictionaries.normaliser.get()
    let body = try normalised(Self.latin)
    let title = normaliser.normalise(
      line: "Jaña kelısım", language: body.language, alphabet: body.written?.alphabet)
    #expect(title.string == "Жаңа келісім" && title.writtenString == "Jaña kelısım")
    let plain = normaliser.normalise(line: "Microsoft", language: try normalised("Қазақстан үшін").language)
    #expect(plain.string == "Microsoft")
  }

  @Test func aLanguageThatIsNamedNeedsNoRecogniser() throws {
    let found = try normalised("Ükımet otyrysy", language: "kk")
    #expect(found.string == "Үкімет отырысы")
    #expect(try normalised("Ükımet otyrysy", language: "de").written == nil)
  }

  @Test func addressesAndRomanNumeralsAreCopied() throws {
    let text = Self.latin + " XXI ğasyrda zakon.kz saity men press@example.org mekenjaiy belgılı boldy."
    #expect(
      try normalised(text).string.contains("XXI ғасырда zakon.kz сайты мен press@example.org мекенжайы"))
  }

  @Test(arguments: ["'", "ٴ", "\u{301}", "a'", "ٴا", "ii", "qazaq", "kazaksha ", "كە", "a\u{301}"])
  func hostileTextCostsLinearTime(piece: String) throws {
    let normaliser = try RealDictionaries.normaliser.get()
    func seconds(_ count: Int) -> Double {
      let text = String(repeating: piece, count: count)
      let clock = ContinuousClock()
      let time = clock.measure { _ = normaliser.normalise([Block(.paragraph, text)], language: "kk") }
      return Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
    }
    let short = seconds(10_000)
    let long = seconds(40_000)
    #expect(long < max(short, 0.02) * 12, "\(short) s, \(long) s")
  }
}
