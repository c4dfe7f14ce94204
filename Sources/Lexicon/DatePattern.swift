/// What is wrong with a pattern.
struct PatternProblem: Error { var message: String }

/// A row of `date-patterns.tsv`: how a temporal expression is put together and what it means.
package final class DatePattern: Sendable {
  @usableFromInline package enum Operation: String, Sendable {
    case date, range, list, shift, offset, weekday, duration, set, decade, century, holiday, reference, time
    /// A business year named by two years: its value is the later.
    case fiscal
    /// The period named before, or its like of another year.
    case period
    /// The first months or quarters of a year: "the first nine months of 2019".
    case opening
    /// Half an hour before the hour that is named: "halb sieben", «половина седьмого».
    case halfBefore = "half-before"
    /// No date: what these words would otherwise say is not read.
    case nothing = "none"
    /// The length of a range of numbers of a unit.
    case sum
    /// So many units ahead in a clause that looks ahead, else so many units.
    case ahead
    /// The nth week, weekend or weekday of a month or year.
    case nth
    /// The night before a day.
    case nightBefore = "night-before"
    case relativeDay = "relative-day"
    case relativeYear = "relative-year"
    case relativeMonth = "relative-month"
    case relativeWeek = "relative-week"
  }

  /// What a slot takes; at most 64 of them, so that a set of slots is one number.
  @usableFromInline package enum Slot: UInt8, Sendable, CaseIterable {
    case day, month, year, weekday, season, unit, number, ordinal, shift, direction, modifier, holiday
    case quarter, half, decade, reference, roman, hour, minute, clock, zone, iso, numeric, quantity, span,
      set, units
    /// A month in the form that a day stands behind.
    case monthGenitive
    case spanUnit, weekdayPart, weekdaySet, relativeQuarter, monthNumber, shortYear, relativeDay
    /// A year that is not four figures: an ordinal below a hundred («он тоғызыншы жылы» is 2019), three figures,
    /// one word with its unit.
    case ordinalYear
    case relativeYear, relativeMonth, relativeWeek, partOfDay
    /// A day and a month in figures: "28.10".
    case numericDay
    /// A month and a year in figures: "10/2021", "2021-10".
    case numericMonth
    /// "last", where it counts from the end of a month or year.
    case last

    /// As patterns write it: `month-genitive`.
    package var name: String {
      "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
    /// The slot as a member of a set of slots.
    package var bit: UInt64 { 1 << UInt64(rawValue) }

    static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
  }

  /// One thing to match.
  package enum Item: Sendable, Hashable {
    /// A word, in small letters.
    case word(String)
    /// A sign; `-` stands for any dash or hyphen.
    case sign(String)
    /// Nothing of this may follow.
    indirect case absent([Item])
    /// A slot with the values it is limited to (empty: any) and which end of a range it belongs to (0: neither).
    case slot(Slot, only: String, index: Int)
  }

  /// An item and whether it belongs to the expression.
  package struct Step: Sendable, Hashable {
    package var item: Item
    package var isContext: Bool
  }

  package let name: String
  package let type: String
  package let operation: Operation
  /// The pattern written out without choices and options: each a plain sequence.
  package let sequences: [[Step]]
  package let example: String
  package let expect: String
  package let counterExample: String

  /// The words that have to match literally.
  package var literals: Set<String> {
    var found: Set<String> = []
    func add(_ item: Item) {
      switch item {
      case .word(let word): found.insert(word)
      case .absent(let items): items.forEach(add)
      default: break
      }
    }
    for step in sequences.joined() { add(step.item) }
    return found
  }

  static let mostSequences = 1024

  init(
    name: String, pattern: String, type: String, operation: String, example: String, expect: String,
    counterExample: String
  ) throws {
    guard ["DATE", "TIME", "DURATION", "SET", "NONE"].contains(type) else {
      throw PatternProblem(message: "type must be DATE, TIME, DURATION, SET or NONE")
    }
    guard let operation = Operation(rawValue: operation) else {
      throw PatternProblem(message: "unknown operation “\(operation)”")
    }
    guard (type == "NONE") == (operation == .nothing) else {
      throw PatternProblem(message: "type NONE and operation none go together")
    }
    self.name = name
    self.type = type
    self.operation = operation
    self.example = example
    self.expect = expect
    self.counterExample = counterExample
    var parser = PatternParser(pattern)
    let sequences = try parser.choice()
    guard parser.isAtEnd else { throw PatternProblem(message: "unexpected “\(parser.rest)”") }
    var seen: Set<[Step]> = []
    self.sequences = sequences.filter { !$0.isEmpty && seen.insert($0).inserted }
    if self.sequences.isEmpty { throw PatternProblem(message: "the pattern is empty") }
  }
}

/// Reads the small language of patterns into plain sequences.
private struct PatternParser {
  private var characters: [Character]
  private var at = 0
  private var inContext = false

  init(_ pattern: String) { characters = Array(pattern) }

  var isAtEnd: Bool { at >= characters.count }
  var rest: String { String(characters[min(at, characters.count)...]) }

  /// Sequences separated by `|`.
  mutating func choice() throws -> [[DatePattern.Step]] {
    var all = try sequence()
    while !isAtEnd, characters[at] == "|" {
      at += 1
      all += try sequence()
    }
    return all
  }

  private mutating func sequence() throws -> [[DatePattern.Step]] {
    var all: [[DatePattern.Step]] = [[]]
    while !isAtEnd {
      let alternatives: [[DatePattern.Step]]
      switch characters[at] {
      case " ":
        at += 1
        continue
      case "|", ")", "]", ">": return all
      case "[":
        at += 1
        alternatives = [[]] + (try choice())
        try expect("]")
      case "(":
        at += 1
        alternatives = try choice()
        try expect(")")
      case "<" where at + 1 < characters.count && characters[at + 1] == "!":
        at += 2
        let banned = try choice()
        guard banned.allSatisfy({ $0.count == 1 }) else {
          throw PatternProblem(message: "<! > takes single words, signs and slots")
        }
        alternatives = [[DatePattern.Step(item: .absent(banned.map { $0[0].item }), isContext: true)]]
        try expect(">")
      case "<":
        at += 1
        inContext = true
        alternatives = try choice()
        inContext = false
        try expect(">")
      case "{": alternatives = [[try slot()]]
      case "\"": alternatives = [[try sign()]]
      default: alternatives = [[word()]]
      }
      var next: [[DatePattern.Step]] = []
      for head in all { for tail in alternatives { next.append(head + tail) } }
      guard next.count <= DatePattern.mostSequences else {
        throw PatternProblem(message: "has too many choices; split it into several patterns")
      }
      all = next
    }
    return all
  }

  private mutating func expect(_ character: Character) throws {
    guard !isAtEnd, characters[at] == character else {
      throw PatternProblem(message: "“\(character)” is missing")
    }
    at += 1
  }

  private mutating func word() -> DatePattern.Step {
    var text = ""
    while !isAtEnd, !" |)]>[(<{\"".contains(characters[at]) {
      text.append(characters[at])
      at += 1
    }
    return DatePattern.Step(item: .word(text), isContext: inContext)
  }

  private mutating func sign() throws -> DatePattern.Step {
    at += 1
    var text = ""
    while !isAtEnd, characters[at] != "\"" {
      text.append(characters[at])
      at += 1
    }
    try expect("\"")
    return DatePattern.Step(item: .sign(text), isContext: inContext)
  }

  private mutating func slot() throws -> DatePattern.Step {
    at += 1
    var text = ""
    while !isAtEnd, characters[at] != "}" {
      text.append(characters[at])
      at += 1
    }
    try expect("}")
    let parts = text.split(separator: ":", maxSplits: 1)
    var name = String(parts.first ?? "")
    let only = parts.count > 1 ? String(parts[1]) : ""
    var index = 0
    if let last = name.last, last == "1" || last == "2" {
      index = last == "1" ? 1 : 2
      name.removeLast()
    }
    guard let slot = DatePattern.Slot.byName[name] else {
      throw PatternProblem(message: "there is no slot {\(name)}")
    }
    return DatePattern.Step(item: .slot(slot, only: only, index: index), isContext: inContext)
  }
}
