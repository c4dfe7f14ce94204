import DatelineAnnotations
import DatelineDocuments
import DatelineRepetition
import DatelineText

/// Puts together the record of a document from what the rooms before have found.
public struct RecordAssembler {
  let document: Document
  let body: NormalisedText
  let title: NormalisedText?
  let annotations: DocumentAnnotations
  /// Repeated paragraphs: index → what it repeats.
  let repeats: [Int: Repeat]
  /// Makes the linking keys of bearers that the dictionaries give none.
  let keys: LinkingKey

  /// An assembler for one document; nothing is computed yet.
  public init(
    document: Document, body: NormalisedText, title: NormalisedText?, annotations: DocumentAnnotations,
    repeats: [Int: Repeat], keys: LinkingKey
  ) {
    self.keys = keys
    self.document = document
    self.body = body
    self.title = title
    self.annotations = annotations
    self.repeats = repeats
  }

  /// The record.
  ///
  /// - Complexity: O(bytes + annotations · log).
  public func record() -> Record {
    let spans = SpanMaker(body: body, title: title)
    var record = Record(
      id: document.givenID
        ?? DocumentIdentity.id(
          url: document.source.url, title: title?.writtenString ?? "", text: body.writtenBytes),
      source: RecordSource(
        path: document.source.path, format: document.source.format.rawValue, item: document.source.item,
        url: document.source.url, feed: document.source.feed, encoding: document.source.encoding,
        bytes: document.source.bytes),
      language: body.language.code, text: body.writtenString)
    record.script = body.language.script
    record.languageConfidence = (body.language.confidence * 1000).rounded() / 1000
    record.title = title.map(\.writtenString)
    record.authors = document.authors
    record.agency = annotations.agency
    fillPublication(&record)
    if let dateline = annotations.dateline {
      record.dateline = RecordDateline(
        place: dateline.place, country: dateline.country, date: dateline.date, agency: dateline.agency,
        span: spans.span(dateline.range))
    }
    for (index, paragraph) in body.paragraphs.enumerated() {
      let duplicate = repeats[index].map {
        RecordParagraph.Duplicate(paragraph: $0.paragraph, similarity: $0.similarity)
      }
      let code = paragraph.language.code
      record.paragraphs.append(
        RecordParagraph(
          span: spans.span(paragraph.range), duplicateOf: duplicate,
          language: code == body.language.code ? nil : code))
    }
    record.sentences = body.sentences.map { spans.span($0.range) }
    fillValues(&record, spans)
    let ids = fillBearers(&record, spans)
    fillAgreements(&record, spans, ids)
    let start = annotations.dateline?.range.upper ?? 0
    record.summary = Summariser(
      text: body, annotations: annotations, repeated: Set(repeats.keys), storyStart: storyStart(after: start)
    ).sentences().map { body.writtenString(in: $0) }
    record.warnings =
      document.irregularities.map { item in
        item.offset.map { "\(item.message) (byte \($0))" } ?? item.message
      } + body.warnings + (title?.warnings ?? []).map { "headline: \($0)" }
    return record
  }

  /// The first byte of the story behind the dateline's dash.
  private func storyStart(after end: Int) -> Int {
    guard end > 0 else { return 0 }
    let next = body.tokens.first {
      $0.range.lower >= end && ($0.kind == .word || $0.kind == .number || isQuote($0))
    }
    return next?.range.lower ?? end
  }

  private func isQuote(_ token: Token) -> Bool {
    ["«", "„", "“", "\""].contains(body.string(of: token))
  }

  private func fillPublication(_ record: inout Record) {
    if let published = document.published {
      record.published = published.description
      record.publishedFrom = document.publishedFrom
    } else if let dateline = annotations.dateline, let day = annotations.reference,
      dateline.published != nil || dateline.date == day.description
    {
      record.published = day.description
      record.publishedFrom = .dateline
    }
  }

  private func fillValues(_ record: inout Record, _ spans: SpanMaker) {
    for part in [TextPart.title, .body] {
      for date in annotations.dates[part] ?? [] {
        let mention = spans.mention(date.range, part)
        record.dates.append(
          RecordDate(
            text: mention.text, span: mention.span, in: mention.in, type: date.type, value: date.value,
            mod: date.mod, start: date.start, end: date.end, anchor: date.anchor))
      }
      for amount in annotations.amounts[part] ?? [] {
        let mention = spans.mention(amount.range, part)
        record.amounts.append(
          RecordAmount(
            text: mention.text, span: mention.span, in: mention.in, value: amount.value,
            currency: amount.currency))
      }
    }
  }

