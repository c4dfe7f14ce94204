import DatelineDocuments
import DatelineLexicon

/// Turns the parts of an expression into a TIMEX3 value, seen from a day of publication.
///
/// Without that day, relative expressions keep their type and stay open (`XXXX-…`); no clock is asked.
struct DateResolver: Sendable {
  /// The day of publication, if known.
  let reference: CalendarDate?

  /// The value of a match; nil if its parts make no sense (31 February, a range that ends before it starts).
  func value(
    of match: TemporalMatch, operation: DatePattern.Operation, in scene: TemporalScene = TemporalScene()
  ) -> TemporalValue? {
    let parts = match.parts[0]
    var value: TemporalValue?
    switch operation {
    case .date: value = date(parts, scene)
    case .list, .range: value = range(match, scene)
    case .fiscal: value = fiscal(match)
    case .shift: value = shift(parts, scene)
    case .offset: value = match.parts[2].unit == nil ? offset(parts, scene) : offsetSum(match, scene)
    case .relativeDay: value = relative(parts, unit: "D", scene)
    case .relativeWeek: value = relative(parts, unit: "W", scene)
    case .relativeMonth: value = relative(parts, unit: "M", scene)
    case .relativeYear: value = relative(parts, unit: "Y", scene)
    case .weekday: value = weekday(parts, scene)
    case .duration: value = match.parts[2].unit == nil ? duration(parts) : sum(match)
    case .sum: value = sum(match)
    case .set: value = set(parts)
    case .decade: value = decade(parts)
    case .century: value = century(match)
    case .holiday: value = holiday(parts, scene)
    case .reference: value = TemporalValue(value: reference(parts.reference ?? "PRESENT_REF", scene))
    case .period: value = period(parts, scene)
    case .time: value = time(parts, scene)
    case .ahead: value = ahead(parts, scene)
    case .nth: value = nth(match, scene)
    case .nightBefore: value = nightBefore(parts, scene)
    case .halfBefore: value = halfBefore(parts, scene)
    case .opening: value = opening(match, scene)
    case .nothing: value = nil
    }
    if let modifier = parts.modifier {
      if let half = Self.halves[modifier], value?.unit == "Y" {
        return value.flatMap { self.half(half, of: $0) }
      }
      value?.mod = Self.mods[modifier] ?? modifier
    }
    return value
  }

  /// "The first half of 2020" is a half-year; "the first half of March" only its beginning.
  private func half(_ half: Int, of year: TemporalValue) -> TemporalValue? {
    guard let start = year.start else {
      var open = year
      (open.value, open.unit) = (year.value + "-H\(half)", "H")
      return open
    }
    var parts = TemporalParts()
    (parts.year, parts.half) = (start.year, half)
    var value = closed(parts)
    value?.anchor = year.anchor
    return value
  }

  /// "The first nine months of 2019": from the beginning of the year on.
  private func opening(_ match: TemporalMatch, _ scene: TemporalScene) -> TemporalValue? {
    let parts = match.parts[0]
    guard let number = match.parts[1].number, number == number.rounded(), let unit = match.parts[1].unit,
      let months = ["M": 1.0, "Q": 3.0][unit].map({ $0 * number }), (1...11).contains(months)
    else { return nil }
    var step = parts.shift ?? parts.relative
    if step == nil, parts.year == nil { step = TemporalParts.Step(count: 0) }
    let from = step.map { base($0, scene)?.year } ?? parts.year
    guard let year = from.map({ $0 + (parts.year == nil ? step?.count ?? 0 : 0) }) else {
      return TemporalValue(value: "XXXX-01/XXXX-" + CalendarDate.padded(Int(months), to: 2))
    }
    var first = TemporalParts()
    (first.year, first.month) = (year, 1)
    var last = first
    last.month = Int(months)
    guard let one = closed(first), let other = closed(last) else { return nil }
    return TemporalValue(
      value: one.value + "/" + other.value, start: one.start, end: other.end,
      anchor: parts.year == nil ? "published" : one.anchor, unit: "M")
  }

  /// Modifiers of the dictionaries that TIMEX3 calls otherwise.
  private static let mods = ["EARLY": "START", "LATE": "END", "H1": "START", "H2": "END"]
  private static let halves = ["H1": 1, "H2": 2]

  // MARK: Dates

  /// A date out of whatever parts there are.
  func date(_ given: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    var parts = given
    // «қыркүйектің бірінде»: the day is a plain number.
    if parts.day == nil, parts.month != nil, let number = parts.number {
      guard let day = Int(exactly: number), (1...31).contains(day) else { return nil }
      parts.day = day
    }
    if parts.year != nil { return closed(parts) }
    var anchor = "published"
    let unit = parts.unit ?? parts.relativeUnit
    // "Last Friday, 22 November": the day says it all.
    if unit == nil, parts.weekday != nil, parts.day != nil { parts.shift = nil }
    if let step = parts.shift.map({ narrated($0, unit: unit ?? "D", scene) }) ?? parts.relative,
      parts.month != nil || parts.season != nil
        || parts.quarter != nil || parts.half != nil || parts.day != nil || parts.weekday != nil
    {
      let base = base(step, scene)
      if step.isFromText, scene.named != nil { anchor = "context" }
      guard let day = base else { return open(parts) }
      if unit == "W", let weekday = parts.weekday {
        return day.adding(days: step.count * 7 + weekday - day.weekday).map { anchored(self.day($0)) } ?? nil
      }
      if unit == "M" {
        let month = CalendarMonth(day).adding(step.count)
        (parts.year, parts.month) = (month.year, parts.month ?? month.month)
      } else if unit == "D" {
        return day.adding(days: step.count).map { anchored(self.day($0)) } ?? nil
      } else {
        parts.year = day.year + step.count
      }
      var value = closed(parts)
      value?.anchor = anchor
      return value
    }
    if parts.month == nil, parts.quarter == nil, parts.half == nil, parts.season == nil {
      if parts.weekday != nil { return weekday(parts, scene) }
      if parts.day != nil { return dayAlone(parts, scene) }
      // "the end of the year": that of publication.
      if let unit { return shifted(unit: unit, by: parts.shift?.count ?? 0, from: reference) }
    }
    return placed(parts, scene)
  }

