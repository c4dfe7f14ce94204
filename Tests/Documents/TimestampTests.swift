import DatelineDocuments
import Testing

@Suite struct TimestampTests {
  @Test(
    "A machine's date gives its day in its own zone",
    arguments: [
      ("Tue, 12 Mar 2024 10:00:00 +0600", "2024-03-12"),
      ("Tue, 12 Mar 2024 23:59:59 -1100", "2024-03-12"),
      ("12 Mar 2024 10:00 GMT", "2024-03-12"),
      ("12 Mar 24 10:00:00 EST", "2024-03-12"),
      ("12 Mar 99 10:00:00 Z", "1999-03-12"),
      ("12 Mar 2024", "2024-03-12"),
      ("Tuesday, 12 March 2024 10:00:00", "2024-03-12"),
      ("Tue Mar 12 10:00:00 2024", "2024-03-12"),
      ("Tue Mar 12 10:00:00 GMT 2024", "2024-03-12"),
      ("March 12, 2024", "2024-03-12"),
      ("March 12th, 2024 10:00 AM", "2024-03-12"),
      ("12-Mar-2024", "2024-03-12"),
      ("вт, 12 мар 2024 10:00:00 +0300", "2024-03-12"),
      ("Di, 12 Mär 2024 10:00:00 +0100", "2024-03-12"),
      ("2024-03-12", "2024-03-12"),
      ("2024-03-12T10:00:00Z", "2024-03-12"),
      ("2024-03-12T23:59:59.123-11:00", "2024-03-12"),
      ("2024-03-12 10:00", "2024-03-12"),
      ("2024-03-12T10:00:00+06:00[Asia/Almaty]", "2024-03-12"),
      ("20240312", "2024-03-12"),
      ("20240312T100000Z", "2024-03-12"),
      ("2024/3/12", "2024-03-12"),
      ("12.03.2024", "2024-03-12"),
      ("12.03.2024, 10:00", "2024-03-12"),
      ("12.03.2024 - 10:00", "2024-03-12"),
      ("31/12/2024", "2024-12-31"),
      ("12/31/2024", "2024-12-31"),
      ("  2024-03-12\n", "2024-03-12"),
    ])
  func day(text: String, expected: String) {
    #expect(Timestamp.day(text)?.description == expected)
  }

  @Test(
    "Rubbish, days that do not exist and dates with two readings give none",
    arguments: [
      "", " ", "now", "yesterday", "2024", "2024-03", "2024-13-01", "2024-02-30", "31 Feb 2024", "03/04/2024",
      "12 Mar", "Mar 2024", "12:30", "2024-03-12abc", "0000-00-00", "0000-00-00T00:00:00Z", "1 2 3",
      "12 Foo 2024",
      "it was said on 12 March 2024 in the hall that", "99999999999", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}",
      "-1-1-1-1",
    ])
  func rubbish(text: String) {
    #expect(Timestamp.day(text) == nil)
  }

  @Test func survivesRandomBytes() {
    var generator = SeededGenerator(state: 1)
    let letters = Array("0123456789-/:. ,TZ+MarJanмар".utf8)
    for _ in 0..<5000 {
      let count = Int.random(in: 0..<40, using: &generator)
      let bytes = (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0 }
      _ = Timestamp.day(String(decoding: bytes, as: UTF8.self))
    }
  }
}
