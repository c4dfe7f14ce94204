import DatelineDocuments
import DatelineLexicon

/// What surrounds an expression and helps to place it.
struct TemporalScene: Sendable {
  /// The tense of its clause, if the clause shows one.
  var tense: Tense?
  /// The dates named before it, the last one last.
  var earlier: [TemporalValue] = []
  /// The date named last before it.
  var named: TemporalValue? { earlier.last }
  /// The date named last before it in its own sentence.
  var namedInSentence: TemporalValue?
  /// Whether the date named last stands right before it, as the year in "last year, in July".
  var isBehindYear = false
  /// The day that times of day belong to.
  var day: TemporalValue?
  /// Whether the sentence tells of what happens every day or every week.
  var isHabitual = false
  /// Whether "today" means these times, not this day.
  var isNowadays = false

  /// The date named last, or the quarter named before that ended on it.
  var lastPeriod: TemporalValue? {
    guard let named, named.unit == "D", earlier.count > 1 else { return named }
    let before = earlier[earlier.count - 2]
    return before.end == named.end && before.end != nil ? before : named
  }

  /// The date named last that is fine enough to count units of a kind from.
  func named(for unit: String) -> TemporalValue? {
    guard let needed = Self.fineEnough[unit] else { return named }
    return earlier.last { needed.contains($0.unit) && $0.start != nil }
  }

  private static let fineEnough: [String: Set<String>] = [
    "D": ["D"], "W": ["D", "W"], "WE": ["D", "W"], "M": ["D", "W", "M"], "Q": ["D", "W", "M", "Q"],
    "H": ["D", "W", "M", "Q", "H"],
  ]
}

/// Placing what does not say its year: the nearest to publication that the tense allows.
extension DateResolver {
  /// The candidate that the tense of the clause allows, nearest to the day of publication.
  ///
  /// - Parameter candidates: the same period of several years, in order.
  func nearest(_ candidates: [TemporalValue], _ tense: Tense?) -> TemporalValue? {
    guard let reference else { return nil }
    func away(_ value: TemporalValue) -> Int {
      guard let start = value.start, let end = value.end else { return .max }
      if start <= reference, reference <= end { return 0 }
      return abs(start.dayNumber + end.dayNumber - 2 * reference.dayNumber) / 2
    }
    var near = candidates.min { away($0) < away($1) }
    // The year of publication goes without saying, another one only if it is much nearer.
    if let nearest = near, let own = candidates.first(where: { $0.start?.year == reference.year }),
      away(own) != .max, away(own) * 2 <= away(nearest) * 3
    {
      near = own
    }
    let allowed: TemporalValue? =
      switch tense {
      case .past: candidates.last { ($0.start ?? reference) <= reference }
      case .future: candidates.first { ($0.end ?? reference) >= reference }
      case .present, nil: near
      }
    guard let allowed, let near else { return near }
    // Nobody writes of a day most of a year away without its year.
    return allowed.unit == "D" && away(allowed) > 6 * away(near) ? near : allowed
  }

  /// The year of parts that say month, quarter, half or season but no year.
  func placed(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    guard let reference else {
      var whole = parts
      whole.year = scene.earlier.last { ["D", "M"].contains($0.unit) && $0.start != nil }?.start?.year
      guard whole.year != nil, parts.month != nil, var value = closed(whole) else { return open(parts) }
      value.anchor = "context"
      return value
    }
    if let told = continued(parts, scene) { return told }
    var candidates: [TemporalValue] = []
    for year in (reference.year - 4)...(reference.year + 4) {
      // A leap day may be years away; everything else is not.
      if abs(year - reference.year) > 1, parts.month != 2 || parts.day != 29 { continue }
      var whole = parts
      whole.year = year
      if let value = closed(whole) { candidates.append(value) }
    }
    let isPeriod = parts.quarter != nil || parts.half != nil
    return anchored(nearest(candidates, isPeriod ? nil : scene.tense))
  }

