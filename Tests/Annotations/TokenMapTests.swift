import Testing

@testable import DatelineAnnotations

@Suite struct TokenMapTests {
  @Test func holdsOneValueUnderAToken() {
    var map = TokenMap<String>(tokens: 3)
    map.put("a", at: 1)
    map.put("b", at: 3)
    map.put("c", at: 1)
    #expect(map[1] == "c" && map[3] == "b" && map[0] == nil)
    #expect(map.has(1) && !map.has(2))
  }

  @Test func nothingStandsOutsideOfTheText() {
    let map = TokenMap<Int>(tokens: 0)
    for token in [-1, 0, 1, 100] { #expect(map[token] == nil && !map.has(token)) }
  }
}
