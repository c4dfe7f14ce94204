import DatelineLexicon
import DatelineText

/// One text of a document with what was found in it.
struct AnnotatedPart {
  var part: TextPart
  var scan: NameScan
  var names: FoundNames
}

/// Decides which mentions of a document name the same person, organisation or place.
struct BearerGrouping {
  var bearers: [Bearer] = []
  let lexicon: Lexicon
  /// The words of all names of persons.
  private var personNames = PersonNames()
  /// The words of each person's name, in order.
  private var personWords: [Int: [PersonNames.Word]] = [:]
  /// The persons that a word is part of the name of, in order.
  private var personsWith: [Int32: [Int]] = [:]
  var organisationNames = BearerNames()
  private var placeNames = BearerNames()

  init(_ parts: [AnnotatedPart], lexicon: Lexicon) {
    self.lexicon = lexicon
    // The body first: it has the full names that a headline shortens.
    let order = parts.sorted { $0.part == .body && $1.part != .body }
    for part in order { addOthers(part) }
    for part in order { addAliases(part) }
    mergeShortForms()
    for part in order { addPersons(part, full: true) }
    for part in order { addPersons(part, full: false) }
    for part in order { addUnclaimed(part) }
    linkRoles()
    finish()
  }

  // MARK: Organisations and places

  private mutating func addOthers(_ part: AnnotatedPart) {
    for name in part.names.others {
      let mention = PlacedMention(part: part.part, range: name.range)
      if name.kind == .place {
        let key = name.key.isEmpty ? lexicon.fold.folded(name.name) : Array(name.key.utf8)
        if let known = placeNames[key] {
          bearers[known].mentions.append(mention)
          // The plain name is better than an abbreviation or the full style of a state.
          if name.isMainName, bearers[known].name != name.name { bearers[known].name = name.name }
          continue
        }
        placeNames[key] = bearers.count
        bearers.append(
          Bearer(
            kind: .place, name: name.name, category: name.category, country: name.country, key: name.key,
            mentions: [mention]))
      } else {
        let core = organisationCore(name.name)
        let keyed = name.key.isEmpty ? [] : Array(("key:" + name.key).utf8)
        if let known = organisationNames[core] ?? organisationNames[keyed] {
          bearers[known].mentions.append(mention)
          if name.name != bearers[known].name, !bearers[known].aliases.contains(name.name) {
            bearers[known].aliases.append(name.name)
          }
          if bearers[known].country.isEmpty { bearers[known].country = name.country }
          organisationNames[core] = known
          continue
        }
        organisationNames[core] = bearers.count
        // «Hanbit Medical» корпорациясы: what is quoted names it too.
        if let quoted = quotedBeginning(of: name.name) {
          let core = organisationCore(quoted)
          if organisationNames[core] == nil { organisationNames[core] = bearers.count }
        }
        if !keyed.isEmpty { organisationNames[keyed] = bearers.count }
        bearers.append(
          Bearer(
            kind: .organisation, name: name.name, category: name.category, country: name.country,
            key: name.key, mentions: [mention]))
      }
    }
  }

  /// Abbreviations that the text introduces behind a name: "(NIA)", «(бұдан әрі – АТЫО)».
  private mutating func addAliases(_ part: AnnotatedPart) {
    let reading = part.scan.reading
    for name in part.names.others where name.kind == .organisation {
      guard let (token, text) = abbreviation(behind: name.tokens, part.scan),
        let bearer = bearerIndex(of: name, part.part)
      else { continue }
      let folded = lexicon.fold.folded(text)
      organisationNames[folded] = bearer
      if !bearers[bearer].aliases.contains(text), text != bearers[bearer].name {
        bearers[bearer].aliases.append(text)
      }
      merge(namedAt: reading.text.tokens[token].range, part.part, into: bearer)
    }
  }

  /// An abbreviation of the dictionary that stands in the brackets was taken for an organisation of its own.
  private mutating func merge(namedAt range: TextRange, _ part: TextPart, into bearer: Int) {
    guard
      let other = bearers.indices.first(where: {
        $0 != bearer && bearers[$0].kind == .organisation
          && bearers[$0].mentions.contains { $0.part == part && $0.range == range }
      })
    else { return }
    bearers[bearer].mentions += bearers[other].mentions
    if bearers[bearer].key.isEmpty { bearers[bearer].key = bearers[other].key }
    bearers[other].mentions = []
  }

  private func abbreviation(behind tokens: Range<Int>, _ scan: NameScan) -> (Int, String)? {
    let reading = scan.reading
    let limit = scan.sentence(of: tokens.lowerBound).upperBound
    guard tokens.upperBound + 2 < limit, reading.isSign(tokens.upperBound, "(") else { return nil }
    var token = tokens.upperBound + 1
    var last: Int?
    while token < min(limit, tokens.upperBound + 9) {
      if reading.isSign(token, ")") {
        guard let last, isAbbreviation(last, scan) else { return nil }
        return (last, reading.string(last))
      }
      if scan.isWord(token) { last = token }
      token += 1
    }
    return nil
  }

