/// What recognition of names draws on; less than all only to measure what each contributes.
package struct NameSources: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Rules around titles, legal forms, nouns and quotation marks.
  package static let rules = NameSources(rawValue: 1)
  /// Lists of names as features of the model.
  package static let gazetteers = NameSources(rawValue: 2)
  /// How a word is written and what stands beside it elsewhere in the document.
  package static let document = NameSources(rawValue: 4)
  package static let all: NameSources = [.rules, .gazetteers, .document]
}
