import DatelineDocuments
import DatelineLexicon

/// A whole date in figures: `2017-10-03`, `03.10.2017`, `10/3/2017`, `03.10.17`.
struct WrittenDate {
  var year: Int
  var month: Int
  var day: Int
  /// Year first, as machines write it.
  var isMachine: Bool

  /// Reads a token of figures and signs; nil if it is no day of the calendar.
  init?(_ bytes: [UInt8], order: LanguageProfile.DateOrder) {
    var numbers = [0, 0, 0]
    var lengths = [0, 0, 0]
    var sign: UInt8?
    var part = 0
    for byte in bytes {
      if (0x30...0x39).contains(byte) {
        numbers[part] = numbers[part] * 10 + Int(byte - 0x30)
        lengths[part] += 1
        if lengths[part] > 4 { return nil }
      } else {
        guard byte == 0x2E || byte == 0x2F || byte == 0x2D, sign == nil || sign == byte, part < 2 else {
          return nil
        }
        sign = byte
        part += 1
      }
    }
    guard part == 2, lengths.allSatisfy({ $0 > 0 }) else { return nil }
    if lengths[0] == 4 {
      guard lengths[1] <= 2, lengths[2] <= 2 else { return nil }
      (year, month, day, isMachine) = (numbers[0], numbers[1], numbers[2], true)
    } else {
      guard lengths[2] == 4 || lengths[2] == 2, lengths[0] <= 2, lengths[1] <= 2 else { return nil }
      year = lengths[2] == 2 ? SlotFiller.fullYear(numbers[2]) : numbers[2]
      // Full stops always mean day first; slashes follow the habit of the language.
      let monthFirst = sign == 0x2F && order == .mdy
      (month, day) = monthFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      if month > 12, day <= 12, sign == 0x2F { (month, day) = (day, month) }
      isMachine = false
    }
    guard (1000...2199).contains(year), CalendarDate(year: year, month: month, day: day) != nil else {
      return nil
    }
  }
}