  private func isAbbreviation(_ token: Int, _ scan: NameScan) -> Bool {
    let text = scan.reading.string(token)
    guard text.count >= 2, text.count <= 12, scan.isCapitalised(token) else { return false }
    return text.unicodeScalars.filter(\.properties.isUppercase).count >= 2
  }

  private func bearerIndex(of name: NameAnnotation, _ part: TextPart) -> Int? {
    bearers.firstIndex {
      $0.kind == name.kind && $0.mentions.contains { $0.part == part && $0.range == name.range }
    }
  }

  // MARK: Persons

  private mutating func addPersons(_ part: AnnotatedPart, full: Bool) {
    for mention in part.names.persons {
      var words = personNames.words(of: mention.name.name, lexicon)
      guard (words.count > 1) == full else { continue }
      let placed = PlacedMention(part: part.part, range: withApostrophe(mention.name.tokens, part.scan))
      if !full, person(named: words, near: placed) == nil {
        // "Peters" of "Dirk Peters" looks like the genitive of a Peter.
        let forms = part.scan.nominative.foldedForms(of: mention.name.tokens.lowerBound)
        for form in forms.compactMap({ personNames.known($0) })
        where person(named: [form], near: placed) != nil {
          words = [form]
          break
        }
      }
      let roles = mention.roles.map { PlacedRole(part: part.part, role: $0) }
      if let known = person(named: words, near: placed) {
        bearers[known].mentions.append(placed)
        bearers[known].roles += roles
        if bearers[known].name != mention.name.name, isShouted(bearers[known].name),
          !isShouted(mention.name.name), mention.name.name.count > 3
        {
          // Only a headline in capitals names them in full.
          bearers[known].name = bearers[known].name.split(separator: " ")
            .map { ICU.title(String($0), locale: lexicon.code) }.joined(separator: " ")
        }
        if PersonNames.isFuller(words, than: personWords[known] ?? []) {
          register(words, of: known)
          bearers[known].name = mention.name.name
        }
        continue
      }
      // A lone word that only ends like a name needs a second sign.
      if mention.name.score < 0.6, !isConfirmed(mention.name, part) { continue }
      register(words, of: bearers.count)
      bearers.append(Bearer(kind: .person, name: mention.name.name, roles: roles, mentions: [placed]))
    }
  }

  private mutating func register(_ words: [PersonNames.Word], of person: Int) {
    personWords[person] = words
    for word in words where personsWith[word.number]?.contains(person) != true {
      personsWith[word.number, default: []].append(person)
    }
  }

  /// Whether a name is written in capitals throughout.
  private func isShouted(_ name: String) -> Bool {
    let written = LetterCase(of: name)
    return written.letters > 3 && written.isAllCapitals
  }

  /// "Merz’ Appell": where nouns have a genitive, the apostrophe that stands for it belongs to the name.
  private func withApostrophe(_ tokens: Range<Int>, _ scan: NameScan) -> TextRange {
    let range = scan.reading.range(tokens)
    let next = tokens.upperBound
    guard lexicon.profile.nounCapitals, scan.tokens.indices.contains(next),
      scan.reading.isPossessive(next) || scan.reading.isSign(next, "’"),
      scan.tokens[next].range.lower == range.upper, scan.tokens[next].range.upper - range.upper <= 3
    else { return range }
    return TextRange(range.lower, scan.tokens[next].range.upper)
  }

  private func isConfirmed(_ name: NameAnnotation, _ part: AnnotatedPart) -> Bool {
    let scan = part.scan
    func speaks(_ token: Int) -> Bool {
      scan.tokens.indices.contains(token)
        && scan.reading.has(at: token, [.attribution, .trigger]) {
          switch $0 {
          case .attribution, .trigger(_, .verb): true
          default: false
          }
        }
    }
    if speaks(name.tokens.upperBound) || speaks(name.tokens.lowerBound - 1) { return true }
    return part.names.persons.lazy.filter { $0.name.name == name.name }.prefix(2).count > 1
  }

  /// The person that these words name, the one named last before the mention if several fit.
  private func person(named words: [PersonNames.Word], near mention: PlacedMention) -> Int? {
    var best: (person: Int, distance: Int)?
    // Whoever it is shares a word with the name.
    for (place, word) in words.enumerated() {
      guard let persons = personsWith[word.number] else { continue }
      for person in persons where person != best?.person {
        guard let own = personWords[person],
          // Asked already, by a word in front.
          !words[..<place].contains(where: { own.contains($0) }), personNames.agree(words, own, lexicon)
        else { continue }
        let distance = distance(person, mention)
        if let best, (best.distance, best.person) <= (distance, person) { continue }
        best = (person, distance)
      }
    }
    return best?.person
  }

  private func distance(_ bearer: Int, _ mention: PlacedMention) -> Int {
    // Mentions are added in the order of the text, so the last one in front is found at once.
    let before = bearers[bearer].mentions.last {
      $0.part == mention.part && $0.range.lower < mention.range.lower
    }
    return before.map { mention.range.lower - $0.range.lower } ?? Int.max
  }

  // MARK: What the finders left

