/// The kinds of knowledge, as a set: what a text holds at a place is asked far oftener than what exactly it is.
package struct KnowledgeKinds: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let calendar = KnowledgeKinds(rawValue: 1 << 0)
  package static let number = KnowledgeKinds(rawValue: 1 << 1)
  package static let currency = KnowledgeKinds(rawValue: 1 << 2)
  package static let givenName = KnowledgeKinds(rawValue: 1 << 3)
  package static let familyName = KnowledgeKinds(rawValue: 1 << 4)
  package static let connector = KnowledgeKinds(rawValue: 1 << 5)
  package static let title = KnowledgeKinds(rawValue: 1 << 6)
  package static let titleModifier = KnowledgeKinds(rawValue: 1 << 7)
  package static let appointment = KnowledgeKinds(rawValue: 1 << 8)
  package static let organisationForm = KnowledgeKinds(rawValue: 1 << 9)
  package static let commonNoun = KnowledgeKinds(rawValue: 1 << 10)
  package static let organisationWord = KnowledgeKinds(rawValue: 1 << 11)
  package static let organisation = KnowledgeKinds(rawValue: 1 << 12)
  package static let place = KnowledgeKinds(rawValue: 1 << 13)
  package static let placeAdjective = KnowledgeKinds(rawValue: 1 << 14)
  package static let inhabitant = KnowledgeKinds(rawValue: 1 << 15)
  package static let placeWord = KnowledgeKinds(rawValue: 1 << 16)
  package static let agreementWord = KnowledgeKinds(rawValue: 1 << 17)
  package static let undertaking = KnowledgeKinds(rawValue: 1 << 18)
  package static let trigger = KnowledgeKinds(rawValue: 1 << 19)
  package static let modality = KnowledgeKinds(rawValue: 1 << 20)
  package static let party = KnowledgeKinds(rawValue: 1 << 21)
  package static let attribution = KnowledgeKinds(rawValue: 1 << 22)
  package static let definite = KnowledgeKinds(rawValue: 1 << 23)
  package static let document = KnowledgeKinds(rawValue: 1 << 24)
  package static let reminder = KnowledgeKinds(rawValue: 1 << 25)
  package static let preposition = KnowledgeKinds(rawValue: 1 << 26)
  package static let stopword = KnowledgeKinds(rawValue: 1 << 27)
  package static let literal = KnowledgeKinds(rawValue: 1 << 28)
  package static let titleBody = KnowledgeKinds(rawValue: 1 << 29)
  package static let all = KnowledgeKinds(rawValue: .max)
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
