import DatelineLexicon
import DatelineText

/// Organisations that a short form names.
extension BearerGrouping {
  /// «РАН» of «Российская академия наук», «ҚБФ-ның» where the text has introduced «ҚБФ», «Нацбанк» of the bank
  /// that a dictionary calls «Нацбанк РК» too: what is named by a short form is the one bearer of the full name.
  ///
  /// - Complexity: O(bearers and their aliases).
  mutating func mergeShortForms() {
    let mayBeShort = bearers.indices.filter {
      bearers[$0].kind == .organisation && bearers[$0].key.isEmpty && !bearers[$0].mentions.isEmpty
        && bearers[$0].name.utf8.count > 2
    }
    guard !mayBeShort.isEmpty else { return }
    let hasSingleWord = mayBeShort.contains { !bearers[$0].name.utf8.contains(UInt8(ascii: " ")) }
    var full: [[UInt8]: Set<Int>] = [:]
    for index in bearers.indices
    where hasSingleWord && bearers[index].kind == .organisation && !bearers[index].mentions.isEmpty {
      let firsts = bearers[index].name.unicodeScalars.split { $0 == "-" || Self.standsBetweenWords($0) }
        .compactMap { $0.first }
      let capitals = firsts.filter { Scalars.classify($0.value) == .upper }
      for initials in firsts == capitals ? [firsts] : [firsts, capitals] where initials.count > 2 {
        var letters = String.UnicodeScalarView()
        letters.append(contentsOf: initials)
        full[lexicon.fold.folded(String(letters)), default: []].insert(index)
      }
      guard !bearers[index].key.isEmpty, let known = knownOrganisation(bearers[index].name) else { continue }
      for alias in known.aliases {
        // Without the state at its end: «Нацбанк РК».
        guard let space = alias.lastIndex(of: " ") else { continue }
        full[lexicon.fold.folded(String(alias[..<space])), default: []].insert(index)
      }
    }
    for index in mayBeShort {
      guard !bearers[index].mentions.isEmpty, bearers[index].name.count > 2 else { continue }
      let name = lexicon.fold.folded(bearers[index].name)
      var target: Int?
      if let alias = organisationNames[name], alias != index { target = alias }
      let isShort = !bearers[index].name.utf8.contains(UInt8(ascii: " "))
      if target == nil, isShort, let found = full[name]?.subtracting([index]), found.count == 1 {
        target = found.first
      }
      guard let target, !bearers[target].mentions.isEmpty else { continue }
      bearers[target].mentions += bearers[index].mentions
      if !bearers[target].aliases.contains(bearers[index].name) {
        bearers[target].aliases.append(bearers[index].name)
      }
      bearers[index].mentions = []
      organisationNames[name] = target
    }
  }

  private func knownOrganisation(_ name: String) -> KnownOrganisation? {
    var node: Int32 = 0
    for word in name.split(separator: " ") {
      let number = lexicon.words.find(lexicon.fold.folded(String(word)))
      guard number >= 0, let next = lexicon.trie.next(node, number) else { return nil }
      node = next
    }
    for entry in lexicon.trie.entries(at: node) {
      if case .organisation(let index) = lexicon.entries[Int(entry)].knowledge {
        return lexicon.organisations[index]
      }
    }
    return nil
  }
}
