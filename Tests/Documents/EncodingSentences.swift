/// Invented news to encode, in the manner of real ones: names, numbers, quotes, dashes, a few foreign words.
enum EncodingSentences {
  static let russian = [
    "Компания «Тавра» и банк «Орлик» подписали в среду договор о поставках зерна на 2025 год, сообщила пресс-служба банка.",
    "Министр энергетики встретился с послом — стороны обсудили строительство электростанции на юге страны и её сроки.",
    "По словам директора завода, объём производства вырос на 12,5 % по сравнению с прошлым годом, а экспорт удвоился.",
    "Меморандум о взаимопонимании между университетами будет действовать пять лет; его подписали ректоры обоих вузов.",
    "ПРАВИТЕЛЬСТВО ОДОБРИЛО СОГЛАШЕНИЕ О ВОЗДУШНОМ СООБЩЕНИИ. Документ вступит в силу через тридцать дней.",
    "«Мы рассчитываем, что первые поезда пойдут уже осенью», — заявил глава железнодорожной компании Павел Ершов.",
    "В переговорах участвовали представители Microsoft и местного фонда развития; подробности не разглашаются.",
    "Согласно постановлению № 418, субсидии получат все хозяйства, подавшие заявки до первого июля текущего года.",
    "Ещё одна группа спасателей вылетела ночью в район землетрясения, чтобы помочь жителям отдалённых сёл.",
    "Юридический отдел подготовил ответ на жалобу, однако жюри конкурса пока не опубликовало окончательных итогов.",
    "Цена контракта составила около трёх миллиардов рублей, включая обслуживание техники и обучение сотрудников.",
    "Эксперты считают, что щедрые обещания холдинга едва ли будут выполнены: заёмных средств уже не хватает.",
  ]

  static let kazakh = [
    "Қазақстан мен Өзбекстан үкіметтері көлік саласындағы ынтымақтастық туралы келісімге қол қойды, деп хабарлады баспасөз қызметі.",
    "Елордада өткен жиында «Самұрық» қоры мен шетелдік компаниялар жаңа зауыт салу жөнінде меморандум жасасты.",
    "Министрдің айтуынша, биыл өңірлерде отыз екі мектеп пен он бір аурухана пайдалануға берілмек.",
    "Ұлттық университет ғалымдары жер сілкінісін алдын ала болжаудың әдісін ұсынып, халықаралық гранттың иегері атанды.",
    "ҮКІМЕТ ЖАҢА БАҒДАРЛАМАНЫ МАҚҰЛДАДЫ. Құжат жыл соңына дейін күшіне енеді деп күтілуде.",
    "«Бұл жоба мыңдаған адамды жұмыспен қамтамасыз етеді», — деді облыс әкімінің орынбасары Дәурен Сәрсенов.",
    "Шартқа сәйкес, тараптар бес жыл бойы ауыл шаруашылығы өнімдерін бір-біріне баж салығынсыз жеткізеді.",
    "Қаланың орталық алаңында өткен көрмеге жүзге жуық кәсіпорын қатысып, өз өнімдерін таныстырды.",
    "Сот отырысы бейсенбіге шегерілді, өйткені айыпталушының қорғаушысы денсаулығына байланысты келе алмады.",
    "Теміржол бойындағы апаттан зардап шеккендерге көмек көрсетіліп жатыр, қаза тапқандар жоқ.",
    "Президент көршілес мемлекеттің елшісін қабылдап, екіжақты қарым-қатынасты нығайту жолдарын талқылады.",
    "Мұнай бағасының өсуіне қарамастан, теңгенің айырбас бағамы өзгеріссіз қалды, дейді сарапшылар.",
  ]

  static let german = [
    "Die Stadtwerke Lüneburg und die Firma „Möller“ haben einen Vertrag über die Lieferung von Fernwärme unterzeichnet.",
    "Nach Angaben der Behörde müssen Reisende auf der Strecke zwischen Fürth und Würzburg mit Verspätungen rechnen.",
    "Der österreichische Außenminister lobte die „außerordentlich gute“ Zusammenarbeit – trotz aller Gegensätze.",
    "Für das Gebäude wären rund 3,5 Millionen € nötig; die Förderung läuft jedoch im nächsten Frühjahr aus.",
    "GRÖSSERE ÜBUNG DER FEUERWEHR AM SONNABEND. Die Straße bleibt während der Übung für den Verkehr gesperrt.",
    "„Wir können das schaffen“, sagte die Geschäftsführerin Käthe Groß bei der Eröffnung des Werks in Thüringen.",
    "Gegen den Beschluss des Gerichts ist nach § 5 keine Beschwerde möglich, heißt es in der Begründung.",
    "Wegen eines Unfalls in Höhe der Raststätte staut sich der Verkehr auf fünf Kilometern Länge.",
    "Das Bündnis fordert höhere Löhne für Pflegekräfte und kündigte für März weitere Warnstreiks an.",
    "Die Universität Tübingen kooperiert künftig mit der École normale; dafür sind zwölf Plätze vorgesehen.",
    "Später äußerte sich auch der Aufsichtsrat: Man prüfe die Vorwürfe und wolle darüber im Juni entscheiden.",
    "Das Hochwasser hat in mehreren Dörfern Schäden angerichtet, verletzt wurde glücklicherweise niemand.",
  ]

  static let english = [
    "The two companies signed a “long-term” agreement on Tuesday, the firm’s spokesman said – the first in a decade.",
    "“We’re pleased with the outcome,” said José Almeida, who led the talks for the ministry of energy in Lisbon.",
    "The contract is worth about €40 million and doesn’t include the cost of training, according to the company’s report.",
    "Café owners across the city have protested against the new rules — which, they say, won’t help anyone at all.",
    "The university’s rector and Renée Dubois, head of the institute, opened the laboratory on Friday afternoon.",
    "PARLIAMENT’S VOTE WAS POSTPONED UNTIL NEXT WEEK. The opposition hasn’t said whether it will support the bill.",
    "The country’s largest exporter of grain expects a record harvest; prices haven’t changed since the spring.",
    "The delegation arrived in São Paulo on 12 March – a day later than planned – and met the state’s governor.",
    "Citroën and its partners will build the plant near the border, where it’s expected to employ 2,000 people.",
    "“There’s no reason to worry,” the governor’s office said after the earthquake, which damaged dozens of houses.",
    "The ministers discussed the treaty’s annexes, the visa regime and the railway’s future over a two-hour lunch.",
    "The museum’s new director, François Leclerc, promised to reopen the north wing before the end of the year…",
  ]
}
