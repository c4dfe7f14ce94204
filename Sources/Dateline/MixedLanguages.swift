import DatelineAnnotations
import DatelineDocuments
import DatelineRecords
import DatelineText

/// The paragraphs of a document that are in one language.
struct LanguagePart {
  var language: LanguageGuess
  /// Indices of paragraphs, rising.
  var paragraphs: [Int]

  /// The parts of a text: that of its own language first, then those of other languages that facts can be
  /// taken from, in reading order; paragraphs in a language that nobody reads stay with the first.
  static func parts(of text: NormalisedText, readable: (String) -> Bool) -> [LanguagePart] {
    var parts = [LanguagePart(language: text.language, paragraphs: [])]
    for (index, paragraph) in text.paragraphs.enumerated() {
      let code = paragraph.language.code
      let place =
        readable(code) ? parts.firstIndex { $0.language.code == code } : 0
      if let place {
        parts[place].paragraphs.append(index)
      } else {
        parts.append(LanguagePart(language: paragraph.language, paragraphs: [index]))
      }
    }
    return parts
  }
}

extension DocumentAnnotations {
  /// Adds what was found in other paragraphs of the same document by the annotator of another language.
  ///
  /// Whoever has the same linking key is the same bearer.
  mutating func add(_ other: DocumentAnnotations, _ keys: LinkingKey) {
    for part in [TextPart.title, .body] {
      dates[part] = ((dates[part] ?? []) + (other.dates[part] ?? [])).sorted { $0.range < $1.range }
      amounts[part] = ((amounts[part] ?? []) + (other.amounts[part] ?? [])).sorted { $0.range < $1.range }
    }
    agency = agency ?? other.agency
    var known: [String: Int] = [:]
    for (index, bearer) in bearers.enumerated() { known[Self.identity(of: bearer, keys)] = index }
    // Where each will stand has to be known before roles and agreements can point there.
    var count = bearers.count
    let places = other.bearers.map { bearer in
      let identity = Self.identity(of: bearer, keys)
      if let place = known[identity] { return place }
      known[identity] = count
      count += 1
      return count - 1
    }
    for (place, bearer) in zip(places, other.bearers) {
      var bearer = bearer
      for index in bearer.roles.indices {
        bearer.roles[index].organisation = bearer.roles[index].organisation.map { places[$0] }
      }
      if place < bearers.count { bearers[place].absorb(bearer) } else { bearers.append(bearer) }
    }
    agreements += other.agreements.map { $0.moved(to: places) }
  }

  private static func identity(of bearer: Bearer, _ keys: LinkingKey) -> String {
    bearer.kind.rawValue + " " + (bearer.key.isEmpty ? keys.key(of: bearer.name) : bearer.key)
  }
}

extension Bearer {
  /// Takes over what the same bearer has in other paragraphs.
  fileprivate mutating func absorb(_ other: Bearer) {
    if other.name != name, !aliases.contains(other.name) { aliases.append(other.name) }
    aliases += other.aliases.filter { !aliases.contains($0) }
    mentions = (mentions + other.mentions).sorted { first, second in
      first.part != second.part ? first.part == .title : first.range < second.range
    }
    roles += other.roles
    if country.isEmpty { country = other.country }
    if category.isEmpty { category = other.category }
  }
}

extension AgreementAnnotation {
  /// The agreement with its bearers at other places.
  fileprivate func moved(to places: [Int]) -> AgreementAnnotation {
    var moved = self
    for index in moved.parties.indices {
      moved.parties[index].bearer = parties[index].bearer.map { places[$0] }
    }
    moved.signatories = signatories.map { places[$0] }
    moved.place = place.map { places[$0] }
    return moved
  }
}
