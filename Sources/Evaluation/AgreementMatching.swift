import DatelineRecords

/// Pairs the agreements of a record with those expected, one to one.
struct AgreementMatching {
  let gold: GoldRecord
  let record: Record
  /// Which person of the gold each person of the record is, by id.
  let people: [String: String]
  /// Which organisation of the gold each organisation of the record is, by id.
  let organisations: [String: String]

  mutating func compare(_ expected: [GoldRecord.Agreement], into comparison: inout Comparison) {
    let found = record.agreements
    var candidates: [(gold: Int, found: Int, parties: Int, likeness: Double)] = []
    for (index, agreement) in expected.enumerated() {
      for (other, candidate) in found.enumerated() {
        guard agreement.status == candidate.status, agreement.type == candidate.type else { continue }
        let (shared, likeness) = partyOverlap(agreement, candidate)
        let evidence = evidenceOverlap(agreement, candidate)
        let noParties = (agreement.parties ?? []).isEmpty
        guard noParties ? evidence > 0 : likeness >= 0.5 else { continue }
        // Of several with the same parties, the one the same sentence shows.
        candidates.append((index, other, shared, likeness + evidence))
      }
    }
    candidates.sort { ($1.likeness, $0.gold, $0.found) < ($0.likeness, $1.gold, $1.found) }
    var matched: [Int: Int] = [:]
    var taken: Set<Int> = []
    for candidate in candidates where matched[candidate.gold] == nil && !taken.contains(candidate.found) {
      matched[candidate.gold] = candidate.found
      taken.insert(candidate.found)
      compareParts(
        expected[candidate.gold], found[candidate.found], shared: candidate.parties, into: &comparison)
    }
    comparison.count(
      "agreements", Score(correct: matched.count, found: found.count, expected: expected.count))
    for (index, agreement) in expected.enumerated() where matched[index] == nil {
      comparison.missed("agreements", describe(agreement), agreement.evidence?.first?.text ?? "")
    }
    for (index, agreement) in found.enumerated() where !taken.contains(index) {
      comparison.wrong("agreements", describe(agreement), agreement.evidence.first?.text ?? "")
    }
  }

  private func compareParts(
    _ expected: GoldRecord.Agreement, _ found: RecordAgreement, shared: Int, into comparison: inout Comparison
  ) {
    let name = found.title ?? found.type
    let wanted = expected.parties ?? []
    comparison.count(
      "agreements.parties", Score(correct: shared, found: found.parties.count, expected: wanted.count))
    if shared < max(wanted.count, found.parties.count) {
      comparison.wrong(
        "agreements.parties", "\(name): \(found.parties.map { self.name(of: $0) }.joined(separator: "; "))",
        "expected: \(wanted.map { self.name(of: $0) }.joined(separator: "; "))")
    }
    comparison.compare(
      "agreements.signatories",
      expected: (expected.signatories ?? []).map { Entry($0, "\(name): \(goldPerson($0))") },
      found: found.signatories.map { id in
        Entry(people[id] ?? "?" + id, "\(name): \(record.people.first { $0.id == id }?.name ?? id)")
      })
    comparison.compare("agreements.date", expected: expected.date, found: found.date)
  }

  /// How many parties are shared, and which part of all that is (Jaccard).
  private func partyOverlap(_ expected: GoldRecord.Agreement, _ found: RecordAgreement) -> (Int, Double) {
    let wanted = expected.parties ?? []
    var open = found.parties
    var shared = 0
    for party in wanted {
      if let index = open.firstIndex(where: { isSame(party, $0) }) {
        open.remove(at: index)
        shared += 1
      }
    }
    let all = wanted.count + found.parties.count - shared
    return (shared, all == 0 ? 0 : Double(shared) / Double(all))
  }

  private func isSame(_ expected: GoldRecord.Agreement.Party, _ found: RecordAgreement.Party) -> Bool {
    if let ref = found.ref, let mapped = organisations[ref] ?? people[ref], mapped == expected.ref {
      return true
    }
    if name(of: expected).lowercased() == name(of: found).lowercased() { return true }
    // Two countries are the same whatever they are called: "the Chinese side", "China".
    guard let country = country(of: expected), country == self.country(of: found) else { return false }
    return isCountry(expected) && isCountry(found)
  }

  private func isCountry(_ party: GoldRecord.Agreement.Party) -> Bool {
    guard let ref = party.ref else { return true }
    return gold.places?.contains { $0.id == ref } == true
  }
  private func isCountry(_ party: RecordAgreement.Party) -> Bool {
    guard let ref = party.ref else { return true }
    return record.places.contains { $0.id == ref }
  }

  private func name(of party: GoldRecord.Agreement.Party) -> String {
    guard let ref = party.ref else { return party.name ?? party.country ?? "" }
    return gold.organisations?.first { $0.id == ref }?.name ?? gold.places?.first { $0.id == ref }?.name
      ?? gold.people?.first { $0.id == ref }?.name ?? party.name ?? ref
  }
  private func name(of party: RecordAgreement.Party) -> String {
    guard let ref = party.ref else { return party.name }
    return record.organisations.first { $0.id == ref }?.name ?? record.places.first { $0.id == ref }?.name
      ?? record.people.first { $0.id == ref }?.name ?? party.name
  }
  private func country(of party: GoldRecord.Agreement.Party) -> String? {
    party.country ?? party.ref.flatMap { ref in gold.places?.first { $0.id == ref }?.country }
  }
  private func country(of party: RecordAgreement.Party) -> String? {
    party.country ?? party.ref.flatMap { ref in record.places.first { $0.id == ref }?.country }
  }
  private func goldPerson(_ id: String) -> String { gold.people?.first { $0.id == id }?.name ?? id }

  /// The part of the expected sentences that are evidence of the other one too, 0…1.
  private func evidenceOverlap(_ expected: GoldRecord.Agreement, _ found: RecordAgreement) -> Double {
    let wanted = (expected.evidence ?? []).map { collapsed($0.text) }
    let given = found.evidence.map { collapsed($0.text) }
    guard !wanted.isEmpty else { return 0 }
    let shared = wanted.count { sentence in
      given.contains { $0 == sentence || $0.contains(sentence) || sentence.contains($0) && !$0.isEmpty }
    }
    return Double(shared) / Double(wanted.count)
  }

  private func describe(_ agreement: GoldRecord.Agreement) -> String {
    "\(agreement.status) \(agreement.type): "
      + (agreement.parties ?? []).map { name(of: $0) }.joined(separator: "; ")
  }
  private func describe(_ agreement: RecordAgreement) -> String {
    "\(agreement.status) \(agreement.type): " + agreement.parties.map { name(of: $0) }.joined(separator: "; ")
  }
}
