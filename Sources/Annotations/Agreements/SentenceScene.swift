import DatelineLexicon
import DatelineText

/// One sentence as the finder of agreements sees it: who is in it, and which words tell of agreeing.
struct SentenceScene {
  /// A bearer named in the sentence.
  struct Actor {
    var bearer: Int
    var kind: NameKind
    var tokens: Range<Int>
    /// Named by a common noun ("the ministry") that points back.
    var pointsBack = false
  }
  struct Trigger {
    var tokens: Range<Int>
    var status: String
    var kind: TriggerKind
    /// Behind the last token of the phrase, its second half included («подписи … поставили»).
    var end: Int
  }
  struct Paper {
    var tokens: Range<Int>
    /// Nil for "document", "paper": the kind is not said.
    var type: String?
    var form: String
  }
  struct Modal {
    var tokens: Range<Int>
    var effect: ModalEffect
  }
  struct PartyMark {
    var tokens: Range<Int>
    var frame: PartyFrame
    var position: Position
  }

  let part: TextPart
  let scan: NameScan
  let sentence: Int
  let tokens: Range<Int>
  var actors: [Actor] = []
  var triggers: [Trigger] = []
  var papers: [Paper] = []
  var undertakings: [Range<Int>] = []
  var modals: [Modal] = []
  var marks: [PartyMark] = []
  var attributions: [(tokens: Range<Int>, position: Position)] = []
  /// Common nouns for organisations outside names, with their kind: "the ministry", «компания».
  var commonNouns: [(tokens: Range<Int>, kind: String, isPlural: Bool)] = []
  /// Adjectives of countries outside names, with the country.
  var adjectives: [(token: Int, countries: [KnownPlace])] = []

  var reading: LexicalReading { scan.reading }

  init(part: AnnotatedPart, sentence: Int, actors: [Actor]) {
    self.part = part.part
    scan = part.scan
    self.sentence = sentence
    tokens = part.scan.reading.text.sentences[sentence].tokens
    self.actors = actors
    collect()
  }

  private mutating func collect() {
    var inName = Set<Int>()
    for actor in actors { inName.formUnion(actor.tokens) }
    var takenByTrigger = Set<Int>()
    var found: [(match: LexicalMatch, knowledge: Knowledge)] = []
    for token in tokens where !inName.contains(token) {
      for match in reading.matches(at: token) { found.append((match, reading.knowledge(match))) }
    }
    found.sort {
      let (a, b) = ($0.match, $1.match)
      let (x, y) = (a.tokens.count + (a.tail?.count ?? 0), b.tokens.count + (b.tail?.count ?? 0))
      return x != y ? x > y : a.tokens.lowerBound < b.tokens.lowerBound
    }
    for (match, knowledge) in found {
      let all = Set(match.tokens).union(match.tail.map(Set.init) ?? [])
      switch knowledge {
      case .trigger(let status, let kind):
        // Verb forms are listed; an ending taken off a noun or participle is welcome, off a verb it is chance.
        if match.inflection != nil, kind == .verb { continue }
        guard takenByTrigger.isDisjoint(with: all) else {
          addReading(status, kind, match)
          continue
        }
        takenByTrigger.formUnion(all)
        triggers.append(
          Trigger(
            tokens: match.tokens, status: status, kind: atEnd(match, kind),
            end: match.tail?.upperBound ?? match.tokens.upperBound))
      case .agreementWord(let type):
        guard !papers.contains(where: { $0.tokens.overlaps(match.tokens) }) else { continue }
        papers.append(Paper(tokens: match.tokens, type: type, form: reading.entry(match).lemma))
      case .document:
        guard !papers.contains(where: { $0.tokens.overlaps(match.tokens) }) else { continue }
        papers.append(Paper(tokens: match.tokens, type: nil, form: reading.entry(match).form))
      case .undertaking: undertakings.append(match.tokens)
      case .modality(let effect): modals.append(Modal(tokens: match.tokens, effect: effect))
      case .party(let frame, let position):
        guard
          !marks.contains(where: { $0.tokens.overlaps(match.tokens) && $0.tokens.count > match.tokens.count })
        else { continue }
        marks.append(PartyMark(tokens: match.tokens, frame: frame, position: position))
      case .attribution(let position): attributions.append((match.tokens, position))
      case .commonNoun(let kind):
        guard !commonNouns.contains(where: { $0.tokens.overlaps(match.tokens) }) else { continue }
        commonNouns.append((match.tokens, kind, match.inflection?.number == .plural))
      case .organisationForm(let role, let kind):
        guard role != .legalAfter, role != .legalBefore,
          !commonNouns.contains(where: { $0.tokens.overlaps(match.tokens) })
        else { continue }
        commonNouns.append((match.tokens, kind, match.inflection?.number == .plural))
      case .placeAdjective(let index):
        adjectives.append((match.tokens.lowerBound, [reading.lexicon.places[index]]))
      default: break
      }
    }
    // A paper inside a trigger phrase ("signing of the memorandum" as one entry) stays a paper.
    triggers.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    papers.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    modals.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    addCompoundAdjectives(inName)
  }

