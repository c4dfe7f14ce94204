/// The kinds of knowledge, as a set: what a text holds at a place is asked far oftener than what exactly it is.
@usableFromInline package struct KnowledgeKinds: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt32
  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }
  // Of this type and inlined: the one that all sets share asks a table for each member.
  @inlinable package init(arrayLiteral elements: KnowledgeKinds...) {
    self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
  }

  @inlinable package static var calendar: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 0) }
  @inlinable package static var number: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 1) }
  @inlinable package static var currency: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 2) }
  @inlinable package static var givenName: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 3) }
  @inlinable package static var familyName: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 4) }
  @inlinable package static var connector: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 5) }
  @inlinable package static var title: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 6) }
  @inlinable package static var titleModifier: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 7) }
  @inlinable package static var appointment: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 8) }
  @inlinable package static var organisationForm: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 9) }
  @inlinable package static var commonNoun: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 10) }
  @inlinable package static var organisationWord: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 11) }
  @inlinable package static var organisation: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 12) }
  @inlinable package static var place: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 13) }
  @inlinable package static var placeAdjective: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 14) }
  @inlinable package static var inhabitant: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 15) }
  @inlinable package static var placeWord: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 16) }
  @inlinable package static var agreementWord: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 17) }
  @inlinable package static var undertaking: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 18) }
  @inlinable package static var trigger: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 19) }
  @inlinable package static var modality: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 20) }
  @inlinable package static var party: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 21) }
  @inlinable package static var attribution: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 22) }
  @inlinable package static var definite: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 23) }
  @inlinable package static var document: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 24) }
  @inlinable package static var reminder: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 25) }
  @inlinable package static var preposition: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 26) }
  @inlinable package static var stopword: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 27) }
  @inlinable package static var literal: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 28) }
  @inlinable package static var titleBody: KnowledgeKinds { KnowledgeKinds(rawValue: 1 << 29) }
  @inlinable package static var all: KnowledgeKinds { KnowledgeKinds(rawValue: .max) }
}

extension Knowledge {
  /// The kind of it alone.
  package var kind: KnowledgeKinds {
    switch self {
    case .calendar: .calendar
    case .number: .number
    case .currency: .currency
    case .givenName: .givenName
    case .familyName: .familyName
    case .connector: .connector
    case .title: .title
    case .titleModifier: .titleModifier
    case .titleBody: .titleBody
    case .appointment: .appointment
    case .organisationForm: .organisationForm
    case .commonNoun: .commonNoun
    case .organisationWord: .organisationWord
    case .organisation: .organisation
    case .place: .place
    case .placeAdjective: .placeAdjective
    case .inhabitant: .inhabitant
    case .placeWord: .placeWord
    case .agreementWord: .agreementWord
    case .undertaking: .undertaking
    case .trigger: .trigger
    case .modality: .modality
    case .party: .party
    case .attribution: .attribution
    case .definite: .definite
    case .document: .document
    case .reminder: .reminder
    case .preposition: .preposition
    case .stopword: .stopword
    case .literal: .literal
    }
  }
}