  /// Family names and abbreviations that stand elsewhere by themselves.
  private mutating func addUnclaimed(_ part: AnnotatedPart) {
    let scan = part.scan
    var claimed = [Bool](repeating: false, count: scan.tokens.count)
    for name in part.names.others { for token in name.tokens { claimed[token] = true } }
    for person in part.names.persons { for token in person.name.tokens { claimed[token] = true } }
    var families: [Int32: [Int]] = [:]
    // Only what begins like one of them can be a form of it.
    var initials: Set<UInt32> = []
    // In the order of the text: of two that are equally near the same one is taken in every run.
    for (index, words) in personWords.sorted(by: { $0.key < $1.key }) where words.count > 1 {
      // «Гринкевич» ends like a patronymic and is none: the last word counts as well.
      var ends = [personNames.familyWord(of: words, lexicon), words.last].compactMap { $0 }
      if ends.count > 1, ends[0] == ends[1] { ends.removeLast() }
      for family in ends {
        families[family.number, default: []].append(index)
        initials.insert(family.initial)
      }
    }
    for token in scan.tokens.indices
    where !claimed[token] && scan.isCapitalised(token) && !scan.blocked[token] {
      let mention = PlacedMention(part: part.part, range: scan.tokens[token].range)
      if let organisation = alias(token, scan) {
        bearers[organisation].mentions.append(mention)
        continue
      }
      guard initials.contains(PersonNames.initial(of: scan.reading.folded(token))) else { continue }
      for form in scan.nominative.foldedForms(of: token) {
        guard let word = personNames.known(form), let known = families[word.number] else { continue }
        if let nearest = known.max(by: { distance($0, mention) > distance($1, mention) }) {
          bearers[nearest].mentions.append(mention)
        }
        break
      }
    }
  }

  /// An abbreviation of an organisation of this document, with or without an ending.
  private func alias(_ token: Int, _ scan: NameScan) -> Int? {
    // One capital and no other: a word like nearly all.
    guard !scan.tokens[token].shape.isDisjoint(with: [.allCapitals, .innerCapital]),
      scan.reading.string(token).unicodeScalars.count(where: { Scalars.classify($0.value) == .upper }) >= 2
    else { return nil }
    let bytes = scan.reading.folded(token)
    if let known = organisationNames[bytes] { return known }
    if let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")),
      lexicon.endings.isEnding(bytes[(hyphen + 1)...]) || bytes.count - hyphen < 12,
      let known = organisationNames[Array(bytes[..<hyphen])]
    {
      return known
    }
    var found: Int?
    lexicon.endings.strip(bytes, kinds: [.abbreviation, .noun]) { stripped in
      if found == nil { found = organisationNames[stripped.bytes] }
    }
    return found
  }

  // MARK: The end

  private mutating func linkRoles() {
    guard bearers.contains(where: { $0.roles.contains { $0.role.organisation != nil } }) else { return }
    var organisationAt: [PlacedMention: Int] = [:]
    for (index, bearer) in bearers.enumerated() where bearer.kind == .organisation {
      for mention in bearer.mentions { organisationAt[mention] = index }
    }
    for person in bearers.indices {
      for index in bearers[person].roles.indices {
        let role = bearers[person].roles[index]
        guard let range = role.role.organisation else { continue }
        bearers[person].roles[index].organisation =
          organisationAt[PlacedMention(part: role.part, range: range)]
      }
    }
  }

  private mutating func finish() {
    for index in bearers.indices {
      if bearers[index].mentions.count > 1 {
        let sorted = bearers[index].mentions.sorted {
          ($0.part == .title ? 0 : 1, $0.range) < ($1.part == .title ? 0 : 1, $1.range)
        }
        bearers[index].mentions.removeAll(keepingCapacity: true)
        for mention in sorted where bearers[index].mentions.last != mention {
          bearers[index].mentions.append(mention)
        }
      }
      if bearers[index].roles.count > 1 {
        var titles = Vocabulary(capacity: bearers[index].roles.count)
        bearers[index].roles = bearers[index].roles.filter {
          let known = titles.count
          titles.insert(lexicon.fold.folded($0.role.title).withUnsafeBufferPointer(WordHash.of))
          return titles.count > known
        }
      }
      if bearers[index].kind == .organisation, !bearers[index].aliases.isEmpty {
        preferSmallLetters(&bearers[index])
        // The fullest name names it; the rest are aliases.
        let names = [bearers[index].name] + bearers[index].aliases
        if let longest = names.max(by: { $0.count < $1.count }), longest != bearers[index].name,
          longest.count > bearers[index].name.count + 4
        {
          bearers[index].aliases = names.filter { $0 != longest }
          bearers[index].name = longest
        }
      }
    }
  }

  /// A name in capitals, as headlines have it, gives way to the same name as the text writes it.
  private func preferSmallLetters(_ bearer: inout Bearer) {
    let name = bearer.name
    guard LetterCase(of: name).isAllCapitals,
      let place = bearer.aliases.firstIndex(where: {
        !LetterCase(of: $0).isAllCapitals && organisationCore($0) == organisationCore(name)
      })
    else { return }
    bearer.name = bearer.aliases[place]
    bearer.aliases.remove(at: place)
  }
}