  /// A participle that closes a verb-last sentence is its verb: «… қол қойған болатын».
  private func atEnd(_ match: LexicalMatch, _ kind: TriggerKind) -> TriggerKind {
    guard kind == .participle, reading.lexicon.profile.verbLast else { return kind }
    let rest = match.tokens.upperBound..<tokens.upperBound
    let words = rest.prefix { scan.isWord($0) }
    let closed = words.endIndex >= tokens.upperBound || !scan.isWord(words.endIndex)
    return words.count <= 2 && closed ? .verb : kind
  }

  /// The same words may be a verb and a participle ("signed"): the verb is remembered, the rest is decided by the sentence.
  private mutating func addReading(_ status: String, _ kind: TriggerKind, _ match: LexicalMatch) {
    guard let index = triggers.firstIndex(where: { $0.tokens == match.tokens }) else { return }
    if kind == .verb, triggers[index].kind == .participle { triggers[index].kind = .verb }
  }

  /// "Kazakh-Chinese", «казахстанско-китайский», «қазақ-қытай»: two countries in one word.
  private mutating func addCompoundAdjectives(_ inName: Set<Int>) {
    for token in tokens where !inName.contains(token) && scan.isWord(token) {
      let bytes = reading.folded(token)
      guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen > 2, bytes.count - hyphen > 3 else {
        continue
      }
      let halves = [Array(bytes[..<hyphen]), Array(bytes[...hyphen]), Array(bytes[(hyphen + 1)...])]
      let places = halves.compactMap { adjective(of: $0) }
      var countries: [KnownPlace] = []
      for place in places where !countries.contains(place) { countries.append(place) }
      if countries.count > 1 { adjectives.append((token, countries)) }
    }
  }

  private func adjective(of bytes: [UInt8]) -> KnownPlace? {
    func lookUp(_ bytes: [UInt8]) -> KnownPlace? {
      let lexicon = reading.lexicon
      let word = lexicon.words.find(bytes)
      guard word >= 0, let node = lexicon.trie.next(0, word) else { return nil }
      for entry in lexicon.trie.entries(at: node) {
        switch lexicon.entries[Int(entry)].knowledge {
        case .placeAdjective(let index), .place(let index): return lexicon.places[index]
        default: break
        }
      }
      return nil
    }
    if let found = lookUp(bytes) { return found }
    var found: KnownPlace?
    reading.lexicon.endings.strip(bytes, kinds: [.adjective, .noun]) {
      if found == nil { found = lookUp($0.bytes) }
    }
    return found
  }

  /// The actors between two tokens.
  func actors(in range: Range<Int>) -> [Actor] {
    actors.filter { range.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= range.upperBound }
  }

  /// Whether an actor is the agency that the sentence credits.
  func isAttributed(_ actor: Actor) -> Bool {
    attributions.contains { attribution in
      // "… signed it, reports X": who did something else in between reports nothing.
      let between = attribution.tokens.between(actor.tokens)
      if triggers.contains(where: { between.contains($0.tokens.lowerBound) }) { return false }
      let before = attribution.tokens.lowerBound - actor.tokens.upperBound
      let behind = actor.tokens.lowerBound - attribution.tokens.upperBound
      return (0...3).contains(before) && attribution.position != .after
        || (0...3).contains(behind) && attribution.position != .before
    }
  }

  /// Whether a mark of punctuation that ends a clause stands between two tokens.
  func hasClauseBreak(_ range: Range<Int>) -> Bool {
    range.contains { token in
      if [";", ":"].contains(where: { reading.isSign(token, $0) }) { return true }
      // «линия Курык – Туркменбаши» goes on behind its dash.
      return ["—", "–"].contains { reading.isSign(token, $0) } && !scan.isCapitalised(token + 1)
    }
  }
}

extension Range where Bound == Int {
  /// The tokens between two ranges; none where they touch or overlap.
  func between(_ other: Range<Int>) -> Range<Int> {
    if upperBound <= other.lowerBound { return upperBound..<other.lowerBound }
    return other.upperBound <= lowerBound ? other.upperBound..<lowerBound : lowerBound..<lowerBound
  }

  /// How many tokens stand between two ranges.
  func gap(to other: Range<Int>) -> Int {
    upperBound <= other.lowerBound
      ? other.lowerBound - upperBound : Swift.max(0, lowerBound - other.upperBound)
  }
}
