import DatelineRecords
import DatelineTestSupport
import Testing

/// What is true of every record: nothing in it that its text does not show.
struct RecordInvariants {
  private let record: Record
  private let body: [Unicode.Scalar]
  private let title: [Unicode.Scalar]

  init(_ record: Record) {
    self.record = record
    body = Array(record.text.unicodeScalars)
    title = Array((record.title ?? "").unicodeScalars)
  }

  /// Checks spans, references and the summary.
  func check() {
    checkLayout()
    for date in record.dates {
      check(Mention(text: date.text, span: date.span, in: date.in))
      #expect(TimexValue.isSound(date.value), "\(record.source.path): \(date.value)")
    }
    for amount in record.amounts { check(Mention(text: amount.text, span: amount.span, in: amount.in)) }
    let bearers: [(id: String, name: String, mentions: [Mention])] =
      record.people.map { ($0.id, $0.name, $0.mentions) }
      + record.organisations.map { ($0.id, $0.name, $0.mentions) }
      + record.places.map { ($0.id, $0.name, $0.mentions) }
    for bearer in bearers {
      #expect(!bearer.name.isEmpty && !bearer.mentions.isEmpty, "\(record.source.path): \(bearer.id)")
      for mention in bearer.mentions { check(mention) }
    }
    checkReferences(Set(bearers.map(\.id)))
    for sentence in record.summary {
      #expect(record.text.contains(sentence), "\(record.source.path): \(sentence)")
    }
    #expect(record.summary.count <= 3)
  }

  private func checkLayout() {
    if let dateline = record.dateline { #expect(isInside(dateline.span, body)) }
    for paragraph in record.paragraphs { #expect(isInside(paragraph.span, body)) }
    for sentence in record.sentences {
      #expect(isInside(sentence, body))
      #expect(record.paragraphs.contains { $0.span.start <= sentence.start && sentence.end <= $0.span.end })
    }
  }

  private func checkReferences(_ known: Set<String>) {
    for role in record.people.flatMap(\.roles) {
      if let organisation = role.organisation { #expect(known.contains(organisation)) }
      if let span = role.span { #expect(isInside(span, role.in == nil ? body : title)) }
    }
    for agreement in record.agreements {
      #expect(!agreement.evidence.isEmpty)
      for evidence in agreement.evidence { check(evidence) }
      for reference in agreement.parties.compactMap(\.ref) + agreement.signatories {
        #expect(known.contains(reference), "\(record.source.path): \(reference)")
      }
      if let place = agreement.place { #expect(known.contains(place)) }
    }
  }

  /// `text[span] == mention`.
  private func check(_ mention: Mention) {
    let part = mention.in == nil ? body : title
    guard isInside(mention.span, part) else {
      Issue.record("\(record.source.path): \(mention) lies outside")
      return
    }
    #expect(
      Array(mention.text.unicodeScalars) == Array(part[mention.span.start..<mention.span.end]),
      "\(record.source.path): \(mention)")
  }

  private func isInside(_ span: Span, _ part: [Unicode.Scalar]) -> Bool {
    0 <= span.start && span.start < span.end && span.end <= part.count
  }
}
