import DatelineText

/// A form that taking off endings may give.
package struct Stripped: Sendable {
  /// The folded bytes of the possible dictionary form.
  package var bytes: [UInt8]
  /// What the last ending taken off (the outermost) says.
  package var inflection: Inflection
  /// Bytes of the word that were replaced, counted from its end.
  package var removed: Int
  /// Bytes that were put in their place.
  package var added: Int
}

/// The endings of a language: how a word in text goes back to its dictionary form.
///
/// Endings are taken off slot by slot, the highest first, at most one a slot.
package struct Endings: Sendable {
  /// Plain values only, so that trying a rule counts no reference.
  private struct Rule: Sendable {
    /// Where its replacement stands in `replacements`.
    var replacement: Range<Int>
    var slot: Int
    var kind: InflectionClasses
    var inflection: Inflection
    /// Where the letters stand in `letters` of which one must (or must not) stand before the ending; empty for any.
    var after: Range<Int>
    var afterIsForbidden: Bool
  }

  private var table = WordTable()
  /// The rules of all endings, those of one ending side by side.
  private var rules: [Rule] = []
  /// Where the rules of each ending begin; one more at the end.
  private var firstRules: [Int] = [0]
  private var replacements: [UInt8] = []
  private var letters: [UInt32] = []
  private var longest = 0
  private var highestSlot = 1
  /// The cases that names of men show by an ending, by their last letter.
  private var casesOfMen: [UInt32: GrammaticalCases] = [:]
  /// The rows as they stand: what is taken off, what is put back, and the slot.
  private(set) var rows: [(ending: String, replacement: String, slot: Int)] = []

  package init() {}

  static let columns = ["ending", "lemma-ending", "slot", "class", "after", "case", "number", "gender"]

  init(rows: DictionaryTable, fold: FoldedForm, faults: inout [DictionaryFault]) {
    var byEnding: [[Rule]] = []
    for row in rows.rows {
      func fault(_ message: String) {
        faults.append(DictionaryFault(file: rows.file, line: row.line, message: message))
      }
      guard let kind = Inflection.Class(rawValue: row.fields[3]) else {
        fault("unknown class “\(row.fields[3])”")
        continue
      }
      guard let slot = Int(row.fields[2]), (1...6).contains(slot) else {
        fault("slot must be a number from 1 to 6")
        continue
      }
      guard let cases = GrammaticalCases.named(row.list(5), in: GrammaticalCases.names),
        let number = GrammaticalNumbers.named(row.list(6), in: GrammaticalNumbers.names),
        let gender = GrammaticalGenders.named(row.list(7), in: GrammaticalGenders.names)
      else {
        fault("cases are nom, gen, dat, acc, ins, loc and abl, numbers sg and pl, genders m, f and n")
        continue
      }
      let ending = fold(row.fields[0])
      if kind != .patronymic { self.rows.append((row.fields[0], row.fields[1], slot)) }
      let word = Int(table.insert(ending))
      while byEnding.count <= word { byEnding.append([]) }
      let replacement = replacements.count
      replacements += fold(row.fields[1]).utf8
      let forbidden = row.fields[4].hasPrefix("^")
      let after = letters.count
      letters += fold(forbidden ? String(row.fields[4].dropFirst()) : row.fields[4]).unicodeScalars.map(
        \.value)
      byEnding[word].append(
        Rule(
          replacement: replacement..<replacements.count, slot: slot, kind: InflectionClasses(kind),
          inflection: Inflection(kind: kind, cases: cases, number: number, gender: gender),
          after: after..<letters.count, afterIsForbidden: forbidden))
      if kind == .given || kind == .family, gender == .masculine {
        // «Кирилл», «Андрей», «Игорь»: what an ending stands behind, or what it takes the place of.
        let lasts = row.fields[1].isEmpty ? letters[after...].map { $0 } : [replacements.lastScalar]
        if !forbidden { for letter in lasts { casesOfMen[letter, default: []].formUnion(cases) } }
      }
      longest = max(longest, ending.utf8.count)
      highestSlot = max(highestSlot, slot)
    }
    for all in byEnding {
      rules += all
      firstRules.append(rules.count)
    }
  }

  /// The cases in which a man's name, folded, would have an ending; none for one that does not change.
  package func cases(ofMan name: [UInt8]) -> GrammaticalCases {
    casesOfMen[name.lastScalar]?.subtracting(.nominative) ?? []
  }

  /// The numbers of the rules of an ending.
  private func rules(of ending: Int32) -> Range<Int> {
    firstRules[Int(ending)]..<firstRules[Int(ending) + 1]
  }

  /// Whether these bytes as a whole are an ending (of a noun, a name or an abbreviation, in any slot).
  package func isEnding(_ bytes: ArraySlice<UInt8>) -> Bool {
    table.find(Array(bytes)) >= 0 || isChain(Array(bytes), from: highestSlot + 1, depth: 0)
  }

  /// Whether these bytes are an ending of one class.
  package func isEnding(_ bytes: ArraySlice<UInt8>, of kind: Inflection.Class) -> Bool {
    let word = table.find(Array(bytes))
    return word >= 0 && rules(of: word).contains { rules[$0].inflection.kind == kind }
  }

  /// Whether the bytes fall into endings of descending slots without a stem.
  private func isChain(_ bytes: [UInt8], from slot: Int, depth: Int) -> Bool {
    guard depth < 4 else { return false }
    if bytes.isEmpty { return depth > 0 }
    for start in stride(from: bytes.count - 1, through: max(0, bytes.count - longest), by: -1) {
      let word = table.find(Array(bytes[start...]))
      guard word >= 0 else { continue }
      for rule in rules(of: word) where rules[rule].slot < slot {
        if isChain(Array(bytes[..<start]), from: rules[rule].slot, depth: depth + 1) { return true }
      }
    }
    return false
  }

  /// Calls `body` with each form that taking off endings may give, nearest to the word first in each slot.
  ///
  /// - Parameters:
  ///   - bytes: a folded word.
  ///   - kinds: only endings of these classes.
  ///   - minimum: letters that must be left.
  /// - Complexity: O(endings that fit ^ slots); both are small and bounded.
  package func strip(
    _ bytes: [UInt8], kinds: InflectionClasses = .all, minimum: Int = 2, _ body: (Stripped) -> Void
  ) {
    guard bytes.count <= 96 else { return }
    strip(bytes, original: bytes.count, below: highestSlot + 1, outer: nil, kinds, minimum, body)
  }

  private func strip(
    _ bytes: [UInt8], original: Int, below slot: Int, outer: Inflection?, _ kinds: InflectionClasses,
    _ minimum: Int, _ body: (Stripped) -> Void
  ) {
    var start = bytes.count - 1
    let first = max(1, bytes.count - longest)
    while start >= first {
      defer { start -= 1 }
      // An ending starts where a code point starts.
      if bytes[start] & 0xC0 == 0x80 { continue }
      let word = bytes.withUnsafeBufferPointer { table.find(UnsafeBufferPointer(rebasing: $0[start...])) }
      guard word >= 0 else { continue }
      for number in rules(of: word) {
        let rule = rules[number]
        guard rule.slot < slot, !kinds.isDisjoint(with: rule.kind), allows(rule, bytes, before: start),
          Self.letters(in: bytes, before: start) >= minimum
        else { continue }
        var form: [UInt8] = []
        form.reserveCapacity(start + rule.replacement.count)
        form += bytes[..<start]
        form += replacements[rule.replacement]
        let inflection = outer ?? rule.inflection
        body(
          Stripped(
            bytes: form, inflection: inflection, removed: original - start, added: rule.replacement.count))
        if rule.slot > 1 {
          strip(form, original: original, below: rule.slot, outer: inflection, kinds, minimum, body)
        }
      }
    }
  }

  private static func letters(in bytes: [UInt8], before end: Int) -> Int {
    var count = 0
    for at in 0..<end where bytes[at] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func allows(_ rule: Rule, _ bytes: [UInt8], before end: Int) -> Bool {
    if rule.after.isEmpty { return true }
    guard end > 0 else { return false }
    let last = bytes.withUnsafeBufferPointer { Scalars.decode($0, before: end).value }
    return letters[rule.after].contains(last) != rule.afterIsForbidden
  }
}

extension [UInt8] {
  /// The last code point of valid UTF-8; 0 if there is none.
  fileprivate var lastScalar: UInt32 {
    isEmpty ? 0 : withUnsafeBufferPointer { Scalars.decode($0, before: $0.count).value }
  }
}
