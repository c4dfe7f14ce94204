/// Cases that a form of a word may stand in; several where one ending serves several, none where it says nothing.
@usableFromInline package struct GrammaticalCases: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt8
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
  @inlinable package init(arrayLiteral elements: GrammaticalCases...) {
    self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
  }
  @inlinable package static var ablative: GrammaticalCases { GrammaticalCases(rawValue: 1 << 0) }
  @inlinable package static var accusative: GrammaticalCases { GrammaticalCases(rawValue: 1 << 1) }
  @inlinable package static var dative: GrammaticalCases { GrammaticalCases(rawValue: 1 << 2) }
  @inlinable package static var genitive: GrammaticalCases { GrammaticalCases(rawValue: 1 << 3) }
  @inlinable package static var instrumental: GrammaticalCases { GrammaticalCases(rawValue: 1 << 4) }
  @inlinable package static var locative: GrammaticalCases { GrammaticalCases(rawValue: 1 << 5) }
  @inlinable package static var nominative: GrammaticalCases { GrammaticalCases(rawValue: 1 << 6) }

  /// As the dictionaries write them.
  static let names: [String: GrammaticalCases] = [
    "nom": .nominative, "gen": .genitive, "dat": .dative, "acc": .accusative, "ins": .instrumental,
    "loc": .locative, "abl": .ablative,
  ]

  /// Each of them by itself, always in the same order.
  package var each: [GrammaticalCases] {
    (0..<8).map { GrammaticalCases(rawValue: 1 << $0) }.filter { contains($0) }
  }
}

/// Numbers that a form of a word may stand in.
@usableFromInline package struct GrammaticalNumbers: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt8
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
  @inlinable package init(arrayLiteral elements: GrammaticalNumbers...) {
    self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
  }
  @inlinable package static var singular: GrammaticalNumbers { GrammaticalNumbers(rawValue: 1 << 0) }
  @inlinable package static var plural: GrammaticalNumbers { GrammaticalNumbers(rawValue: 1 << 1) }

  /// As the dictionaries write them.
  static let names: [String: GrammaticalNumbers] = ["sg": .singular, "pl": .plural]
}

/// Genders that a form of a word may have.
@usableFromInline package struct GrammaticalGenders: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt8
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
  @inlinable package static var masculine: GrammaticalGenders { GrammaticalGenders(rawValue: 1 << 0) }
  @inlinable package static var feminine: GrammaticalGenders { GrammaticalGenders(rawValue: 1 << 1) }
  @inlinable package static var neuter: GrammaticalGenders { GrammaticalGenders(rawValue: 1 << 2) }

  /// As the dictionaries write them.
  static let names: [String: GrammaticalGenders] = ["m": .masculine, "f": .feminine, "n": .neuter]

  /// The gender of a person with these and no other; `unknown` where they leave it open.
  package var ofPerson: Gender {
    self == .masculine ? .male : self == .feminine ? .female : .unknown
  }
}

extension OptionSet where Self: Sendable, Element == Self {
  /// What a list of short names says; nil if one of them is unknown.
  static func named(_ names: [String], in table: [String: Self]) -> Self? {
    var found: Self = []
    for name in names {
      guard let one = table[name] else { return nil }
      found.formUnion(one)
    }
    return found
  }
}

/// What a taken-off ending says about the form of a word.
///
/// Plain bits: every form of every word has one, and none is counted.
package struct Inflection: Sendable, Hashable {
  @usableFromInline package enum Class: String, Sendable, CaseIterable {
    case noun, adjective, given, family, patronymic, abbreviation, number, verb
  }
  package var kind: Class
  package var cases: GrammaticalCases
  package var number: GrammaticalNumbers
  package var gender: GrammaticalGenders

  package init(
    kind: Class, cases: GrammaticalCases = [], number: GrammaticalNumbers = [],
    gender: GrammaticalGenders = []
  ) {
    self.kind = kind
    self.cases = cases
    self.number = number
    self.gender = gender
  }

  /// Either of two readings of one form: the cases of both, and only what they agree on beside.
  package func joined(with other: Inflection) -> Inflection {
    Inflection(
      kind: kind, cases: cases.union(other.cases), number: number == other.number ? number : [],
      gender: gender == other.gender ? gender : [])
  }
}

/// Classes of endings, to choose by.
@usableFromInline package struct InflectionClasses: OptionSet, Sendable {
  @usableFromInline package let rawValue: UInt8
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
  package static let all = InflectionClasses(rawValue: .max)
  package static let noun = InflectionClasses(.noun)
  package static let adjective = InflectionClasses(.adjective)
  package static let given = InflectionClasses(.given)
  package static let family = InflectionClasses(.family)
  package static let patronymic = InflectionClasses(.patronymic)
  package static let abbreviation = InflectionClasses(.abbreviation)
  package static let number = InflectionClasses(.number)
  package static let verb = InflectionClasses(.verb)

  init(_ kind: Inflection.Class) {
    let place = Inflection.Class.allCases.firstIndex(of: kind) ?? 0
    self.init(rawValue: 1 << UInt8(place))
  }
}
