import DatelineLexicon
import DatelineTestSupport
import Testing

@testable import DatelineRecords

/// Who is one person in a list of names, and who is not.
@Suite struct NameLinkerTests {
  private let lexicons: Lexicons

  init() throws { lexicons = try RealDictionaries.lexicons.get() }

  /// The number of the cluster of each name, from 0 in the order of their first names.
  private func clusters(_ names: [String], languages: [String?] = []) -> [Int] {
    var linker = MixedNameLinker(lexicons)
    for (place, name) in names.enumerated() {
      linker.add(name, language: place < languages.count ? languages[place] : nil)
    }
    var numbers: [Int: Int] = [:]
    return linker.clusters().map { cluster in
      let number = numbers[cluster] ?? numbers.count
      numbers[cluster] = number
      return number
    }
  }

  @Test(arguments: [
    ["Timur Schaksylykow", "Timur Zhaksylykov", "Тимур Жаксылыков", "Тимур Жақсылықов"],
    ["Timour Jaksylykov", "Timur Zhaksylykov"],
    [
      "Kassym-Jomart Tokayev", "Токаев Касым-Жомарт Кемелевич", "Kassym-Schomart Tokajew",
      "QASYM-JOMART TOQAEV",
    ],
    ["Boris Johnson", "Борис Джонсон"], ["Olaf Scholz", "Олаф Шольц"],
    ["William Shakespeare", "Уильям Шекспир"],
    ["Xi Jinping", "Си Цзиньпин"], ["Shinzo Abe", "Синдзо Абэ", "Абэ Синдзо"], ["Ким Чен Ын", "Kim Jong-un"],
    ["Recep Tayyip Erdoğan", "Реджеп Тайип Эрдоган", "Режеп Тайип Ердоған"],
    ["Мухаммед бен Салман", "Mohammed bin Salman"], ["Aleksandar Vučić", "Aleksandar Vucic"],
    ["Тимур Муратович Жаксылыков", "Тимур Муратұлы Жақсылықов"],
    ["Nikita Khrushchev", "Nikita Chruschtschow"],
    ["Пётр Чайковский", "Petr Chaikovsky", "Pjotr Tschaikowski"], ["Ван И", "Wang Yi"],
  ])
  func spellingsOfOnePersonAreJoined(names: [String]) {
    #expect(Set(clusters(names)).count == 1, "\(clusters(names))")
  }

  @Test(arguments: [
    ["Nursultan Nazarbayev", "Дарига Назарбаева", "Bolat Nazarbajew"],
    ["Марина Ахметова", "Madina Akhmetova"],
    ["Ерлан Иманов", "Nurlan Imanov"], ["Асхат Ким", "Asset Kim"], ["Марат Ли", "Мурат Ли"],
    ["Жанар Серикова", "Жанара Серикова"], ["Александр Петров", "Александра Петрова", "Алексей Петров"],
    ["Руслан Ибраев", "Рустам Ибраев"], ["Тимур Сулейменов", "Тимур Сулейманов"],
    ["Дамир Исаев", "Тамир Исаев"],
    ["Анна Попова", "Яна Попова", "Инна Попова", "Жанна Попова"], ["Wladimir Klitschko", "Виталий Кличко"],
    ["Mohammed bin Salman", "Salman bin Mohammed"], ["Салтанат Нукенова", "Салтанат Нуркенова"],
    ["Иван Петрович Сидоров", "Иван Павлович Сидоров"],
  ])
  func namesakesStayApart(names: [String]) {
    #expect(Set(clusters(names)).count == names.count, "\(clusters(names))")
  }

  @Test func initialsGoToTheOnlyPersonThatTheyFit() {
    #expect(clusters(["Тимур Жаксылыков", "Т. Жақсылықов", "Zhaksylykov T.M."]) == [0, 0, 0])
    #expect(clusters(["Тимур Жаксылыков", "Талгат Жаксылыков", "Т. Жаксылыков"]) == [0, 1, 2])
    #expect(clusters(["Тимур Жаксылыков", "А. Жаксылыков"]) == [0, 1])
  }

  @Test(arguments: [
    (
      [
        ("Ministry of Energy of Kazakhstan", "en"), ("Министерство энергетики Казахстана", "ru"),
        ("Қазақстанның Энергетика министрлігі", "kk"), ("Energieministerium Kasachstans", "de"),
      ], 1
    ),
    ([("Ministry of Energy of Kazakhstan", "en"), ("Министерство энергетики Узбекистана", "ru")], 2),
    (
      [("Nazarbayev University", "en"), ("Назарбаев Университеті", "kk"), ("Назарбаев Университет", "ru")], 1
    ),
    (
      [
        ("United Nations", "en"), ("Организация Объединённых Наций", "ru"), ("БҰҰ", "kk"),
        ("Vereinte Nationen", "de"),
      ], 1
    ),
  ]) func organisationsAreJoinedByWhatTheirWordsMean(names: [(name: String, language: String)], count: Int) {
    let found = clusters(names.map(\.name), languages: names.map(\.language))
    #expect(Set(found).count == count, "\(found)")
  }

  @Test func whatHasNoSoundIsNobodyElse() {
    #expect(clusters(["", "…", "", "?"]) == [0, 1, 0, 2])
    let long = String(repeating: "ж", count: 100_000)
    #expect(clusters([long, "б", long]) == [0, 1, 0])
  }

  /// One surname, a thousand given names: the work must not grow with the square.
  @Test func manyNamesakesAreNoTrouble() {
    var random = SeededGenerator(seed: 5)
    let vowels = Array("аеиоуы")
    let names = (0..<4_000).map { _ in
      String((0..<8).map { _ in vowels[Int.random(in: 0..<vowels.count, using: &random)] }) + " Ким"
    }
    #expect(clusters(names).count == names.count)
  }
}
