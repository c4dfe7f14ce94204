import DatelineRecords
import DatelineTestSupport

/// Records for the tests of reports: one agreement told in two languages, a planned one, a fact, a repeat.
enum SampleNews {
  static let english: Record = {
    var sketch = RecordSketch(
      id: "e1", path: "news/en/1.txt", language: "en", title: "Two universities join forces",
      published: "2019-11-22",
      agency: "Steppe Wire", url: "https://news.example/en/1?a=1&b=2")
    sketch.person(
      "p1", "Aliya Beisenova", key: "beisenova aliya", roles: [.init(title: "Rector", organisation: "o1")])
    sketch.organisation("o1", "Altyn Dala University", key: "altyn dala", kind: "university", country: "KZ")
    sketch.organisation("o2", "Isarau University", key: "isarau", kind: "university", country: "DE")
    sketch.place("l1", "Munich", key: "munich", country: "DE")
    sketch.place("l2", "Kazakhstan", key: "KZ", kind: "country", country: "KZ")
    sketch.paragraph(
      "[o1|Altyn Dala University] and [o2|Isarau University] signed a memorandum on joint degree programmes in [l1|Munich] on {2019-11-21|21 November 2019}.",
      "Rector [p1|Aliya Beisenova] signed for [o1|Altyn Dala University].")
    sketch.paragraph(
      "[p1|Beisenova] first visited [o2|Isarau University] in {2018-05|May 2018}.",
      "Nobody was there in {2018-06|June 2018}.",
      "[l2|Kazakhstan] was at peace in {2016|2016}.")
    sketch.paragraph(
      "[p1|Beisenova] first visited [o2|Isarau University] in {2018-05|May 2018}.",
      duplicateOf: .init(paragraph: 1, similarity: 0.9))
    sketch.agreement(
      "a1", "memorandum", "signed", title: "Memorandum on joint degree programmes", parties: ["o1", "o2"],
      signatories: ["p1"], date: "2019-11-21", place: "l1", subject: "joint degree programmes", sentence: 0)
    return sketch.record
  }()

  static let kazakh: Record = {
    var sketch = RecordSketch(
      id: "k1", path: "news/kk/1.txt", language: "kk", title: "Екі университет күш біріктірді",
      published: "2019-11-23",
      agency: "Дала хабары")
    sketch.person(
      "p1", "Әлия Бейсенова", key: "beisenova aliya", roles: [.init(title: "ректор", organisation: "o1")])
    sketch.organisation(
      "o1", "«Алтын дала» университеті", key: "altyn dala", kind: "university", country: "KZ")
    sketch.organisation("o2", "Изарау университеті", key: "isarau", kind: "university", country: "DE")
    sketch.place("l1", "Қазақстан", key: "KZ", kind: "country", country: "KZ")
    sketch.paragraph(
      "[o1|«Алтын дала» университеті] мен [o2|Изарау университеті] бірлескен бағдарламалар туралы меморандумға қол қойды.",
      "[p1|Әлия Бейсенова] {2018-05-14|2018 жылғы 14 мамырда} [l1|Қазақстан] туралы айтты.")
    sketch.agreement(
      "a1", "memorandum", "signed", title: "Меморандум", parties: ["o1", "o2"], signatories: ["p1"],
      subject: "бірлескен бағдарламалар", sentence: 0)
    return sketch.record
  }()

  static let russian: Record = {
    var sketch = RecordSketch(
      id: "r1", path: "news/ru/1.txt", language: "ru", title: "Контракт готовится", published: "2020-02-01")
    sketch.organisation("o1", "АО «Тенгри Энерго»", key: "tengri", kind: "company", country: "KZ")
    sketch.organisation("o2", "Nordwerk GmbH", key: "nordwerk", kind: "company", country: "DE")
    sketch.place("l1", "Германия", key: "DE", kind: "country", country: "DE")
    sketch.paragraph("[o1|АО «Тенгри Энерго»] и [o2|Nordwerk GmbH] подпишут контракт в [l1|Германии].")
    sketch.agreement("a1", "contract", "planned", parties: ["o1", "o2"], sentence: 0)
    return sketch.record
  }()

  static let all = [english, kazakh, russian]

  /// A record in which every field that people read is an attack on the page.
  static func hostile(_ poison: String) -> Record {
    var sketch = RecordSketch(
      id: poison, path: poison, language: poison, title: poison, published: "2020-01-01", agency: poison,
      url: poison)
    sketch.person(
      "p1", poison, key: poison, roles: [.init(title: poison, organisation: "o1", country: poison)])
    sketch.organisation("o1", poison, key: poison, kind: poison, country: poison)
    sketch.place("l1", poison, key: poison, kind: "country", country: poison)
    sketch.paragraph("[p1|x] met [o1|x] on {2020-01-02|2 January 2020} at [l1|x].", "And signed.")
    sketch.agreement(
      "a1", poison, poison, title: poison, parties: ["o1", "l1"], signatories: ["p1"], date: "2020-01-02",
      place: "l1",
      subject: poison, sentence: 1)
    sketch.edit { record in
      record.agreements[0].evidence[0].text = poison
      record.agreements[0].currency = poison
      record.agreements[0].amount = 5
      record.summary = [poison]
      record.source.feed = poison
      record.people[0].mentions[0].text = poison
      record.organisations[0].aliases = [poison]
      record.authors = [poison]
      // The sentence of the fact is poisoned too.
      let scalars = Array(record.text.unicodeScalars)
      record.text = poison + String(String.UnicodeScalarView(scalars[...]))
      let shift = poison.unicodeScalars.count
      func moved(_ span: Span) -> Span { Span(span.start + shift, span.end + shift) }
      record.sentences = [Span(0, record.sentences[0].end + shift), moved(record.sentences[1])]
      record.dates[0].span = moved(record.dates[0].span)
      record.people[0].mentions[0].span = moved(record.people[0].mentions[0].span)
      record.organisations[0].mentions[0].span = moved(record.organisations[0].mentions[0].span)
      record.places[0].mentions[0].span = moved(record.places[0].mentions[0].span)
      record.agreements[0].evidence[0].span = moved(record.agreements[0].evidence[0].span)
    }
    return sketch.record
  }
}
