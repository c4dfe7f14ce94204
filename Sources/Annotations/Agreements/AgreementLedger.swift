import DatelineText

/// The agreements of a document as they become known, one entry for each thing agreed.
struct AgreementLedger {
  let bearers: [Bearer]
  private(set) var agreements: [AgreementAnnotation] = []

  /// How many agreements back a sentence may speak of; bounds the work on endless lists.
  private static let memory = 48

  init(bearers: [Bearer]) { self.bearers = bearers }

  /// Adds what a sentence says: to an entry about the same thing, or as a new one.
  mutating func enter(_ found: AgreementAnnotation, fromTitle: Bool) {
    if found.pointsBack,
      let index = agreements.lastIndex(where: { Self.stage($0.status) > 0 })
        ?? agreements.lastIndex(where: { $0.title != nil })
    {
      merge(found, into: index)
      return
    }
    let fitting = agreements.indices.suffix(Self.memory).filter { isSame(agreements[$0], found) }
    // A headline only repeats what the body tells.
    // Without parties of its own a sentence means what is concluded rather than what is planned.
    let concluded = found.parties.isEmpty ? fitting.last { Self.stage(agreements[$0].status) >= 2 } : nil
    if let index = concluded ?? fitting.last
      ?? (fromTitle ? agreements.indices.first { mayBeMeant(agreements[$0], found) } : nil)
    {
      merge(found, into: index)
    } else {
      agreements.append(found)
    }
  }

  /// Types that one text uses for one thing ("agreement" stands for any of them).
  private func typesFit(_ a: String, _ b: String) -> Bool {
    a == b || a == "other" || b == "other" || a == "agreement" || b == "agreement"
  }

  static func stage(_ status: String) -> Int {
    switch status {
    case "discussed", "proposed", "negotiated": 0
    case "planned": 1
    case "signed", "adopted": 2
    default: 3
    }
  }

  private func isSame(_ a: AgreementAnnotation, _ b: AgreementAnnotation) -> Bool {
    guard typesFit(a.type, b.type) else { return false }
    let comesLater = Self.stage(b.status) == 3 && b.parties.isEmpty
    if let x = a.date, let y = b.date, !compatible(x, y), !comesLater { return false }
    let (one, other) = (Set(a.parties.map(partyKey)), Set(b.parties.map(partyKey)))
    let shared = !one.isDisjoint(with: other)
    // "The contract was signed in March": the one the text has been speaking of.
    if other.isEmpty, a.type == b.type, Self.stage(b.status) >= 2, a.title != nil { return true }
    let untitled = b.title == nil || b.parties.isEmpty
    if a.status == b.status {
      return one.isEmpty || other.isEmpty || shared && (a.type == b.type || untitled || b.type == "agreement")
    }
    // A plan that came true, or a signed paper that was extended or ended, further on in the text.
    if a.title == nil || b.title == nil, Self.stage(a.status) == 0, Self.stage(b.status) == 0 { return false }
    return a.type == b.type && shared && one.count > 1 && other.count > 1
      && abs(Self.stage(a.status) - Self.stage(b.status)) == 1
      && Self.stage(a.status) > 0
  }

  private func mayBeMeant(_ a: AgreementAnnotation, _ title: AgreementAnnotation) -> Bool {
    typesFit(a.type, title.type) || a.status == title.status
  }

  private func partyKey(_ party: AgreementAnnotation.Party) -> String {
    if let bearer = party.bearer {
      return bearers[bearer].kind == .place ? "country:" + party.country : "bearer:\(bearer)"
    }
    return "country:" + party.country
  }

  private func compatible(_ a: String, _ b: String) -> Bool {
    a == b || a.hasPrefix(b) || b.hasPrefix(a)
  }

  private mutating func merge(_ found: AgreementAnnotation, into index: Int) {
    var kept = agreements[index]
    if kept.type == "other" || kept.type == "agreement", found.type != "other", found.title != nil,
      kept.title == nil || kept.type == "other"
    {
      kept.type = found.type
    }
    kept.title = kept.title ?? found.title
    if Self.stage(found.status) > Self.stage(kept.status) || found.pointsBack && Self.stage(found.status) == 3
    {
      kept.status = found.status
    }
    let known = Set(kept.parties.map(partyKey))
    if kept.parties.count < 2 {
      kept.parties += found.parties.filter { !known.contains(partyKey($0)) }
    }
    kept.signatories += found.signatories.filter { !kept.signatories.contains($0) }
    if found.date?.count ?? 0 > kept.date?.count ?? 0, Self.stage(found.status) < 3 { kept.date = found.date }
    kept.place = kept.place ?? found.place
    kept.subject = kept.subject ?? found.subject
    kept.amount = kept.amount ?? found.amount
    kept.evidence += found.evidence.filter { !kept.evidence.contains($0) }
    kept.confidence = max(kept.confidence, found.confidence)
    agreements[index] = kept
  }
}