  /// The day that a step counts from.
  func base(_ step: TemporalParts.Step, _ scene: TemporalScene) -> CalendarDate? {
    step.isFromText && scene.named != nil ? scene.named?.start : reference
  }

  // MARK: Ranges and lists

  /// The two ends of a range or list, each completed from what they share.
  private func ends(_ match: TemporalMatch) -> (TemporalParts, TemporalParts) {
    let shared = match.parts[0]
    func with(_ parts: TemporalParts) -> TemporalParts {
      var all = parts
      all.year = parts.year ?? shared.year
      all.month = parts.month ?? shared.month
      all.shift = parts.shift ?? shared.shift
      all.unit = parts.unit ?? shared.unit
      all.relative = parts.relative ?? shared.relative
      all.relativeUnit = parts.relativeUnit ?? shared.relativeUnit
      all.season = parts.season ?? shared.season
      all.number = parts.number ?? shared.number
      all.partOfDay = parts.partOfDay ?? shared.partOfDay
      return all
    }
    var first = with(match.parts[1])
    var last = with(match.parts[2])
    // "2019/20": the second year has two figures.
    if let year = first.year, let short = last.year, last.hasShortYear {
      last.year = year / 100 * 100 + short % 100
    }
    // "28 December – 3 January 2021" begins in the year before the one that is said.
    if match.parts[1].year == nil, let year = first.year ?? last.year, let from = match.parts[1].month,
      let to = last.month, to < from
    {
      first.year = year - 1
    }
    first.year = first.year ?? last.year
    last.year = last.year ?? first.year
    if first.month == nil, first.day != nil { first.month = last.month }
    return (first, last)
  }

  private func range(_ match: TemporalMatch, _ scene: TemporalScene) -> TemporalValue? {
    guard let (start, end) = list(match, scene) else { return nil }
    if let a = start.start, let b = end.end, b < a { return nil }
    return TemporalValue(
      value: start.value + "/" + end.value, start: start.start, end: end.end, anchor: end.anchor,
      unit: end.unit)
  }

  /// "Next Thursday to Saturday": the second weekday follows the first.
  private func weekdays(
    _ first: TemporalParts, _ last: TemporalParts, _ scene: TemporalScene
  ) -> (TemporalValue, TemporalValue)? {
    guard first.shift != nil, first.unit == nil, first.day == nil, last.day == nil, let from = first.weekday,
      let to = last.weekday, let one = shift(first, scene)
    else { return nil }
    guard let other = one.start?.adding(days: (to - from + 7) % 7).map(day) else {
      return open(last).map { (one, $0) }
    }
    return (one, anchored(other) ?? other)
  }

  /// The values of the two members of a list or the two ends of a range.
  func list(_ match: TemporalMatch, _ scene: TemporalScene) -> (TemporalValue, TemporalValue)? {
    var (first, last) = ends(match)
    if first.hour != nil || last.hour != nil {
      guard let one = time(first, scene), let other = time(last, scene) else { return nil }
      return (one, other)
    }
    if let pair = weekdays(first, last, scene) { return pair }
    guard let other = date(last, scene) else { return nil }
    // The first end comes before the last, whatever is nearer to publication.
    if first.year == nil, match.parts[1].month != nil, first.shift == nil, first.relative == nil,
      let end = other.start
    {
      let fits = (first.month ?? 0, first.day ?? 0) <= (end.month, end.day)
      first.year = fits ? end.year : end.year - 1
      var one = closed(first)
      one?.anchor = other.anchor
      return one.map { ($0, other) }
    }
    if last.year == nil, first.day != nil, match.parts[1].month == nil, let end = other.start {
      (first.year, first.month) = (end.year, end.month)
      (first.shift, first.relative) = (nil, nil)
      var one = closed(first)
      one?.anchor = other.anchor
      return one.map { ($0, other) }
    }
    guard let one = date(first, scene) else { return nil }
    let areWeekdays = first.weekday != nil && first.day == nil && first.shift == nil && last.shift == nil
    return areWeekdays ? ascending(one, other, scene.tense, areWeekdays: true) ?? (one, other) : (one, other)
  }

  /// "Geschäftsjahr 2018/19": business years are called by the year they end in.
  private func fiscal(_ match: TemporalMatch) -> TemporalValue? {
    let (first, last) = ends(match)
    guard let from = first.year, let to = last.year, to == from + 1 else { return nil }
    var parts = TemporalParts()
    parts.year = to
    return closed(parts)
  }
}
