import DatelineTestSupport
import Testing

@testable import DatelineLexicon

/// What is wrong with a dictionary is said with file and line, all of it at once.
@Suite struct DictionaryFormatTests {
  @Test func aLanguageOfHeadersAloneIsSound() throws {
    let language = try InventedLanguage()
    #expect(language.faults() == [])
    #expect(try language.lexicon().code == "xx")
  }

  @Test(arguments: [
    (["signed\tsigned"], "stopwords.tsv:2: has 2 columns instead of 1"),
    (["a", "a"], "stopwords.tsv:3: “a” stands twice in this file; remove one"),
    (["b", "a"], "stopwords.tsv:3: is out of order; sort the section by code point"),
    (["# one", "b", "# two", "a", "b"], "stopwords.tsv:6: “b” stands twice in this file; remove one"),
  ])
  func slipsAreFoundWithTheirLine(rows: [String], fault: String) throws {
    #expect(try InventedLanguage(["stopwords": rows]).faults() == [fault])
  }

  @Test func sectionsAreSortedByThemselvesAndEmptyLinesIgnored() throws {
    let language = try InventedLanguage(["stopwords": ["# one", "b", "c", "", "d", "# two", "a"]])
    #expect(language.faults() == [])
    #expect(try language.lexicon().stopwordForms == ["b", "c", "d", "a"])
  }

  @Test func rowsOutOfOrderAreToldButNoReasonToStop() throws {
    let language = try InventedLanguage(["stopwords": ["b", "a"]])
    #expect(language.faults().count == 1)
    #expect(try language.lexicon().stopwordForms == ["b", "a"])
  }

  @Test func keysOfSeveralColumnsMayShareTheFirst() throws {
    let rows = ["may\tmonth\t5", "may\tunit\tM"]
    #expect(try InventedLanguage(["calendar": rows]).faults() == [])
    let twice = ["may\tmonth\t5", "may\tmonth\t6"]
    #expect(
      try InventedLanguage(["calendar": twice]).faults() == [
        "calendar.tsv:3: “may · month” stands twice in this file; remove one"
      ])
  }

  @Test func trailingEmptyColumnsMayBeLeftOff() throws {
    let language = try InventedLanguage(["titles": ["clerk\toffice", "dean\toffice\tm\tdeans|deanery"]])
    #expect(language.faults() == [])
    #expect(try language.lexicon().entries.map(\.form) == ["clerk", "dean", "deans", "deanery"])
  }

  @Test(arguments: ["words\nthe\n", "form\tsecond\n", "Form\n"])
  func anotherHeaderIsAFaultAndTheRestIsNotRead(text: String) throws {
    let language = try InventedLanguage()
    try language.write(text, to: "stopwords.tsv")
    #expect(language.faults() == ["stopwords.tsv:1: the header must be: form"])
  }

  @Test func anEmptyFirstColumnIsAFault() throws {
    #expect(
      try InventedLanguage(["titles": ["\toffice"]]).faults() == ["titles.tsv:2: the first column is empty"])
  }

  @Test func whatIsNotUTF8IsAFault() throws {
    let language = try InventedLanguage()
    try language.write(Array("form\n".utf8) + [0xD2, 0xE5, 0xF1, 0x0A], to: "stopwords.tsv")
    #expect(language.faults() == ["stopwords.tsv: is not UTF-8; save it as UTF-8"])
  }

  @Test func aMissingFileIsAFault() throws {
    let language = try InventedLanguage()
    try language.remove("titles.tsv")
    #expect(
      language.faults() == ["titles.tsv: cannot be read; every language needs this file, even if empty"])
  }

  @Test(arguments: [
    ("calendar", "may\tmoon\t5", "unknown value “moon”"), ("numbers", "ten\tcardinal\tx", "must be a number"),
    ("abbreviations", "Dr.\tsometimes", "unknown value"),
    ("currencies", "euro\tEUR\tbeside", "unknown value"),
    ("given-names", "Ann\tw", "unknown value “w”"), ("titles", "dean\tjob", "unknown value “job”"),
    ("organisation-forms", "bank\tmiddle\tbank", "unknown value “middle”"),
    ("triggers", "signed\tsigned\tword", "unknown value “word”"),
    ("modality", "not\tno", "unknown value “no”"), ("party-words", "with\tbeside", "unknown value “beside”"),
    ("endings", "s\t\t1\tanything", "unknown class “anything”"), ("endings", "s\t\t9\tnoun", "1 to 6"),
    ("language", "colour\tred", "unknown key “colour”"), ("language", "order\tydm", "order is dmy or mdy"),
    ("old-fonts", "font\tab\tc", "one letter each"),
    ("date-patterns", "x\t{dya}\tDATE\tdate", "there is no slot {dya}"),
  ])
  func unknownValuesAreFaults(file: String, row: String, part: String) throws {
    let faults = try InventedLanguage([file: [row]]).faults()
    #expect(faults.count == 1)
    #expect(
      faults.first?.hasPrefix("\(file).tsv:2: ") == true && faults.first?.contains(part) == true, "\(faults)")
  }

  @Test func everyFaultIsToldNotTheFirst() throws {
    let language = try InventedLanguage(["stopwords": ["b", "a", "a"], "titles": ["dean\tjob"]])
    try language.remove("places.tsv")
    #expect(language.faults().count == 4)
    #expect(throws: DictionaryFaults.self) { _ = try language.lexicon() }
  }

  @Test func aFolderWithoutLanguagesIsAFault() throws {
    let language = try InventedLanguage()
    let (_, faults) = Lexicons.load(folder: language.folder + "/nowhere")
    #expect(faults.count == 1 && faults.first?.message.contains("holds no language") == true)
  }

  @Test func sharedLettersAreSingle() throws {
    let language = try InventedLanguage()
    try language.writeShared(
      "letter\tcyrillic\tlatin\texample\tcounter-example\na\tа|bc\n", to: "lookalikes.tsv")
    try language.writeShared("form\nIT\n", to: "latin-words.tsv")
    let (lexicons, faults) = Lexicons.load(folder: language.folder)
    #expect(faults.map(\.line) == [2] && faults.first?.message.contains("letters are single") == true)
    #expect(lexicons?.latinWords == ["IT"])
  }

  @Test func randomBytesNeverCrashTheReader() throws {
    var random = SeededGenerator(seed: 3)
    let language = try InventedLanguage()
    let names = try InventedLanguage.headers()
    let pieces = [
      "\t", "\n", "|", "#", "{", "}", "[", "(", "|", "…", "*", "a", "Ab", "я", "{day}", "1", "-", "\"",
    ]
    for (name, header) in names.sorted(by: { $0.key < $1.key }) {
      var bytes = Array((header + "\n").utf8)
      for _ in 0..<60 {
        if Int.random(in: 0..<15, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        }
      }
      try language.write(bytes, to: name + ".tsv")
    }
    _ = language.faults()
  }
}
