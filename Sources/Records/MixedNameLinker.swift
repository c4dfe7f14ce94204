import DatelineLexicon

/// Joins a list of names of persons and organisations.
///
/// Who is which the words say: quotation marks, legal forms and nouns such as "ministry" make an organisation.
public struct MixedNameLinker {
  private let lexicons: Lexicons
  private let signs: OrganisationSigns
  private var names: [String] = []
  private var organisations: [Int: OrganisationReading] = [:]
  /// The linking keys, one a name, once `clusters` has been asked.
  public private(set) var keys: [String] = []

  /// A linker without names.
  public init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
    signs = OrganisationSigns(lexicons.languages)
  }

  /// Adds a name.
  ///
  /// - Parameter language: BCP 47; nil to tell it from the words.
  public mutating func add(_ name: String, language: String?) {
    let place = names.count
    names.append(name)
    if let reading = organisation(name, language: language) { organisations[place] = reading }
  }

  private func organisation(_ name: String, language: String?) -> OrganisationReading? {
    guard signs.mayBeOrganisation(name) else { return nil }
    if let language, let lexicon = lexicons.lexicon(language) {
      let reading = OrganisationReading(name, lexicon)
      return reading.isLikely ? reading : nil
    }
    // The language in which it says most.
    var best: OrganisationReading?
    for lexicon in lexicons.languages {
      let reading = OrganisationReading(name, lexicon)
      guard reading.isLikely else { continue }
      let held = best.map { ($0.rest.count, -$0.concepts.count) } ?? (Int.max, 0)
      if (reading.rest.count, -reading.concepts.count) < held { best = reading }
    }
    return best
  }

  /// The cluster of each name: the place of its first member.
  ///
  /// - Complexity: as `NameLinker.clusters()`.
  public mutating func clusters() -> [Int] {
    let people = names.indices.filter { organisations[$0] == nil }
    var linker = NameLinker(people.map { names[$0] }, lexicons.naming)
    keys = [String](repeating: "", count: names.count)
    var clusters = Array(names.indices)
    for (place, cluster) in zip(people, linker.clusters()) { clusters[place] = people[cluster] }
    for (place, key) in zip(people, linker.keys) { keys[place] = key }
    linkOrganisations(&clusters)
    return clusters
  }

  /// Organisations are one if their words mean the same and what is left sounds the same.
  private mutating func linkOrganisations(_ clusters: inout [Int]) {
    var matching = NameMatching()
    var blocks: [String: [(place: Int, rest: LinkableName)]] = [:]
    for (place, reading) in organisations.sorted(by: { $0.key < $1.key }) {
      let rest = LinkableName(reading.rest.joined(separator: " "), lexicons.naming)
      keys[place] = (reading.concepts + [rest.key]).filter { !$0.isEmpty }.joined(separator: " ")
      let block = reading.concepts.joined(separator: " ") + "\t\(rest.words.count)"
      let held = blocks[block, default: []]
      if let known = held.suffix(Self.window).last(where: { matching.allAgree($0.rest, rest) }) {
        clusters[place] = clusters[known.place]
      }
      blocks[block, default: []].append((place, rest))
    }
  }

  /// Names with the same meaning that each is compared with.
  private static let window = 200
}
