import DatelineLexicon
import DatelineText

/// Who takes part in an agreement, and what else belongs to it.
extension AgreementFinder {
  func fill(
    _ agreement: inout AgreementAnnotation, _ trigger: SentenceScene.Trigger, _ paper: SentenceScene.Paper?,
    _ scene: SentenceScene, _ known: AgreementLedger
  ) {
    let resolution = PartyResolution(scene: scene, bearers: bearers, trigger: trigger, paper: paper)
    let participants = resolution.participants()
    let signing = ["signed", "extended", "ratified", "adopted"].contains(agreement.status)
    var parties: [AgreementAnnotation.Party] = []
    func add(_ bearer: Int?, _ name: String, _ country: String) {
      guard
        !parties.contains(where: {
          $0.bearer == bearer && bearer != nil || $0.bearer == nil && $0.name == name
        })
      else { return }
      parties.append(AgreementAnnotation.Party(bearer: bearer, country: country, name: name))
    }
    let hasFrame = resolution.isFramed
    for actor in participants {
      let bearer = bearers[actor.bearer]
      switch actor.kind {
      case .organisation:
        if bearer.category == "media", participants.count > 2 { continue }
        add(actor.bearer, bearer.name, bearer.country)
      case .place: add(actor.bearer, bearer.name, bearer.country)
      case .person:
        if signing, trigger.status == "signed" { agreement.signatories.append(actor.bearer) }
        if hasFrame { continue }
        if let organisation = bearer.roles.compactMap(\.organisation).first {
          add(organisation, bearers[organisation].name, bearers[organisation].country)
        } else if let country = bearer.roles.map(\.role.country).first(where: { !$0.isEmpty }) {
          addCountry(country, &parties)
        }
      }
    }
    if parties.count < 2 {
      for state in resolution.counterparts() { addCountry(state.country, &parties, named: state.name) }
    }
    if parties.isEmpty {
      for city in resolution.capitals() { addCountry(bearers[city.bearer].country, &parties) }
    }
    if parties.count < 2 {
      for place in resolution.adjectiveCountries()
      where !parties.contains(where: { $0.country == place.country }) {
        addCountry(place.country, &parties, named: place.name)
      }
    }
    if scene.marks.contains(where: { $0.frame == .sides }),
      !hasFrame || ["discussed", "proposed", "negotiated"].contains(trigger.status),
      let last = known.agreements.last(where: { $0.parties.count > 1 })
    {
      // "The sides": whoever else is named is what they spoke about.
      parties = last.parties
    }
    if parties.count < 2, pointsAtSides(scene), let pair = lastPair(scene) {
      for bearer in pair { add(bearer, bearers[bearer].name, bearers[bearer].country) }
    }
    if parties.count < 2, pointsAtSides(scene),
      let last = known.agreements.last(where: { $0.parties.count > 1 })
    {
      for party in last.parties where !parties.contains(party) { parties.append(party) }
    }
    if parties.isEmpty, paper != nil, stillOpen(agreement.status),
      let last = known.agreements.last(where: { !$0.parties.isEmpty })
    {
      // "A contract is to be signed in December": by those the text was just speaking of.
      parties = last.parties
    }
    // A parliament that ratifies what states agreed is none of the parties.
    let states = parties.filter { $0.bearer.map { bearers[$0].kind == .place } ?? true }
    if ["ratified", "adopted"].contains(agreement.status), states.count >= 2 { parties = states }
    agreement.parties = parties
    agreement.date = date(of: agreement.status, trigger, paper, scene)
    agreement.place = place(scene, participants, trigger, paper)
    agreement.subject = subject(trigger, paper, scene)
    if let sum = amounts[scene.part]?.first(where: { sentenceRange(scene).contains($0.range) }), paper != nil
    {
      agreement.amount = sum
    }
  }

  func addCountry(
    _ country: String, _ parties: inout [AgreementAnnotation.Party], named: String? = nil
  ) {
    guard
      !parties.contains(where: {
        $0.country == country && ($0.bearer.map { bearers[$0].kind == .place } ?? true)
      })
    else { return }
    let bearer = bearers.firstIndex {
      $0.kind == .place && $0.category == "country" && $0.country == country && !$0.mentions.isEmpty
    }
    let name =
      bearer.map { bearers[$0].name } ?? named
      ?? lexicon.places.first { $0.kind == "country" && $0.country == country }?.name ?? country
    parties.append(AgreementAnnotation.Party(bearer: bearer, country: country, name: name))
  }
}
