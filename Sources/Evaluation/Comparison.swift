import DatelineRecords

/// A record held against its gold: counts and faults, field by field.
struct Comparison {
  struct Fault {
    var field: String
    var kind: EvaluationResult.Fault.Kind
    var what: String
    var context: String
  }

  private(set) var scores: [String: Score] = [:]
  private(set) var faults: [Fault] = []
  private(set) var remarks: [String] = []

  mutating func count(_ field: String, _ score: Score) { scores[field, default: Score()] += score }
  mutating func remark(_ text: String) { remarks.append(text) }
  mutating func missed(_ field: String, _ what: String, _ context: String = "") {
    faults.append(Fault(field: field, kind: .missed, what: what, context: context))
  }
  mutating func wrong(_ field: String, _ what: String, _ context: String = "") {
    faults.append(Fault(field: field, kind: .wrong, what: what, context: context))
  }

  /// Compares two bags of things that are the same if their keys are.
  mutating func compare<Key: Hashable>(
    _ field: String, expected: [Entry<Key>], found: [Entry<Key>]
  ) {
    var open: [Key: [Entry<Key>]] = [:]
    for entry in expected.reversed() { open[entry.key, default: []].append(entry) }
    var correct = 0
    for entry in found {
      if open[entry.key]?.popLast() != nil { correct += 1 } else { wrong(field, entry.what, entry.context) }
    }
    for entry in expected where open[entry.key]?.isEmpty == false {
      if let left = open[entry.key]?.popLast() { missed(field, left.what, left.context) }
    }
    count(field, Score(correct: correct, found: found.count, expected: expected.count))
  }

  /// Compares a value that is there once or not at all; empty texts count as not there.
  mutating func compare(_ field: String, expected: String?, found: String?) {
    let expected = expected.flatMap { $0.isEmpty ? nil : $0 }
    let found = found.flatMap { $0.isEmpty ? nil : $0 }
    let right = expected != nil && expected == found
    count(
      field, Score(correct: right ? 1 : 0, found: found == nil ? 0 : 1, expected: expected == nil ? 0 : 1))
    guard !right else { return }
    if let expected { missed(field, expected, found.map { "found: \($0)" } ?? "found nothing") }
    if let found { wrong(field, found, expected.map { "expected: \($0)" } ?? "expected none") }
  }
}

/// Something to be compared: what makes it the same, how to name it, where it stands.
struct Entry<Key: Hashable> {
  var key: Key
  var what: String
  var context: String

  init(_ key: Key, _ what: String, _ context: String = "") {
    self.key = key
    self.what = what
    self.context = context
  }
}