  /// Adds people, organisations and places; returns the id of each bearer.
  private func fillBearers(_ record: inout Record, _ spans: SpanMaker) -> [Int: String] {
    var ids: [Int: String] = [:]
    var counts: [NameKind: Int] = [:]
    let letters: [NameKind: String] = [.person: "p", .organisation: "o", .place: "l"]
    for (index, bearer) in annotations.bearers.enumerated() where !bearer.mentions.isEmpty {
      counts[bearer.kind, default: 0] += 1
      ids[index] = (letters[bearer.kind] ?? "x") + String(counts[bearer.kind] ?? 0)
    }
    for (index, bearer) in annotations.bearers.enumerated() {
      guard let id = ids[index] else { continue }
      let mentions = bearer.mentions.map { spans.mention($0.range, $0.part) }
      let key = bearer.key.isEmpty ? keys.key(of: bearer.name) : bearer.key
      let country = bearer.country.isEmpty ? nil : bearer.country
      switch bearer.kind {
      case .person:
        let roles = bearer.roles.map { placed in
          let span = spans.mention(placed.role.range, placed.part)
          return RecordPerson.Role(
            title: placed.role.title, organisation: placed.organisation.flatMap { ids[$0] },
            country: placed.role.country.isEmpty ? nil : placed.role.country, span: span.span, in: span.in,
            modifier: placed.role.modifier.isEmpty ? nil : placed.role.modifier)
        }
        record.people.append(
          RecordPerson(id: id, name: bearer.name, key: key, roles: roles, mentions: mentions))
      case .organisation:
        record.organisations.append(
          RecordOrganisation(
            id: id, name: bearer.name, key: key, aliases: bearer.aliases,
            kind: bearer.category.isEmpty ? "other" : bearer.category, country: country, mentions: mentions))
      case .place:
        record.places.append(
          RecordPlace(
            id: id, name: bearer.name, key: key, kind: bearer.category.isEmpty ? "other" : bearer.category,
            country: country, mentions: mentions))
      }
    }
    return ids
  }

  private func fillAgreements(_ record: inout Record, _ spans: SpanMaker, _ ids: [Int: String]) {
    for (index, found) in annotations.agreements.enumerated() {
      var agreement = RecordAgreement(
        id: "a\(index + 1)", type: found.type, status: found.status, title: found.title)
      agreement.parties = found.parties.map { party in
        RecordAgreement.Party(
          ref: party.bearer.flatMap { ids[$0] }, name: party.name,
          country: party.country.isEmpty ? nil : party.country)
      }
      agreement.signatories = found.signatories.compactMap { ids[$0] }
      agreement.date = found.date
      agreement.place = found.place.flatMap { ids[$0] }
      agreement.subject = found.subject
      agreement.amount = found.amount?.value
      agreement.currency = found.amount?.currency
      let event = EventCode(status: found.status)
      agreement.plover = event.plover
      agreement.cameo = event.cameo
      agreement.confidence = (found.confidence * 100).rounded() / 100
      agreement.evidence = found.evidence.map { spans.mention($0.range, $0.part) }
      record.agreements.append(agreement)
    }
  }
}

/// Byte ranges to spans of code points and quoted text.
struct SpanMaker {
  let body: NormalisedText
  let title: NormalisedText?
  private let bodyOffsets: CodePointOffsets
  private let titleOffsets: CodePointOffsets

  init(body: NormalisedText, title: NormalisedText?) {
    self.body = body
    self.title = title
    bodyOffsets = CodePointOffsets(body.writtenBytes)
    titleOffsets = CodePointOffsets(title?.writtenBytes ?? [])
  }

  /// The span of a range of the body.
  func span(_ range: TextRange) -> Span {
    let range = body.writtenRange(of: range)
    return Span(bodyOffsets.codePoints(at: range.lower), bodyOffsets.codePoints(at: range.upper))
  }

  /// A range of either part with its text.
  func mention(_ range: TextRange, _ part: TextPart) -> Mention {
    switch part {
    case .body: return Mention(text: body.writtenString(in: range), span: span(range))
    case .title:
      let text = title?.writtenString(in: range) ?? ""
      let range = title?.writtenRange(of: range) ?? range
      return Mention(
        text: text,
        span: Span(titleOffsets.codePoints(at: range.lower), titleOffsets.codePoints(at: range.upper)),
        in: TextPart.title.rawValue)
    }
  }
}

/// The codes under which political event data files an agreement's status.
///
/// PLOVER (Open Event Data Alliance, 2018) and CAMEO 1.1b3 (Schrodt, 2012).
struct EventCode {
  var plover: String
  var cameo: String

  init(status: String) {
    switch status {
    case "signed", "adopted", "ratified", "in-force", "extended": (plover, cameo) = ("AGREE", "057")
    case "negotiated": (plover, cameo) = ("AGREE", "030")
    case "discussed": (plover, cameo) = ("CONSULT", "036")
    case "planned", "proposed": (plover, cameo) = ("AGREE", "030")
    case "terminated", "breached": (plover, cameo) = ("REDUCE", "160")
    default: (plover, cameo) = ("AGREE", "05")
    }
  }
}
