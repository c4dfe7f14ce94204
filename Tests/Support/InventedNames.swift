// The furniture of InventedNews; every list of names is English, German, Kazakh, Russian.
extension InventedNews {
  struct Body {
    var key: String
    var kind: String
    var country: String
    var names: [String]
  }
  struct Human {
    var key: String
    var names: [String]
    var titles: [String]
  }
  struct Kind {
    var type: String
    var names: [String]
  }
  struct Status {
    var status: String
    var verbs: [String]
  }

  static let agencies = ["Steppe Wire", "Donau-Dienst", "Дала хабары", "Вести степи"]

  static let bodies: [Body] = [
    Body(
      key: "altyn dala university", kind: "university", country: "KZ",
      names: [
        "Altyn Dala University", "Universität Altyn Dala", "«Алтын дала» университеті",
        "Университет «Алтын дала»",
      ]),
    Body(
      key: "tengri energo", kind: "company", country: "KZ",
      names: ["Tengri Energo JSC", "Tengri Energo AG", "«Тәңірі Энерго» АҚ", "АО «Тенгри Энерго»"]),
    Body(
      key: "ministry of water kz", kind: "ministry", country: "KZ",
      names: [
        "Ministry of Water Resources of Kazakhstan", "Ministerium für Wasserressourcen Kasachstans",
        "Қазақстанның Су ресурстары министрлігі", "Министерство водных ресурсов Казахстана",
      ]),
    Body(
      key: "nordwerk", kind: "company", country: "DE",
      names: ["Nordwerk GmbH", "Nordwerk GmbH", "Nordwerk GmbH", "Nordwerk GmbH"]),
    Body(
      key: "hochschule isarau", kind: "university", country: "DE",
      names: ["Isarau University", "Hochschule Isarau", "Изарау университеті", "Университет Изарау"]),
    Body(
      key: "volga instruments", kind: "company", country: "RU",
      names: ["Volga Instruments", "Volga Instruments", "«Волга аспаптары»", "ООО «Приборы Волги»"]),
    Body(
      key: "cotswold research fund", kind: "fund", country: "GB",
      names: [
        "Cotswold Research Fund", "Cotswold-Forschungsfonds", "Котсволд зерттеу қоры",
        "Исследовательский фонд «Котсволд»",
      ]),
    Body(
      key: "green corridor park", kind: "park", country: "UZ",
      names: [
        "Green Corridor Park", "Technologiepark Grüner Korridor", "«Жасыл дәліз» паркі",
        "Парк «Зелёный коридор»",
      ]),
  ]

  static let people: [Human] = [
    Human(
      key: "aliya beisenova",
      names: ["Aliya Beisenova", "Alija Beissenowa", "Әлия Бейсенова", "Алия Бейсенова"],
      titles: ["Rector", "Rektorin", "ректор", "ректор"]),
    Human(
      key: "serik ongarbayev",
      names: ["Serik Ongarbayev", "Serik Ongarbajew", "Серік Оңғарбаев", "Серик Онгарбаев"],
      titles: ["Minister", "Minister", "министр", "министр"]),
    Human(
      key: "jurgen ohlmann",
      names: ["Jürgen Öhlmann", "Jürgen Öhlmann", "Юрген Өльманн", "Юрген Эльманн"],
      titles: ["Managing Director", "Geschäftsführer", "бас директор", "генеральный директор"]),
    Human(
      key: "natalya chigireva",
      names: ["Natalya Chigireva", "Natalja Tschigirjowa", "Наталья Чигирёва", "Наталья Чигирёва"],
      titles: ["Head of the Board", "Vorstandsvorsitzende", "басқарма төрайымы", "председатель правления"]),
    Human(
      key: "zhanna umbetova",
      names: ["Zhanna Umbetova", "Schanna Umbetowa", "Жанна Үмбетова", "Жанна Умбетова"],
      titles: ["Ambassador", "Botschafterin", "елші", "посол"]),
  ]

  static let countries: [Body] = [
    Body(
      key: "KZ", kind: "country", country: "KZ",
      names: ["Kazakhstan", "Kasachstan", "Қазақстан", "Казахстан"]),
    Body(
      key: "DE", kind: "country", country: "DE", names: ["Germany", "Deutschland", "Германия", "Германия"]),
    Body(key: "RU", kind: "country", country: "RU", names: ["Russia", "Russland", "Ресей", "Россия"]),
    Body(
      key: "GB", kind: "country", country: "GB",
      names: ["United Kingdom", "Vereinigtes Königreich", "Ұлыбритания", "Великобритания"]),
    Body(
      key: "UZ", kind: "country", country: "UZ",
      names: ["Uzbekistan", "Usbekistan", "Өзбекстан", "Узбекистан"]),
  ]

  static let cities: [Body] = [
    Body(key: "astana", kind: "city", country: "KZ", names: ["Astana", "Astana", "Астана", "Астана"]),
    Body(
      key: "oskemen", kind: "city", country: "KZ",
      names: ["Oskemen", "Öskemen", "Өскемен", "Усть-Каменогорск"]),
    Body(key: "munich", kind: "city", country: "DE", names: ["Munich", "München", "Мюнхен", "Мюнхен"]),
    Body(
      key: "tashkent", kind: "city", country: "UZ", names: ["Tashkent", "Taschkent", "Ташкент", "Ташкент"]),
  ]

  static let subjects: [Kind] = [
    Kind(
      type: "",
      names: ["water saving", "den sparsamen Umgang mit Wasser", "су үнемдеу", "бережном использовании воды"]),
    Kind(
      type: "",
      names: [
        "joint degree programmes", "gemeinsame Studiengänge", "бірлескен білім беру",
        "совместных программах обучения",
      ]),
    Kind(
      type: "",
      names: [
        "wind power on the steppe", "Windkraft in der Steppe", "даладағы жел энергетикасы",
        "ветроэнергетике в степи",
      ]),
    Kind(
      type: "",
      names: [
        "earthquake research", "Erdbebenforschung", "жер сілкінісін зерттеу", "исследовании землетрясений",
      ]),
  ]

  static let kinds: [Kind] = [
    Kind(
      type: "memorandum",
      names: [
        "a memorandum of understanding", "eine Absichtserklärung", "өзара түсіністік меморандумына",
        "меморандум",
      ]),
    Kind(
      type: "agreement",
      names: [
        "a cooperation agreement", "ein Kooperationsabkommen", "ынтымақтастық келісіміне", "соглашение",
      ]),
    Kind(type: "contract", names: ["a contract", "einen Vertrag", "келісімшартқа", "контракт"]),
  ]

  static let statuses: [Status] = [
    Status(status: "signed", verbs: ["signed", "unterzeichnet", "қол қойды", "подписали"]),
    Status(status: "signed", verbs: ["signed", "unterzeichnet", "қол қойды", "подписали"]),
    Status(
      status: "planned", verbs: ["plan to sign", "zur Unterzeichnung vorbereitet", "дайындады", "готовят"]),
    Status(status: "discussed", verbs: ["discussed", "besprochen", "бойынша келіссөз жүргізді", "обсудили"]),
    Status(
      status: "terminated", verbs: ["terminated", "gekündigt", "бойынша міндеттемесін тоқтатты", "расторгли"]),
  ]

  static let months: [[String]] = [
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ],
    [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November",
      "Dezember",
    ],
    [
      "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
      "қараша",
      "желтоқсан",
    ],
    [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
      "ноября",
      "декабря",
    ],
  ]
}
