import Testing

@testable import DatelineText

@Suite struct ICUTests {
  @Test func caseFollowsTheLocale() {
    #expect(ICU.upper("қазақстан", locale: "kk") == "ҚАЗАҚСТАН")
    #expect(ICU.lower("ISTANBUL", locale: "tr") == "ıstanbul")
    #expect(ICU.title("астана қаласы", locale: "kk") == "Астана қаласы")
  }

  @Test func formCIsMade() {
    #expect(ICU.nfc(Array("e\u{301}".utf8)) == Array("é".utf8))
    #expect(ICU.nfc([]) == [])
  }

  @Test func otherAlphabetsBecomeLatin() {
    #expect(ICU.transliterate("Москва", "Any-Latin; Latin-ASCII") == "Moskva")
    #expect(ICU.transliterate("Москва", "No-Such") == "Москва")
  }

  @Test func sortKeysFollowTheAlphabet() {
    let words = ["Өскемен", "Орал", "Әлем", "Алматы", "Ақтау"]
    let sorted = words.sorted {
      ICU.sortKey($0, locale: "kk").lexicographicallyPrecedes(ICU.sortKey($1, locale: "kk"))
    }
    #expect(
      sorted == ["Ақтау", "Алматы", "Әлем", "Орал", "Өскемен"]
        || sorted == ["Алматы", "Ақтау", "Әлем", "Орал", "Өскемен"])
  }
}
