import DatelineText

/// Quotation marks around names: nested, unbalanced, straight or typographic.
extension NameScan {
  func isQuote(_ token: Int) -> Bool {
    guard token >= 0, token < tokens.count, tokens[token].kind != .word else { return false }
    return switch reading.sign(at: token) {
    case nil: false
    case "«", "»", "„", "“", "”", "\"", "‘", "’", "‹", "›", "‚": true
    default: reading.isSign(token, "''")
    }
  }

  /// Whether a mark opens: by its shape, or because it leans on what follows.
  func isOpeningQuote(_ token: Int) -> Bool {
    guard isQuote(token) else { return false }
    switch reading.sign(at: token) {
    case "«", "„", "‹", "‚": return true
    case "»", "›": return false
    default: break
    }
    let leansRight = tokens.indices.contains(token + 1) && !tokens[token + 1].shape.contains(.spaceBefore)
    let free =
      tokens[token].shape.contains(.spaceBefore) || token == 0
      || tokens[token - 1].kind != .word && tokens[token - 1].kind != .number && !isClosedBefore(token)
    return leansRight && free
  }

  private func isClosedBefore(_ token: Int) -> Bool {
    switch reading.sign(at: token - 1) {
    case ")", "»", ".": true
    default: false
    }
  }

  private func endsClause(_ token: Int) -> Bool {
    switch reading.sign(at: token) {
    case ".", ";", ":", "!", "?": true
    default: false
    }
  }

  func isClosingQuote(_ token: Int) -> Bool { isQuote(token) && !isOpeningQuote(token) }

  /// The mark that closes what a mark opens, at most fourteen tokens on; nil if none does.
  ///
  /// Where a mark is missing the last one that leans on the name closes it: «"Зерде" Холдингі"».
  func closingQuote(of open: Int, limit: Int) -> Int? {
    var depth = 1
    var token = open + 1
    while token < min(limit, open + 14) {
      if isOpeningQuote(token) {
        depth += 1
      } else if isQuote(token) {
        depth -= 1
        if depth == 0 { return unbalancedClose(after: token, limit: limit) ?? token }
        // Marks that lack their partner: the next one opens another name, or none comes soon.
        let next = (token + 1..<min(limit, token + 6)).first { isQuote($0) }
        guard let next, !isOpeningQuote(next) else { return token }
      } else if endsClause(token) {
        return nil
      }
      token += 1
    }
    return nil
  }

  /// One more closing mark within three words that nothing opened.
  private func unbalancedClose(after close: Int, limit: Int) -> Int? {
    var token = close + 1
    while token < min(limit, close + 4) {
      if isOpeningQuote(token) { return nil }
      if isQuote(token) { return token > close + 1 ? token : nil }
      guard isWord(token), isCapitalised(token) || reading.lexicon.profile.verbLast else { return nil }
      token += 1
    }
    return nil
  }

  /// The mark that opens what a mark closes, at most fourteen tokens back; nil if none does.
  func openingQuote(of close: Int, floor: Int) -> Int? {
    var depth = 1
    var token = close - 1
    while token >= max(floor, close - 14) {
      if isOpeningQuote(token) {
        depth -= 1
        let another = (max(floor, token - 3)..<token).contains { isOpeningQuote($0) }
        if depth == 0 || !another { return token }
      } else if isQuote(token) {
        depth += 1
      } else if endsClause(token) {
        return nil
      }
      token -= 1
    }
    return nil
  }
}
