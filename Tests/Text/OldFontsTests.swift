import DatelineLexicon
import DatelineTestSupport
import Foundation
import Testing

@testable import DatelineText

/// Kazakh typed with fonts that drew its letters in the places of others.
@Suite struct OldFontsTests {
  private let fonts: OldFonts
  private let known: [OldFont]

  init() throws {
    let lexicons = try RealDictionaries.lexicons.get()
    known = lexicons.oldFonts
    fonts = OldFonts(fonts: known, knowledge: lexicons.languages.map(\.textKnowledge))
  }

  private func repaired(_ text: String, language: String? = nil, font: OldFont? = nil) -> String {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard OldFonts.maybe(bytes) else { return text }
      let repairs = fonts.repairs(in: bytes, language: language, font: font)
      return String(decoding: repairs.applied(to: bytes), as: UTF8.self)
    }
  }

  private static let sentences = [
    "Қазақстан Республикасының Үкіметі ғылым мен өндіріс саласындағы ынтымақтастық туралы келісімге қол қойды.",
    "Ұлттық банктің төрағасы жаңа қаулыны таныстырып, оның маңызын түсіндірді және сұрақтарға жауап берді.",
    "ӘКІМДІК ӨКІЛДЕРІ ҚҰРЫЛЫСТЫҢ ҮШІНШІ КЕЗЕҢІ ТУРАЛЫ ХАБАРЛАДЫ, ҒИМАРАТ ЖЫЛ СОҢЫНДА БІТЕДІ.",
    "Екі елдің өкілдері үш жылға арналған бағдарламаны қабылдап, әскери әріптестікті нығайтуға уағдаласты.",
    "Қаһарман ұшқыштар туралы әңгіме Ұлытауда өткен жиында айтылды, оған көптеген қонақ қатысты.",
  ]

  @Test(arguments: sentences)
  func sentencesOfEveryFontAreRestored(sentence: String) {
    for font in known {
      let inverse = Dictionary(font.letters.map { ($0.value, $0.key) }) { first, second in min(first, second)
      }
      let typed = String(String.UnicodeScalarView(sentence.unicodeScalars.map { inverse[$0] ?? $0 }))
      #expect(typed != sentence)
      #expect(repaired(typed) == sentence, "\(font.name)")
      #expect(repaired(typed, language: "kk") == sentence, "\(font.name)")
      #expect(repaired(sentence) == sentence)
    }
  }

  @Test func whatIsDoneIsSaid() {
    let text = "Ќазаќстан Республикасыныњ Їкіметі ѓылым мен ґндіріс туралы келісімге ќол ќойды."
    let warnings = Array(text.utf8).withUnsafeBufferPointer { fonts.repairs(in: $0, language: nil).warnings }
    #expect(warnings == ["put right the letters of an old font (drawn)"])
  }

  /// The examples of the dictionary are single words: they are read by a font that is known.
  @Test func theExamplesOfTheDictionaryHold() throws {
    let folder = try RealDictionaries.lexicons.get().folder
    let rows = try DataRows(folder + "/kk/old-fonts.tsv")
    #expect(rows.rows.count > 30)
    for row in rows.rows where row.count > 3 {
      let font = try #require(known.first { $0.name == row[0] })
      let sides = row[3].split(separator: "=").map(String.init)
      #expect(sides.count == 2 && sides[0].contains(row[1]), "\(row)")
      #expect(repairedAlways(sides[0], font: font) == sides[1], "\(row)")
    }
  }

  /// Without the gate: a word may hold nothing but a sign of the font.
  private func repairedAlways(_ text: String, font: OldFont) -> String {
    Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: fonts.repairs(in: $0, language: nil, font: font).applied(to: $0), as: UTF8.self)
    }
  }

  @Test func theFontOfADocumentHelpsItsHeadlines() throws {
    let text =
      "Їкімет отырысында єлеуметтік мєселелер ќаралып, жања баѓдарлама ќабылданды, деп хабарлады баспасґз."
    let font = try #require(Array(text.utf8).withUnsafeBufferPointer { fonts.font(of: $0) })
    #expect(font.name == "drawn")
    #expect(repaired("Їкімет ќаулысы") == "Їкімет ќаулысы")
    #expect(repaired("Їкімет ќаулысы", font: font) == "Үкімет қаулысы")
  }

  @Test(arguments: ["uk", "sr", "mk", "be", "tg"])
  func languagesThatHaveTheseLettersAreLeftAlone(language: String) throws {
    let sentences = try #require(SlavicSentences.all[language])
    #expect(language == "tg" || sentences.count == 30)
    for sentence in sentences {
      #expect(repaired(sentence) == sentence)
      #expect(repaired(sentence, language: "und") == sentence)
    }
    let whole = sentences.joined(separator: " ")
    #expect(repaired(whole) == whole)
    // A whole paragraph of it stays even among paragraphs of an old font.
    #expect(repaired(whole, font: known.first) == whole)
  }

  @Test(arguments: [
    "Қазақстан мен Украина арасындағы келісімге Київ қаласында Володимир Зеленський қол қойды.",
    "Сербияның Президенті Ђорђе Петровић Астанаға ресми сапармен келді, деп хабарлайды баспасөз қызметі.",
    "По его словам, газета «Ґрунт» и журнал «Њива» выйдут в Киеве и Белграде уже этой осенью.",
    "Їжак",
    "ќ",
    "",
  ])
  func strangeNamesInOtherTextAreLeftAlone(text: String) {
    #expect(repaired(text) == text)
    #expect(repaired(text, language: "ru") == text)
  }

  @Test(arguments: ["ќ", "ќа ", "±", "ќ±", "а±", "Їкімет ", "\u{FFFD}ќ"])
  func noRepeatedPieceTakesLong(piece: String) {
    #if DEBUG
      let length = 60_000
    #else
      let length = 4_000_000
    #endif
    let text = String(repeating: piece, count: length / piece.utf8.count)
    let time = ContinuousClock().measure { _ = repaired(text) }
    #expect(time < .seconds(20))
  }
}

/// The rows of a dictionary file without its header and comments.
struct DataRows {
  var rows: [[String]]

  init(_ path: String) throws {
    rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
