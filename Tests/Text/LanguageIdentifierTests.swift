import DatelineDocuments
import Testing

@testable import DatelineText

@Suite struct LanguageIdentifierTests {
  @Test(arguments: [
    ("en", "The two sides signed a memorandum on cooperation in the field of science."),
    ("en", "Shares rose sharply after the announcement."),
    ("en", "President Nazarbayev suggested creating a technopark in Almaty."),
    ("de", "Die beiden Seiten unterzeichneten ein Abkommen über die Zusammenarbeit in der Wissenschaft."),
    ("de", "Der Botschafter besuchte den Hochtechnologiepark."),
    ("de", "Das Unternehmen teilte mit, dass der Umsatz gestiegen ist."),
    ("kk", "Екі ел ғылым саласындағы ынтымақтастық туралы меморандумға қол қойды."),
    ("kk", "Тараптар келісім жасады, олар алдағы жылы бас қосады."),
    ("kk", "Бала мектепке барды, онда ол жазу мен сызу сабаында болды."),
    ("ru", "Стороны подписали меморандум о сотрудничестве в области науки."),
    ("ru", "Президент Токаев прибыл в Бишкек."),
    ("ru", "По его словам, договор вступит в силу в будущем году."),
    ("uk", "Сторони підписали меморандум про співпрацю в галузі науки та освіти."),
    ("be", "Бакі падпісалі пагадненне аб супрацоўніцтве ў галіне навукі і адукацыі."),
    ("bg", "Двете страни подписаха меморандум за сътрудничество в областта на науката."),
    ("ky", "Тараптар билим берүү жана илим тармагында кызматташуу жөнүндө келишимге кол коюшту."),
    (
      "nl",
      "De twee partijen hebben een overeenkomst over samenwerking op het gebied van wetenschap getekend."
    ),
    ("und", "Les deux parties ont signé un accord de coopération dans le domaine de la science."),
    ("und", "Las dos partes firmaron un acuerdo de cooperación en el ámbito de la ciencia."),
    ("und", "Le due parti hanno firmato un accordo di cooperazione nel campo della scienza."),
    ("pl", "Obie strony podpisały umowę o współpracy w dziedzinie nauki i techniki."),
    ("tr", "İki taraf bilim alanında iş birliği anlaşması imzaladı."),
    ("uz", "Tomonlar ilm-fan sohasida hamkorlik to‘g‘risidagi bitimni imzoladilar."),
    ("sv", "De två parterna undertecknade ett avtal om samarbete inom vetenskap."),
    ("und", "As duas partes assinaram um acordo de cooperação na área da ciência."),
    ("und", "وقع الطرفان مذكرة تفاهم في مجال العلوم"),
    ("und", "双方签署了科学合作备忘录。"),
  ])
  func aSentenceIsIdentified(_ language: String, _ text: String) {
    let guess = Languages.normaliser.normalise([Block(.paragraph, text)]).language
    #expect(guess.code == language, "confidence \(guess.confidence)")
    #expect((0...1).contains(guess.confidence))
  }

  @Test(arguments: [
    ("Zyyy", "2026 – 2030: 5, 6!"), ("Latn", "Lorem"), ("Cyrl", "Қазақстан"), ("Arab", "وقع الطرفان"),
    ("Zzzz", "双方签署了"), ("Zyyy", ""),
  ])
  func theScriptIsToldEvenWithoutALanguage(_ script: String, _ text: String) {
    #expect(Languages.normaliser.normalise([Block(.paragraph, text)]).language.script == script)
  }

  @Test func paragraphsHaveALanguageOfTheirOwn() {
    let text = Languages.normaliser.normalise([
      Block(
        .paragraph,
        "Екі ел ғылым саласындағы ынтымақтастық туралы меморандумға қол қойды, деп хабарлайды агенттік."),
      Block(
        .paragraph, "Стороны подписали меморандум о сотрудничестве в области науки и договорились о встрече."),
      Block(.paragraph, "Ол маңызды құжат болып табылады, өйткені екі елдің ғалымдары бірге жұмыс істейді."),
      Block(.paragraph, "Astana"),
    ])
    #expect(text.language.code == "kk")
    #expect(text.paragraphs.map(\.language.code) == ["kk", "ru", "kk", "kk"])
  }

  @Test func aLanguageThatIsToldIsBelieved() {
    let text = Languages.normaliser.normalise([Block(.paragraph, "Die Lage ist gut.")], language: "kk")
    #expect(text.language == LanguageGuess(code: "kk", script: "Latn", confidence: 1))
    #expect(text.paragraphs[0].language.code == "kk")
  }

  @Test func withoutKnowledgeNothingIsKnown() {
    let text = Normaliser(knowledge: []).normalise([Block(.paragraph, "The sides signed it.")])
    #expect(text.language.code == "und")
    #expect(text.sentences.count == 1)
  }
}
