import DatelineDocuments

/// Whether a text is a year, a month or a day that exists (ISO 8601).
func isPartialDate(_ text: String) -> Bool {
  switch text.utf8.count {
  case 4: CalendarDate(iso: text + "-01-01") != nil
  case 7: CalendarDate(iso: text + "-01") != nil
  default: CalendarDate(iso: text) != nil
  }
}
