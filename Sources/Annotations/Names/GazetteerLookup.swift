import DatelineLexicon
import DatelineText

/// Finds the names of the long lists in a text.
struct GazetteerLookup {
  let scan: NameScan
  let gazetteer: Gazetteer
  /// Words of the longest name that is looked for.
  private static let longest = 7

  /// Calls `mark` for each token of each name found, with what the lists say of the name; `begins` with it means
  /// that it is a name of several words.
  ///
  /// - Complexity: O(tokens).
  func mark(_ mark: (Int, GazetteerKinds) -> Void) {
    for sentence in scan.reading.text.sentences {
      for token in sentence.tokens where scan.isCapitalised(token) {
        let own = scan.reading.words[token].gazetteer
        if !own.subtracting(.begins).isEmpty { mark(token, own.subtracting(.begins)) }
        if own.contains(.begins) { phrases(from: token, limit: sentence.tokens.upperBound, mark) }
      }
    }
  }

  private func phrases(from first: Int, limit: Int, _ mark: (Int, GazetteerKinds) -> Void) {
    var key = Gazetteer.Key()
    key.add(scan.reading.folded(first))
    for token in (first + 1)..<max(first + 1, min(limit, first + Self.longest)) {
      guard mayStandInside(token), !endsAllNames(token) else { return }
      key.addSpace()
      key.add(scan.reading.folded(token))
      let kinds = gazetteer.kinds(of: key).subtracting(.begins)
      if !kinds.isEmpty { for inside in first...token { mark(inside, kinds.union(.begins)) } }
    }
  }

  /// Where names are written in capitals, a long word that has none is no part of one.
  private func endsAllNames(_ token: Int) -> Bool {
    scan.reading.lexicon.profile.nameCapitals && !scan.isCapitalised(token)
      && scan.reading.folded(token).count > 4 && scan.isWord(token)
  }

  /// "Procter & Gamble", "Schalke 04": what a longer name is made of beside words.
  private func mayStandInside(_ token: Int) -> Bool {
    scan.isWord(token) || scan.tokens[token].kind == .number || scan.reading.isSign(token, "&")
  }
}
