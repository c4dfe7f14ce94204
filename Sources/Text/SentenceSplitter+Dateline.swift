/// The place and day before the first sentence of a report.
extension SentenceSplitter {
  /// No dateline is longer, in bytes.
  static var longestDateline: Int { 96 }

  /// Whether the paragraph has said no more so far than where and when: «ӨСКЕМЕН. 21 мамыр.»
  func isDateline(until index: Int, before following: Following) -> Bool {
    guard start == paragraph, index - start < Self.longestDateline, let knowledge else { return false }
    var at = start
    var words = 0
    var isHead = true
    while at < index {
      let (value, length) = Scalars.decode(bytes, at: at)
      let kind = Scalars.classify(value)
      if kind.isLetter {
        let end = min(wordEnd(from: at), index)
        words += 1
        if isHead {
          guard words <= 3, isCapitals(at, end, least: words == 1 ? 3 : 2) else { return false }
        } else if kind != .upper {
          guard knowledge.notes(bytes, at, end).contains(.afterOrdinal) else { return false }
        }
        at = max(end, at + 1)
        continue
      }
      switch value {
      case 0x2E, 0x2C: isHead = isHead && words == 0
      case 0x20, 0x28, 0x29, 0x2F, 0x2D, 0x30...0x39: break
      default: return false
      }
      at += length
    }
    return words > 0 && !isHeadline(following.word)
  }

  /// Whether two words in capitals stand at an index; one may be an agency.
  private func isHeadline(_ index: Int) -> Bool {
    let end = wordEnd(from: index)
    let next = spacesEnd(from: end)
    return next > end && isCapitals(index, end, least: 2) && isCapitals(next, wordEnd(from: next), least: 2)
  }

  /// Whether capitals alone, and so many of them, stand between two indices.
  func isCapitals(_ lower: Int, _ upper: Int, least: Int) -> Bool {
    var at = lower
    var letters = 0
    while at < upper {
      let (value, length) = Scalars.decode(bytes, at: at)
      guard Scalars.classify(value) == .upper else { return false }
      letters += 1
      at += length
    }
    return letters >= least
  }
}
