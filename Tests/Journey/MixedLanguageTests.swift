import Dateline
import DatelineDocuments
import DatelineRecords
import Testing

/// A release in one language with paragraphs in another is read in both.
@Suite struct MixedLanguageTests {
  private static let kazakh =
    "2024 жылғы 12 наурызда Астанада Қазақстан Республикасының Көлік министрлігі мен Өзбекстан Республикасының Көлік министрлігі теміржол тасымалы туралы меморандумға қол қойды. Құжатқа вице-министр Ерлан Сапаров қол қойды."
  private static let russian =
    "«Мы давно готовили это соглашение», – сказал в пятницу, 15 марта 2024 года, заместитель министра Павел Дронов. По его словам, работа начнётся в июне, а Ерлан Сапаров возглавит рабочую группу."

  private func record(_ blocks: [String]) throws -> Record {
    let document = Document(
      source: Source(path: "mixed.txt", format: .text), blocks: blocks.map { Block(.paragraph, $0) })
    return try Pipeline().record(of: document)
  }

  @Test func eachParagraphIsReadInItsLanguage() throws {
    let record = try record([
      Self.kazakh, Self.russian, "Бұл туралы министрліктің баспасөз қызметі хабарлады.",
    ])
    #expect(record.language == "kk")
    #expect(record.paragraphs.map(\.language) == [nil, "ru", nil])
    let values = record.dates.map(\.value)
    #expect(values.contains("2024-03-12"))
    #expect(values.contains("2024-03-15"))
    #expect(record.people.contains { $0.name == "Павел Дронов" })
    #expect(record.agreements.contains { $0.type == "memorandum" && $0.status == "signed" })
    let scalars = Array(record.text.unicodeScalars)
    for mention in record.people.flatMap(\.mentions) where mention.in == nil {
      #expect(
        String(String.UnicodeScalarView(scalars[mention.span.start..<mention.span.end])) == mention.text)
    }
  }

  @Test func whoIsNamedInBothIsOne() throws {
    let record = try record([Self.kazakh, Self.russian])
    let same = record.people.filter { $0.name.hasPrefix("Ерлан Сапаров") }
    #expect(same.count == 1)
    #expect(same.first?.mentions.count == 2)
    #expect(same.first?.roles.isEmpty == false)
  }
}
