import Foundation

@testable import DatelineText

/// A little of what the dictionaries hold, enough for the tests of this room.
enum Languages {
  static let english = TextKnowledge(
    code: "en", letters: "abcdefghijklmnopqrstuvwxyz",
    neverEnding: [
      "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "Gen.", "Sen.", "Gov.", "vs.", "e.g.", "i.e.", "No.",
      "Lt.",
    ],
    mayEnd: ["etc.", "a.m.", "p.m."],
    seldomEnding: ["Inc.", "Ltd.", "Corp.", "Co.", "U.S.", "Sept.", "Nov.", "Jan.", "Jr.", "Yahoo!"],
    endingAfterFigure: ["in.", "ft."], beforeFigure: ["no.", "Fig."],
    stopwords: words(
      """
      the of and to in a is that for it was on with as he be at by his they this from or had were have has
      but not an are which we she their been will would said its who more also about into after other when
      under between during new first two there can all over than no if these
      """),
    wordsAfterOrdinal: words("january march april june september november"),
    capitalDays: ["Monday"], openers: words("afterwards nobody"), speechVerbs: words("asked said"),
    labelledBy: words("vitamin hall"))

  static let german = TextKnowledge(
    code: "de", letters: "abcdefghijklmnopqrstuvwxyzäöüß",
    neverEnding: [
      "Dr.", "Prof.", "z. B.", "d. h.", "Nr.", "Hrsg.", "bzw.", "ca.", "St.", "Art.", "Abs.", "i. V.", "Jan.",
      "Sept.",
    ],
    mayEnd: ["usw.", "u. v. m.", "etc."],
    seldomEnding: ["u. a.", "Mio.", "Mrd.", "Jh.", "v. Chr.", "*str."],
    stopwords: words(
      """
      der die das und in zu den von mit ist im für auf des dem nicht ein eine sich auch als es an er hat aus bei
      werden wird nach am um wurde einen einer sie wir zur zum haben war über wie sind durch noch vor bis diese
      """),
    wordsAfterOrdinal: words(
      "januar februar märz april mai juni juli august september oktober november dezember quartal jahrhundert"
    ),
    labelledBy: words("platz"), nounCapitals: true)

  static let kazakh = TextKnowledge(
    code: "kk", letters: "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    neverEnding: ["проф.", "акад.", "т.с.с.", "ғ.к."],
    mayEnd: ["т.б.", "ж.", "жж.", "ғ.", "млн.", "млрд.", "г.", "обл."],
    stopwords: words(
      """
      және мен бен пен бұл деп үшін туралы бойынша болып да де осы ол бір сол жылы жыл жылғы екі арасында кейін
      дейін ғана емес бар жоқ оның өз сондай-ақ соның ішінде деді еді ретінде қарай түрлі барлық олар
      """),
    wordsAfterOrdinal: words("қаңтар ақпан наурыз тамыз қараша"))

  static let russian = TextKnowledge(
    code: "ru", letters: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    neverEnding: ["им.", "проф.", "акад.", "ул.", "стр.", "т.е.", "т. н.", "см.", "д.", "тыс."],
    mayEnd: ["г.", "гг.", "в.", "и т.д.", "и т. п.", "др.", "млн.", "млрд.", "руб.", "ж."],
    stopwords: words(
      """
      и в на с по о не что для из от к как это был была было его их она он они мы а но за до при также или после
      между года году том этом чтобы во которые который так же уже только все со под над об более
      """),
    wordsAfterOrdinal: words("января февраля марта апреля мая июня"))

  static let all = [english, german, kazakh, russian]
  static let normaliser = Normaliser(knowledge: all, languages: model)
  /// The model that comes with the program; nil, and failing tests, if it cannot be read.
  static let model = try? LanguageModel(path: modelPath)
  static let modelPath =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Dictionaries/shared/languages.model"

  private static func words(_ list: String) -> [String] {
    list.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
