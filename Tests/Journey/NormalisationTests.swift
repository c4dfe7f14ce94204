import Dateline
import DatelineText
import Foundation
import Testing

/// Normalising normalised text changes nothing, with all that the dictionaries know.
@Suite struct NormalisationTests {
  /// The blocks of every document of the Corpus, the damaged ones included.
  private static let documents: [(path: String, blocks: [Block])] = {
    var documents: [(String, [Block])] = []
    let inputs =
      Corpus.languages.map { Corpus.root + "/Corpus/\($0)/*/source.*" } + [Corpus.root + "/Corpus/damaged"]
    DocumentReader().read(inputs) { outcome in
      if case .document(let document) = outcome { documents.append((document.source.path, document.blocks)) }
    }
    return documents
  }()

  /// Blocks with everything in them that a step takes away or puts right.
  private static let hostile: [(path: String, blocks: [Block])] = [
    "Kазахстан мен Қытай\u{A0}келi\u{AD}сімге  қол қойды\u{200B}.\r\nEкі тарап «т\nб\nқоса алғанда» оны мақұл-\nдады.",
    "И\u{306}од, е\u{308}лка, е\u{301}, ї\u{301}, a\u{323}\u{302} \u{1112}\u{1161}\u{11AB} \u{212B}\u{2028}\u{2029}\u{85}\u{B}",
    "РџСЂРµР·РёРґРµРЅС‚ РїРѕРґРїРёСЃР°Р» СЃРѕРіР»Р°С€РµРЅРёРµ Рѕ С‚РѕСЂРіРѕРІР»Рµ.\n\n\n\nGrÃ¼ÃŸe aus KÃ¶ln und MÃ¼nchen fÃ¼r alle.",
    "Ќазаќстан Республикасыныѕ ‰кіметі мен Ќытай келісімге ќол ќойды, деп хабарлады Ќазаќпарат.",
    "k\u{AD}\u{301}a\u{200D}\u{301}b\u{202E}c\u{2066}d\u{FEFF}\u{E0041} \u{1F3F4}\u{E0067}\u{E0062}\u{E007F} שלום\u{200F} עולם",
    "К\u{AD}a\u{AD}з\u{200B}aхстан и\u{306}s и\u{306}\u{301} e\u{301}д \u{FFFD}\u{FFFD}",
  ].map { ("hostile", [Block(.paragraph, $0)]) }

  private static func normaliser(_ steps: Set<NormalisationStep>) throws -> Normaliser {
    try Corpus.pipeline.get().normaliser.taking(steps)
  }

  @Test func allStepsTakenTwiceChangeNothing() throws {
    let normaliser = try Corpus.pipeline.get().normaliser
    for (path, blocks) in Self.documents + Self.hostile {
      let text = normaliser.normalise(blocks)
      let once = text.writtenString
      #expect(normaliser.normalise([Block(.paragraph, once)]).writtenString == once, "\(path)")
      let apart = text.paragraphs.map { Block(.paragraph, text.writtenString(in: $0.range)) }
      #expect(normaliser.normalise(apart).writtenString == once, "\(path)")
    }
  }

  @Test(arguments: NormalisationStep.allCases)
  func eachStepAloneTakenTwiceChangesNothing(step: NormalisationStep) throws {
    let normaliser = try Self.normaliser([step])
    for (path, blocks) in Self.documents + Self.hostile {
      let once = normaliser.normalise(blocks).writtenString
      #expect(normaliser.normalise([Block(.paragraph, once)]).writtenString == once, "\(path)")
    }
  }

  @Test(arguments: [
    (NormalisationStep.misreading, "Er grÃ¼ÃŸte aus KÃ¶ln und MÃ¼nchen.", "Er grüßte aus Köln und München."),
    (.softHyphens, "Koope\u{AD}ration", "Kooperation"), (.controls, "a\u{7}b", "ab"),
    (.invisibles, "zero\u{200B}width", "zerowidth"), (.spaces, "a\u{A0} b", "a b"),
    (.composition, "И\u{306}од", "Йод"),
    (.mixedAlphabets, "Бұл Kазахстан туралы.", "Бұл Казахстан туралы."),
    (.brokenLines, "They agreed on close coopera-\ntion.", "They agreed on close cooperation."),
  ])
  func aStepThatIsLeftOutLeavesItsWorkUndone(step: NormalisationStep, text: String, clean: String) throws {
    let all = try Corpus.pipeline.get().normaliser
    #expect(all.normalise([Block(.paragraph, text)]).bytes == Array(clean.utf8))
    let rest = try Self.normaliser(Set(NormalisationStep.allCases).subtracting([step]))
    #expect(rest.normalise([Block(.paragraph, text)]).bytes != Array(clean.utf8))
  }

  /// The way back from a reading leads to what is written.
  @Test(arguments: [
    "Qazaqstan  men Qytai\u{A0}kelısımge qol qoi\u{AD}dy. Ükımet bül turaly xabarlady jäne qūjatty jariialady.",
    "قازاقستان رەسپۋبليكاسىنىڭ ۇكىمەتى  قىتاي مەن كەلىسىمگە قول قويدى. ول تۋرالى باسپا\u{A0}ءسوز حابارلادى.",
  ])
  func tokensOfAReadingAreTracedToTheSource(text: String) throws {
    let result = try Corpus.pipeline.get().normaliser.normalise([Block(.paragraph, text)])
    #expect(result.written != nil)
    let source = Array(text.utf8)
    var end = 0
    for token in result.tokens {
      let range = result.source(of: token.range)
      #expect(range.lower >= end && range.upper <= source.count)
      end = range.lower
      let piece = String(decoding: source[range.lower..<range.upper], as: UTF8.self)
      #expect(piece.replacing("\u{AD}", with: "") == result.writtenString(in: token.range))
    }
  }
}
