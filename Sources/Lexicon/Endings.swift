import DatelineText

/// What a taken-off ending says about the form of a word.
package struct Inflection: Sendable, Hashable {
  package enum Class: String, Sendable {
    case noun, adjective, given, family, patronymic, abbreviation, number, verb
  }
  package var kind: Class
  /// `nom`, `gen`, …; several where one ending serves several cases, none where it says nothing of case.
  package var cases: [String]
  /// `sg`, `pl` or empty.
  package var number: String
  /// `m`, `f`, `n` or empty.
  package var gender: String

  package init(kind: Class, cases: [String], number: String, gender: String) {
    self.kind = kind
    self.cases = cases
    self.number = number
    self.gender = gender
  }
}

extension Inflection {
  /// Either of two readings of one form: the cases of both, and only what they agree on beside.
  package func joined(with other: Inflection) -> Inflection {
    Inflection(
      kind: kind, cases: cases + other.cases.filter { !cases.contains($0) },
      number: number == other.number ? number : "", gender: gender == other.gender ? gender : "")
  }
}

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
  struct Rule: Sendable {
    var replacement: [UInt8]
    var slot: Int
    var inflection: Inflection
    /// Letters one of which must stand before the ending; empty for any.
    var after: [Unicode.Scalar]
    var afterIsForbidden: Bool
  }

  private var table = WordTable()
  private var rules: [[Rule]] = []
  private var longest = 0
  private var highestSlot = 1
  /// The rows as they stand: what is taken off, what is put back, and the slot.
  private(set) var rows: [(ending: String, replacement: String, slot: Int)] = []

  package init() {}

  static let columns = ["ending", "lemma-ending", "slot", "class", "after", "case", "number", "gender"]

  init(rows: DictionaryTable, fold: FoldedForm, faults: inout [DictionaryFault]) {
    for row in rows.rows {
      guard let kind = Inflection.Class(rawValue: row.fields[3]) else {
        faults.append(
          DictionaryFault(file: rows.file, line: row.line, message: "unknown class “\(row.fields[3])”"))
        continue
      }
      guard let slot = Int(row.fields[2]), (1...6).contains(slot) else {
        faults.append(
          DictionaryFault(file: rows.file, line: row.line, message: "slot must be a number from 1 to 6"))
        continue
      }
      let ending = fold(row.fields[0])
      if kind != .patronymic { self.rows.append((row.fields[0], row.fields[1], slot)) }
      let word = Int(table.insert(ending))
      while rules.count <= word { rules.append([]) }
      let forbidden = row.fields[4].hasPrefix("^")
      rules[word].append(
        Rule(
          replacement: Array(fold(row.fields[1]).utf8), slot: slot,
          inflection: Inflection(
            kind: kind, cases: row.list(5), number: row.fields[6], gender: row.fields[7]),
          after: Array(fold(forbidden ? String(row.fields[4].dropFirst()) : row.fields[4]).unicodeScalars),
          afterIsForbidden: forbidden))
      longest = max(longest, ending.utf8.count)
      highestSlot = max(highestSlot, slot)
    }
  }

  /// Whether these bytes as a whole are an ending (of a noun, a name or an abbreviation, in any slot).
  package func isEnding(_ bytes: ArraySlice<UInt8>) -> Bool {
    table.find(Array(bytes)) >= 0 || isChain(Array(bytes), from: highestSlot + 1, depth: 0)
  }

  /// Whether these bytes are an ending of one class.
  package func isEnding(_ bytes: ArraySlice<UInt8>, of kind: Inflection.Class) -> Bool {
    let word = table.find(Array(bytes))
    return word >= 0 && rules[Int(word)].contains { $0.inflection.kind == kind }
  }

  /// Whether the bytes fall into endings of descending slots without a stem.
  private func isChain(_ bytes: [UInt8], from slot: Int, depth: Int) -> Bool {
    guard depth < 4 else { return false }
    if bytes.isEmpty { return depth > 0 }
    for start in stride(from: bytes.count - 1, through: max(0, bytes.count - longest), by: -1) {
      let word = table.find(Array(bytes[start...]))
      guard word >= 0 else { continue }
      for rule in rules[Int(word)] where rule.slot < slot {
        if isChain(Array(bytes[..<start]), from: rule.slot, depth: depth + 1) { return true }
      }
    }
    return false
  }

  /// Calls `body` with each form that taking off endings may give, nearest to the word first in each slot.
  ///
  /// - Parameters:
  ///   - bytes: a folded word.
  ///   - kinds: only endings of these classes; nil for all.
  ///   - minimum: letters that must be left.
  /// - Complexity: O(endings that fit ^ slots); both are small and bounded.
  package func strip(
    _ bytes: [UInt8], kinds: Set<Inflection.Class>? = nil, minimum: Int = 2, _ body: (Stripped) -> Void
  ) {
    guard bytes.count <= 96 else { return }
    strip(bytes, original: bytes.count, below: highestSlot + 1, outer: nil, kinds, minimum, body)
  }

  private func strip(
    _ bytes: [UInt8], original: Int, below slot: Int, outer: Inflection?, _ kinds: Set<Inflection.Class>?,
    _ minimum: Int, _ body: (Stripped) -> Void
  ) {
    var start = bytes.count - 1
    let first = max(1, bytes.count - longest)
    while start >= first {
      defer { start -= 1 }
      // An ending starts where a code point starts.
      if bytes[start] & 0xC0 == 0x80 { continue }
      let word = bytes[start...].withUnsafeBufferPointer { table.find($0) }
      guard word >= 0 else { continue }
      for rule in rules[Int(word)] where rule.slot < slot {
        if let kinds, !kinds.contains(rule.inflection.kind) { continue }
        guard letters(in: bytes[..<start]) >= minimum, allows(rule, before: bytes[..<start]) else { continue }
        let form = Array(bytes[..<start]) + rule.replacement
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

  private func letters(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
  }

  private func allows(_ rule: Rule, before bytes: ArraySlice<UInt8>) -> Bool {
    if rule.after.isEmpty { return true }
    guard let last = String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last else {
      return false
    }
    return rule.after.contains(last) != rule.afterIsForbidden
  }
}