  /// Two days or months that are joined come in the order of time: "from Friday to Monday".
  ///
  /// - Returns: both, one of them moved by a week or a year; nil if they are in order as they are.
  func ascending(
    _ first: TemporalValue, _ second: TemporalValue, _ tense: Tense?, areWeekdays: Bool,
    isFirstFixed: Bool = false
  ) -> (TemporalValue, TemporalValue)? {
    guard let reference, let start = first.start, let end = second.start, let last = second.end, end < start
    else { return nil }
    if isFirstFixed {
      // The first says its year; the second lies in it or in the next.
      let years = areWeekdays ? 1...1 : (start.year - end.year)...(start.year - end.year + 1)
      return years.lazy.compactMap { stepped(second, by: $0, areWeekdays) }
        .first { ($0.start ?? end) >= start }.map { (first, $0) }
    }
    // Plans may have begun; what is over began before.
    let isBack = tense == .past || !areWeekdays && last >= reference
    if isBack { return stepped(first, by: -1, areWeekdays).map { ($0, second) } }
    return stepped(second, by: 1, areWeekdays).map { (first, $0) }
  }

  private func stepped(_ value: TemporalValue, by count: Int, _ isWeekday: Bool) -> TemporalValue? {
    guard let start = value.start else { return nil }
    var next: TemporalValue?
    if isWeekday {
      next = start.adding(days: count * 7).map(day)
    } else {
      var parts = TemporalParts()
      (parts.year, parts.month) = (start.year + count, start.month)
      if value.unit == "D" { parts.day = start.day }
      next = closed(parts)
    }
    next?.mod = value.mod
    next?.anchor = value.anchor
    return next
  }

  /// A story told of another year stays in it: in its sentence, and in the next ones while it goes on.
  private func continued(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    guard let reference, parts.month != nil || parts.season != nil,
      let named = scene.namedInSentence ?? scene.named, let start = named.start,
      ["D", "M", "S"].contains(named.unit) || scene.isBehindYear && named.unit == "Y",
      start.year != reference.year
    else { return nil }
    var whole = parts
    whole.year = start.year
    guard var value = closed(whole) else { return nil }
    if scene.namedInSentence == nil {
      // A period is looked back at, a day or a month is where the story stands.
      let isPoint = !named.value.utf8.contains(UInt8(ascii: "/")) && named.anchor != "published"
      let isAsFine = parts.day != nil || named.unit != "D"
      guard scene.tense == .past, isPoint, isAsFine, let next = value.start, next >= start, next < reference
      else { return nil }
    } else if abs(start.year - reference.year) == 1 {
      guard let next = value.start, next >= start else { return nil }
    }
    value.anchor = "context"
    return value
  }

  /// A day of the week: in a report of the past the last one, today included, in one of plans the next.
  func weekday(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    guard let weekday = parts.weekday else { return nil }
    guard let reference else {
      return TemporalValue(value: "XXXX-WXX-\(weekday)", anchor: "published", unit: "D")
    }
    var days = weekday - reference.weekday
    if scene.tense == .future || scene.tense == .present {
      if days < 0 { days += 7 }
    } else if days > 0 {
      days -= 7
    }
    return anchored(reference.adding(days: days).map(day))
  }

  /// A day of the month whose month nobody says: that of the date named before or of publication.
  func dayAlone(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    var whole = parts
    if let named = scene.named?.start, ["D", "M"].contains(scene.named?.unit ?? "") {
      (whole.year, whole.month) = (named.year, named.month)
      var value = closed(whole)
      value?.anchor = "context"
      return value
    }
    guard let reference, let day = parts.day else { return nil }
    (whole.year, whole.month) = (reference.year, reference.month)
    if scene.tense == .future, day < reference.day {
      let next = CalendarMonth(reference).adding(1)
      (whole.year, whole.month) = (next.year, next.month)
    } else if scene.tense == .past, day > reference.day {
      let last = CalendarMonth(reference).adding(-1)
      (whole.year, whole.month) = (last.year, last.month)
    }
    return anchored(closed(whole))
  }
}
