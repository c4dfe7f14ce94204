/// What the articles of one language are made of.
struct ArticleWords {
  var code: String
  var people: [String]
  var firms: [String]
  var cities: [String]
  var countries: [String]
  var months: [String]
  var subjects: [String]
  var headlines: [String]
  var leads: [String]
  var sentences: [String]

  static let all = [english, german, kazakh, russian]

  private static let english = ArticleWords(
    code: "en",
    people: [
      "Clara Whitmore", "Daniyar Sakenov", "Owen Hartley", "Mei Lin Tan", "Ruth Calloway", "Pavel Dronov",
    ],
    firms: [
      "Northgate Rail Ltd", "the University of Aldermoor", "Steppe Energy JSC", "Harbour Bank",
      "the Ministry of Transport",
      "Brightwater Technologies Inc.", "the Green Valley Fund",
    ],
    cities: ["London", "Astana", "Berlin", "Tashkent", "Ottawa"],
    countries: ["Kazakhstan", "Germany", "Canada", "Uzbekistan"],
    months: ["January", "March", "May", "June", "September", "November"],
    subjects: ["wind energy", "railway freight", "student exchange", "water supply", "digital customs"],
    headlines: [
      "{country} and partners agree on {subject}", "Agreement no. {number} on {subject} signed in {city}",
    ],
    leads: [
      "{city}, {month} {day}, {year} (Newswire) — {firm} and {partner} signed a memorandum of understanding on {subject} in {city}.",
      "{city}. {month} {day}. {firm} reports that talks on {subject} with {partner} were held in {city}.",
    ],
    sentences: [
      "The document was signed by Minister {person} and Chair of the Board {other}.",
      "{person}, Director of {partner}, said the contract is worth {sum} million dollars.",
      "The sides discussed the possibility of a joint programme on {subject}.",
      "A treaty between {country} and Finland entered into force on {day} {month} {year}.",
      "“We plan to sign the agreement next year,” {person} told reporters.",
      "No date for the next meeting was given.",
    ])

  private static let german = ArticleWords(
    code: "de",
    people: ["Friederike Holm", "Jonas Wiedemann", "Aigul Bekova", "Thorsten Brandt", "Lena Achterberg"],
    firms: [
      "die Nordwind AG", "die Hochschule Talheim", "das Verkehrsministerium", "die Elbtal Logistik GmbH",
      "die Bank für Aufbau",
      "die Stiftung Morgenland",
    ],
    cities: ["Berlin", "Minsk", "Wien", "Almaty", "Hamburg"],
    countries: ["Kasachstan", "Belarus", "Österreich", "Deutschland"],
    months: ["Januar", "März", "Mai", "Juni", "September", "November"],
    subjects: ["Windenergie", "Schienenverkehr", "Studentenaustausch", "Wasserversorgung", "Zollwesen"],
    headlines: [
      "{country} vereinbart Zusammenarbeit: {subject}", "Abkommen Nr. {number} über {subject} unterzeichnet",
    ],
    leads: [
      "{city}, {day}. {month} {year} (Pressedienst) – {firm} und {partner} haben in {city} ein Abkommen über {subject} unterzeichnet.",
      "{city}, {day}. {month} – Über {subject} wurde in {city} verhandelt, berichtet {firm}.",
    ],
    sentences: [
      "Das Dokument unterzeichneten Minister {person} und Vorstandsvorsitzender {other}.",
      "Der Vertrag hat nach Angaben von {person} einen Wert von {sum} Mio. Euro.",
      "Die Seiten erörterten die Möglichkeit eines gemeinsamen Programms für {subject}.",
      "Am {day}. {month} {year} trat ein Vertrag zwischen {country} und Finnland in Kraft.",
      "„Wir wollen die Vereinbarung im nächsten Jahr unterzeichnen“, sagte {person}.",
      "Ein Termin wurde nicht genannt.",
    ])

  private static let kazakh = ArticleWords(
    code: "kk",
    people: ["Ерлан Тоқтаров", "Айгүл Сәрсенова", "Нұрлан Бекежанов", "Гүлнар Оспанова", "Дәурен Қасенов"],
    firms: [
      "«Дала Энерго» АҚ", "Көлік министрлігі", "«Самұрық жол» ЖШС", "Алтай университеті", "«Береке» банкі",
      "«Жаңа дала» қоры",
    ],
    cities: ["Астана", "Алматы", "Шымкент", "Сеул", "Ташкент"],
    countries: ["Қазақстан", "Өзбекстан", "Германия", "Корея"],
    months: ["қаңтар", "наурыз", "мамыр", "маусым", "қыркүйек", "қараша"],
    subjects: [
      "жел энергетикасы", "теміржол тасымалы", "студенттер алмасу", "сумен жабдықтау", "цифрлық кеден",
    ],
    headlines: [
      "{country}: {subject} саласындағы ынтымақтастық", "{subject} бойынша № {number} келісімге қол қойылды",
    ],
    leads: [
      "{city}. {year} жылғы {day} {month}. {firm} мен {partner} {subject} саласында меморандумға қол қойды.",
      "{city} қаласында {day} {month} күні {subject} бойынша кездесу өтті, деп хабарлайды {firm}.",
    ],
    sentences: [
      "Құжатқа министр {person} және Басқарма төрағасы {other} қол қойды.",
      "Келісімшарт құны – {sum} млн теңге, деді {person}.",
      "Тараптар {subject} жөніндегі бірлескен бағдарламаны талқылады.",
      "{country} мен Финляндия арасындағы шарт {year} жылғы {day} {month} күшіне енді.",
      "«Келесі жылы келісімге қол қоюды жоспарлап отырмыз», – деді {person}.",
      "Келесі кездесудің күні айтылған жоқ.",
    ])

  private static let russian = ArticleWords(
    code: "ru",
    people: ["Сергей Дронов", "Марина Лебяжьева", "Андрей Полынский", "Айгуль Сакенова", "Игорь Ветров"],
    firms: [
      "АО «Степная энергия»", "Министерство транспорта", "ООО «Северный путь»", "Алтайский университет",
      "банк «Гавань»",
      "фонд «Новая степь»",
    ],
    cities: ["Москва", "Астана", "Минск", "Казань", "Ташкент"],
    countries: ["Казахстан", "Белоруссия", "Узбекистан", "Германия"],
    months: ["января", "марта", "мая", "июня", "сентября", "ноября"],
    subjects: [
      "ветровой энергетики", "железнодорожных перевозок", "обмена студентами", "водоснабжения",
      "цифровой таможни",
    ],
    headlines: [
      "{country}: сотрудничество в области {subject}", "Подписано соглашение № {number} в области {subject}",
    ],
    leads: [
      "{city}, {day} {month} {year} года. {firm} и {partner} подписали меморандум о сотрудничестве в области {subject}.",
      "{city}. {day} {month}. Переговоры в области {subject} прошли в этом городе, сообщает {firm}.",
    ],
    sentences: [
      "Документ подписали министр {person} и председатель правления {other}.",
      "Стоимость контракта составляет {sum} млн рублей, сообщает {partner}.",
      "Стороны обсудили возможность совместной программы в области {subject}.",
      "Договор, который заключили {country} и Финляндия, вступил в силу {day} {month} {year} года.",
      "«Соглашение планируется подписать в следующем году», — отметил директор {person}.",
      "Дата следующей встречи не названа.",
    ])
}
