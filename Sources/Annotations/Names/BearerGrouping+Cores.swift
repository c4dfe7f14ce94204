import DatelineLexicon
import DatelineText

/// What has to be the same of two names of organisations for them to be one.
extension BearerGrouping {
  /// The name without quotation marks, legal forms, articles and capitals: what has to be the same.
  func organisationCore(_ name: String) -> [UInt8] {
    var core: [UInt8] = []
    var name = name
    return name.withUTF8 { bytes in
      core.reserveCapacity(bytes.count)
      var start = 0
      while start < bytes.count {
        var (end, next) = (start, start)
        while end < bytes.count {
          let (scalar, length) = Scalars.decode(bytes, at: end)
          next = end + length
          if Unicode.Scalar(scalar).map(Self.standsBetweenWords) ?? false { break }
          end = next
        }
        if end > start {
          // Folded in its place, and taken away again if it is none of those that count.
          let before = core.count
          if before > 0 { core.append(UInt8(ascii: " ")) }
          let word = core.count
          lexicon.fold.fold(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &core)
          if isLegalForm(core[word...]) { core.removeLast(core.count - before) }
        }
        start = max(next, end)
      }
      if core.isEmpty { lexicon.fold.fold(bytes, into: &core) }
      return core
    }
  }

  /// Whether a folded word is a legal form, such as "plc".
  private func isLegalForm(_ word: ArraySlice<UInt8>) -> Bool {
    let number = word.withUnsafeBufferPointer { lexicon.words.find($0) }
    guard number >= 0, let node = lexicon.trie.next(0, number) else { return false }
    return lexicon.trie.entries(at: node).contains {
      guard lexicon.kind(Int($0)) == .organisationForm,
        case .organisationForm(let role, _) = lexicon.entries[Int($0)].knowledge
      else { return false }
      return role == .legalBefore || role == .legalAfter
    }
  }

  /// What stands in quotation marks at the beginning of a name that goes on with a small word.
  func quotedBeginning(of name: String) -> String? {
    guard name.first == "«", let close = name.firstIndex(of: "»") else { return nil }
    let rest = name[name.index(after: close)...].drop { $0 == " " }
    return rest.first?.isLowercase ?? false ? String(name[..<close].dropFirst()) : nil
  }

  static func standsBetweenWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\"", "«", "»", "„", "“", "”", "‘", "’", "‹", "›", ",": true
    default: false
    }
  }
}
