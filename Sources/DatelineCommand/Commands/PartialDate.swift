import DatelineDocuments

/// A year, a month or a day as people type it (`2019`, `2019-11`, `2019-11-21`), with its first and last day.
struct PartialDate: Equatable {
  var first: CalendarDate
  var last: CalendarDate

  /// nil if there is no such day, month or year.
  init?(_ text: String) {
    switch text.utf8.count {
    case 4:
      guard let first = CalendarDate(iso: text + "-01-01"), let last = CalendarDate(iso: text + "-12-31")
      else { return nil }
      (self.first, self.last) = (first, last)
    case 7:
      guard let first = CalendarDate(iso: text + "-01"),
        let last = CalendarDate(
          year: first.year, month: first.month, day: CalendarDate.days(inMonth: first.month, of: first.year))
      else { return nil }
      (self.first, self.last) = (first, last)
    default:
      guard let day = CalendarDate(iso: text) else { return nil }
      (first, last) = (day, day)
    }
  }
}
