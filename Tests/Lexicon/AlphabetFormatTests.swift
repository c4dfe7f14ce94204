import DatelineLexicon
import DatelineTestSupport
import DatelineText
import Foundation
import Testing

/// A file of an alphabet as a linguist writes it: for any language, with every fault told.
@Suite struct AlphabetFormatTests {
  private func language(_ rows: [String]) throws -> InventedLanguage {
    let language = try InventedLanguage(
      ["stopwords": ["tatsi"], "language": ["code\txx", "letters\tabcdefghijklmnopqrstuvwxyz"]])
    try FileManager.default.createDirectory(
      atPath: language.language + "/alphabets", withIntermediateDirectories: true)
    try language.write(
      (["kind\twritten\twhen\tread"] + rows).joined(separator: "\n") + "\n", to: "alphabets/runes.tsv")
    return language
  }

  @Test(arguments: [
    ("letter\tä\t\ta", "says no script"),
    ("fact\tscript\t\tLatn\nletter\tä\tbefore\ta", "“before” is no condition"),
    ("fact\tscript\t\tLatn\nletter\tä\tafter=vowel\ta", "is no condition, or names a set"),
    ("fact\tscript\t\tLatn\nrune\tä\t\ta", "unknown kind “rune”"),
    ("fact\tscript\t\tLatn\nfact\tdirection\t\tleft", "unknown fact “direction”"),
    ("fact\tbase\t\tstaves\nfact\tscript\t\tLatn", "there is no alphabet “staves”"),
    ("fact\tscript\t\tLatn\nsign\t،؛\t\t,", "one character on both sides"),
    ("fact\tscript\t\tLatn\nletter\tä\t\ta\nletter\tä\t\tb", "stands twice in this file"),
  ]) func everyFaultIsTold(rows: String, message: String) throws {
    let faults = try language(rows.components(separatedBy: "\n")).faults()
    #expect(faults.contains { $0.contains("alphabets/runes.tsv") && $0.contains(message) }, "\(faults)")
  }

  @Test(arguments: [
    ("бацы", "basi"),  // the usual reading
    ("тацы", "tatsi"),  // behind the double bar: only because the word is known
    ("Тацы", "Tatsi"), ("ТАЦЫ", "TATSI"),
    ("аб ба", "xb ba"),  // at the start of a word
    ("баа", "bay"),  // at its end, behind a vowel
    ("б’а", "bo"), ("б'а", "bo"),  // one sign of several
  ]) func anyLanguageCanHaveAnAlphabet(written: String, expected: String) throws {
    let rows = [
      "fact\tscript\t\tCyrl", "set\tvowel\t\tаы", "same\t’ʼ\t\t'", "letter\t'а\t\to", "letter\tа\t\ta",
      "letter\tа\tstart\tx", "letter\tа\tend after=vowel\ty", "letter\tб\t\tb", "letter\tт\t\tt",
      "letter\tц\t\ts||ts", "letter\tы\t\ti",
    ]
    let normaliser = Normaliser(knowledge: [try language(rows).lexicon().textKnowledge])
    let read = normaliser.reading(of: written, language: "xx", alphabet: "runes")
    #expect(read == expected)
  }

  @Test func examplesThatDoNotHoldAreTold() throws {
    let rows = ["fact\tscript\t\tCyrl", "letter\tа\t\ta", "example\tа\t\tb"]
    let faults = Normaliser(knowledge: [try language(rows).lexicon().textKnowledge]).alphabetFaults()
    #expect(faults.count == 1 && faults.contains { $0.contains("is read “a”, not “b”") })
  }
}
