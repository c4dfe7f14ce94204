import DatelineText
import Testing

@testable import DatelineAnnotations

/// Who is named again within a document.
///
/// All of these people are invented.
@Suite struct BearerTests {
  @Test(arguments: [
    (
      "en", "Rector Aliya Akhmetova met Hans Weber. A. Akhmetova thanked him. Akhmetova left, Weber stayed.",
      "Aliya Akhmetova", ["Aliya Akhmetova", "A. Akhmetova", "Akhmetova"]
    ),
    (
      "de",
      "Rektorin Aliya Achmetowa traf Minister Hans Weber. A. Achmetowa dankte. Achmetowas Rede war kurz.",
      "Aliya Achmetowa", ["Aliya Achmetowa", "A. Achmetowa", "Achmetowas"]
    ),
    (
      "ru",
      "Ректор Алия Ахметова встретилась с министром Ерланом Жумабаевым. Е.Жумабаев выступил. Жумабаеву вручили книгу.",
      "Ерлан Жумабаев", ["Ерланом Жумабаевым", "Е.Жумабаев", "Жумабаеву"]
    ),
    (
      "kk",
      "Ректор Әлия Ахметова министр Ерлан Жұмабаевпен кездесті. Е. Жұмабаев сөз сөйледі. Жұмабаевқа кітап сыйланды.",
      "Ерлан Жұмабаев", ["Ерлан Жұмабаевпен", "Е. Жұмабаев", "Жұмабаевқа"]
    ),
  ])
  func fullNameInitialsAndFamilyNameAreOne(
    language: String, text: String, name: String, mentions: [String]
  ) throws {
    #expect(try Annotated(text, language).mentions(of: name) == mentions)
  }

  @Test(arguments: [
    (
      "en", "Minister Marina Akhmetova met Rector Madina Akhmetova.",
      ["Marina Akhmetova", "Madina Akhmetova"]
    ),
    (
      "de", "Ministerin Marina Achmetowa traf Rektorin Madina Achmetowa.",
      ["Marina Achmetowa", "Madina Achmetowa"]
    ),
    (
      "ru", "Министр Марина Ахметова встретилась с ректором Мадиной Ахметовой.",
      ["Марина Ахметова", "Мадина Ахметова"]
    ),
    (
      "kk", "Министр Марина Ахметова ректор Мадина Ахметовамен кездесті.",
      ["Марина Ахметова", "Мадина Ахметова"]
    ),
  ])
  func differentFirstNamesAreDifferentPeople(language: String, text: String, names: [String]) throws {
    #expect(try Annotated(text, language).names(.person) == names)
  }

  @Test(arguments: [
    ("ru", "Министр Ахметов Ерлан Серикович прибыл. Ерлан Ахметов выступил.", 1),
    ("ru", "Министр Ерлан Ахметов прибыл. Ахметов Е.С. выступил.", 1),
    ("ru", "Министр Ерлан Ахметов прибыл. Министр Н. Ахметов остался.", 2),
  ])
  func theOrderOfTheNameDoesNotMatter(language: String, text: String, count: Int) throws {
    let names = try Annotated(text, language).names(.person)
    #expect(names.count == count, "\(names)")
  }
}
