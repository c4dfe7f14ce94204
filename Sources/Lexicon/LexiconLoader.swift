import DatelineText
import DictionaryFiles
import Foundation

/// The lexicons of all languages that a folder of dictionaries holds.
public struct Lexicons: Sendable {
  /// By language code, in the order of the folder.
  public let languages: [Lexicon]
  /// The folder they were read from.
  public let folder: String
  /// The letters that look alike, whatever the language.
  public let lookalikes: [Lookalike]
  /// What stays Latin in Cyrillic text although each of its letters has a look-alike there.
  public let latinWords: [String]
  /// By what languages are told apart: `shared/languages.model`; nil if the folder has none.
  public let languageModel: LanguageModel?
  /// How names sound, whatever the language, and which are one in several.
  public let naming: NamingKnowledge

  /// The lexicon of a language, or nil.
  public func lexicon(_ code: String) -> Lexicon? { languages.first { $0.code == code } }

  /// Reads every language of a folder.
  ///
  /// - Parameter folder: the folder with one subfolder a language; nil for the one that comes with the program.
  /// - Throws: `DictionaryFaults` with every fault.
  public init(folder: String? = nil) throws {
    let (lexicons, faults) = Lexicons.load(folder: folder)
    guard faults.allSatisfy(\.isHarmless), let lexicons else { throw DictionaryFaults(faults: faults) }
    self = lexicons
  }

  private init(
    languages: [Lexicon], folder: String, letters: SharedLetters?, languageModel: LanguageModel?,
    naming: NamingKnowledge
  ) {
    self.naming = naming
    self.languages = languages
    self.folder = folder
    lookalikes = letters?.lookalikes ?? []
    latinWords = letters?.latinWords ?? []
    self.languageModel = languageModel
  }

  /// The model of a folder by which languages are told apart, nothing else being read; nil if there is none.
  ///
  /// Dictionaries may do without a model, as those of a test do; one that is there has to be sound.
  /// - Parameter folder: nil for the one that comes with the program.
  public static func languageModel(in folder: String? = nil) throws(LanguageModelError) -> LanguageModel? {
    guard let folder = folder ?? DictionaryFiles.folder() else { return nil }
    let path = folder + "/shared/languages.model"
    return FileManager.default.fileExists(atPath: path) ? try LanguageModel(path: path) : nil
  }

  /// Reads every language of a folder and says everything that is wrong with it.
  public static func load(folder: String? = nil) -> (Lexicons?, [DictionaryFault]) {
    guard let folder = folder ?? DictionaryFiles.folder() else {
      return (
        nil,
        [
          DictionaryFault(
            file: "Dictionaries", line: nil,
            message: "not found beside the program; name the folder with --dictionaries or "
              + DictionaryFiles.environmentVariable)
        ]
      )
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/language.tsv")
    }
    let loaded = InParallel.map(names) { name in
      var loader = LexiconLoader(folder: "\(folder)/\(name)")
      let lexicon = loader.load()
      return (lexicon: lexicon, faults: loader.faults)
    }
    var languages = loaded.map(\.lexicon)
    var faults = loaded.flatMap(\.faults)
    if languages.isEmpty {
      faults.append(
        DictionaryFault(file: folder, line: nil, message: "holds no language: no <code>/language.tsv in it"))
    }
    // A folder with a language or two for a trial needs nothing that is shared.
    let shared = folder + "/shared"
    let letters =
      FileManager.default.fileExists(atPath: shared) ? SharedLetters(folder: shared, faults: &faults) : nil
    let capitals =
      FileManager.default.fileExists(atPath: shared + "/capitals.tsv")
      ? DictionaryTable(file: shared + "/capitals.tsv", columns: ["country", "key"], faults: &faults).rows
      : []
    for index in languages.indices {
      languages[index].capitals = Set(capitals.map { $0.fields[1] })
    }
    let lists = shared + "/gazetteer.bin"
    if FileManager.default.fileExists(atPath: lists) {
      do {
        let gazetteer = try Gazetteer(path: lists)
        for index in languages.indices { languages[index].gazetteer = gazetteer }
      } catch {
        faults.append(error)
      }
    }
    var model: LanguageModel?
    do {
      model = try languageModel(in: folder)
    } catch {
      faults.append(DictionaryFault(file: error.path, line: nil, message: error.message))
    }
    let naming = NamingKnowledge(folder: folder, faults: &faults)
    return (
      Lexicons(languages: languages, folder: folder, letters: letters, languageModel: model, naming: naming),
      faults
    )
  }
}

/// Reads the files of one language.
struct LexiconLoader {
  let folder: String
  var faults: [DictionaryFault] = []
  private var lexicon = Lexicon()

  init(folder: String) { self.folder = folder }

  mutating func load() -> Lexicon {
    let facts = table("language.tsv", ["key", "value"], sorted: false)
    lexicon.profile = LanguageProfile(rows: facts, faults: &faults)
    lexicon.fold = FoldedForm(pairs: lexicon.profile.foldPairs)
    let endings = table("endings.tsv", Endings.columns, keys: 5)
    lexicon.endings = Endings(rows: endings, fold: lexicon.fold, faults: &faults)
    loadWords()
    loadOldFonts()
    loadNames()
    loadOrganisationsAndPlaces()
    loadAgreements()
    let patterns = table(
      "date-patterns.tsv",
      ["name", "pattern", "type", "operation", "example", "expect", "counter-example"])
    loadPatterns(patterns)
    lexicon.alphabets = AlphabetTable.load(folder: "\(folder)/alphabets", faults: &faults)
    lexicon.readingWords = AlphabetTable.words(folder: "\(folder)/alphabets", faults: &faults)
    return lexicon
  }

  private mutating func table(
    _ name: String, _ columns: [String], keys: Int = 1, sorted: Bool = true
  ) -> DictionaryTable {
    DictionaryTable(
      file: "\(folder)/\(name)", columns: columns, keys: keys, sorted: sorted, faults: &faults)
  }

  private mutating func fault(_ table: DictionaryTable, _ row: DictionaryTable.Row, _ message: String) {
    faults.append(DictionaryFault(file: table.file, line: row.line, message: message))
  }

  /// One of the values of an enumeration, or a fault that lists them.
  private mutating func value<V: RawRepresentable>(
    _ type: V.Type, _ text: String, _ table: DictionaryTable, _ row: DictionaryTable.Row
  ) -> V? where V.RawValue == String {
    if let value = V(rawValue: text) { return value }
    fault(table, row, "unknown value “\(text)”; see README.md of the dictionaries")
    return nil
  }

  private mutating func loadWords() {
    let abbreviations = table("abbreviations.tsv", ["form", "ends"])
    for row in abbreviations.rows {
      guard let ending = value(AbbreviationEnding.self, row.fields[1], abbreviations, row) else { continue }
      lexicon.abbreviations[ending, default: []].append(row.fields[0])
    }
    let words = table("sentence-words.tsv", ["form", "kind"], keys: 2)
    for row in words.rows {
      guard let kind = value(SentenceWord.self, row.fields[1], words, row) else { continue }
      lexicon.sentenceWords[kind, default: []].append(row.fields[0])
    }
    let calendar = table("calendar.tsv", ["form", "kind", "value", "forms"], keys: 2)
    for row in calendar.rows {
      guard let kind = value(CalendarWord.Kind.self, row.fields[1], calendar, row) else { continue }
      let word = CalendarWord(kind: kind, value: row.fields[2])
      for form in [row.fields[0]] + row.list(3) { lexicon.add(form, .calendar(word)) }
    }
    let numbers = table("numbers.tsv", ["form", "kind", "value", "forms"], keys: 2)
    for row in numbers.rows {
      guard let kind = value(NumberWord.Kind.self, row.fields[1], numbers, row) else { continue }
      guard let amount = kind == .vague || row.fields[2] == "X" ? .nan : Double(row.fields[2]) else {
        fault(numbers, row, "value must be a number")
        continue
      }
      for form in [row.fields[0]] + row.list(3) {
        lexicon.add(form, .number(NumberWord(kind: kind, value: amount)))
      }
    }
    let tenses = table("tense.tsv", ["form", "tense", "place"])
    for row in tenses.rows {
      let isWeak = row.fields[1].hasSuffix("?")
      let name = isWeak ? String(row.fields[1].dropLast()) : row.fields[1]
      var tense: Tense?
      if name != "none" {
        guard let known = value(Tense.self, name, tenses, row) else { continue }
        tense = known
      }
      let place = TenseMarks.Place(rawValue: row.fields[2])
      if place == nil {
        faults.append(
          DictionaryFault(
            file: tenses.file, line: row.line, message: "place must be “end”, “front” or empty"))
      }
      lexicon.tenseMarks.add(
        row.fields[0], tense, isWeak: isWeak, place: place ?? .anywhere, fold: lexicon.fold)
    }
    let currencies = table("currencies.tsv", ["form", "currency", "position", "forms"])
    for row in currencies.rows {
      guard let position = value(Position.self, row.fields[2], currencies, row) else { continue }
      let word = CurrencyWord(
        code: row.fields[1], mayPrecede: position != .after, mayFollow: position != .before)
      for form in [row.fields[0]] + row.list(3) { lexicon.add(form, .currency(word)) }
    }
    let stopwords = table("stopwords.tsv", ["form"])
    lexicon.stopwordForms = stopwords.rows.map { $0.fields[0] }
    for form in lexicon.stopwordForms { lexicon.add(form, .stopword) }
    lexicon.pageFurniture = table("page-furniture.tsv", ["form"]).rows.map { $0.fields[0] }
  }

  private mutating func loadNames() {
    let given = table("given-names.tsv", ["name", "gender", "forms"])
    for row in given.rows {
      guard let gender = value(Gender.self, row.fields[1], given, row) else { continue }
      for form in [row.fields[0]] + row.list(2) {
        lexicon.add(form, .givenName(gender), lemma: row.fields[0])
      }
      lexicon.nameSuffixes.add(lexicon.fold(row.fields[0]))
    }
    let family = table("family-names.tsv", ["name", "gender", "forms"])
    for row in family.rows {
      let gender = Gender(rawValue: row.fields[1]) ?? .unknown
      for form in [row.fields[0]] + row.list(2) {
        lexicon.add(form, .familyName(gender), lemma: row.fields[0])
      }
      lexicon.nameSuffixes.add(lexicon.fold(row.fields[0]))
    }
    let endings = table("name-endings.tsv", ["ending", "kind", "gender"])
    for row in endings.rows {
      guard let kind = value(NameEndings.Kind.self, row.fields[1], endings, row) else { continue }
      let ending = row.fields[0].hasPrefix("-") ? String(row.fields[0].dropFirst()) : row.fields[0]
      lexicon.nameEndings.add(lexicon.fold(ending), kind, Gender(rawValue: row.fields[2]) ?? .either)
      lexicon.nameEndingForms.append(ending)
      if kind == .family {
        lexicon.nameSuffixes.add(lexicon.fold(ending), times: NameSuffixes.namesOfAnEnding)
      }
    }
    let connectors = table("name-connectors.tsv", ["form", "kind"], keys: 2)
    for row in connectors.rows {
      guard let kind = value(ConnectorKind.self, row.fields[1], connectors, row) else { continue }
      lexicon.add(row.fields[0], .connector(kind))
    }
    let titles = table("titles.tsv", ["title", "kind", "gender", "forms"])
    for row in titles.rows {
      guard let kind = value(TitleKind.self, row.fields[1], titles, row) else { continue }
      let gender = Gender(rawValue: row.fields[2]) ?? .unknown
      for form in [row.fields[0]] + row.list(3) {
        lexicon.add(form, .title(kind, gender), lemma: row.fields[0])
      }
      countLead(of: row.fields[0])
    }
    let modifiers = table("title-modifiers.tsv", ["form", "kind"])
    for row in modifiers.rows { lexicon.add(row.fields[0], .titleModifier(row.fields[1])) }
    // A language may do without: its offices have the bodies that their phrases name.
    if FileManager.default.fileExists(atPath: "\(folder)/title-bodies.tsv") {
      for row in table("title-bodies.tsv", ["title", "kinds", "forms"]).rows {
        for form in [row.fields[0]] + row.list(2) {
          lexicon.add(form, .titleBody(row.list(1).filter { $0 != "-" }), lemma: row.fields[0])
        }
      }
    }
    let appointments = table("appointment-words.tsv", ["form", "kind"], keys: 2)
    for row in appointments.rows {
      guard let kind = value(AppointmentKind.self, row.fields[1], appointments, row) else { continue }
      lexicon.add(row.fields[0], .appointment(kind))
    }
  }

  private mutating func loadOrganisationsAndPlaces() {
    let forms = table("organisation-forms.tsv", ["form", "role", "kind", "forms"], keys: 2)
    for row in forms.rows {
      guard let role = value(FormRole.self, row.fields[1], forms, row) else { continue }
      for form in [row.fields[0]] + row.list(3) {
        lexicon.add(form, .organisationForm(role, kind: row.fields[2]), lemma: row.fields[0])
        if lexicon.profile.verbLast, role == .after || role == .both, !form.contains(" ") {
          addBareBody(form, kind: row.fields[2])
        }
        if lexicon.profile.nameCapitals, !lexicon.profile.nounCapitals, role != .legalAfter,
          role != .legalBefore, !form.contains(" "), form != form.uppercased()
        {
          lexicon.add(form.lowercased(), .commonNoun(kind: row.fields[2]))
        }
      }
    }
    // Only languages whose adjectives show the gender of a noun need it.
    if FileManager.default.fileExists(atPath: "\(folder)/noun-genders.tsv") {
      let genders = table("noun-genders.tsv", ["ending", "gender"])
      for row in genders.rows {
        let ending = row.fields[0].hasPrefix("-") ? String(row.fields[0].dropFirst()) : row.fields[0]
        guard let gender = GrammaticalGenders.named(row.list(1), in: GrammaticalGenders.names),
          !gender.isEmpty
        else {
          fault(genders, row, "the gender must be m, f or n")
          continue
        }
        lexicon.nounGenders[Array(lexicon.fold(ending).utf8)] = gender
      }
    }
    // A language may do without: its organisations are then joined by how they sound.
    if FileManager.default.fileExists(atPath: "\(folder)/organisation-words.tsv") {
      for row in table("organisation-words.tsv", ["form", "concepts"]).rows {
        lexicon.add(row.fields[0], .organisationWord(row.list(1).filter { $0 != "-" }))
      }
    }
    let organisations = table("organisations.tsv", ["name", "kind", "country", "key", "aliases"])
    for row in organisations.rows {
      let index = lexicon.organisations.count
      let names = [row.fields[0]] + row.list(4)
      lexicon.organisations.append(
        KnownOrganisation(
          name: row.fields[0], kind: row.fields[1], country: row.fields[2], key: row.fields[3],
          aliases: names))
      for name in names {
        lexicon.add(name, .organisation(index))
        countLead(of: name)
      }
    }
    let places = table(
      "places.tsv", ["name", "kind", "country", "key", "aliases", "adjectives", "inhabitants"], keys: 2)
    for row in places.rows {
      let index = lexicon.places.count
      lexicon.places.append(
        KnownPlace(name: row.fields[0], kind: row.fields[1], country: row.fields[2], key: row.fields[3]))
      for name in [row.fields[0]] + row.list(4) { lexicon.add(name, .place(index)) }
      for form in row.list(5) {
        lexicon.add(form, .placeAdjective(index))
        lexicon.leadSuffixes.add(lexicon.fold(form))
      }
      for form in row.list(6) { lexicon.add(form, .inhabitant(index)) }
    }
    let placeWords = table("place-words.tsv", ["form", "kind", "position"])
    for row in placeWords.rows {
      guard let position = value(Position.self, row.fields[2], placeWords, row) else { continue }
      lexicon.add(row.fields[0], .placeWord(kind: row.fields[1], position))
    }
  }

  /// Counts how the first of several words ends.
  private mutating func countLead(of name: String) {
    guard let space = name.utf8.firstIndex(of: UInt8(ascii: " ")) else { return }
    lexicon.leadSuffixes.add(lexicon.fold(String(name[..<space])))
  }

  private mutating func addBareBody(_ form: String, kind: String) {
    let bytes = Array(lexicon.fold(form).utf8)
    var stems: [[UInt8]] = [bytes]
    lexicon.endings.strip(bytes, kinds: [.noun], minimum: 3) {
      if $0.inflection.cases.isEmpty, $0.inflection.number != .plural { stems.append($0.bytes) }
    }
    for stem in stems where lexicon.bareBodies[stem] == nil { lexicon.bareBodies[stem] = kind }
  }

  private mutating func loadAgreements() {
    let agreements = table("agreement-words.tsv", ["form", "type", "forms"])
    for row in agreements.rows {
      for form in [row.fields[0]] + row.list(2) {
        lexicon.add(form, .agreementWord(type: row.fields[1]), lemma: row.fields[0])
      }
    }
    for row in table("undertaking-words.tsv", ["form"]).rows { lexicon.add(row.fields[0], .undertaking) }
    let triggers = table("triggers.tsv", ["form", "status", "kind", "forms"], keys: 2)
    for row in triggers.rows {
      guard let kind = value(TriggerKind.self, row.fields[2], triggers, row) else { continue }
      for form in [row.fields[0]] + row.list(3) {
        lexicon.add(form, .trigger(status: row.fields[1], kind))
      }
    }
    let modality = table("modality.tsv", ["form", "effect"], keys: 2)
    for row in modality.rows {
      guard let effect = value(ModalEffect.self, row.fields[1], modality, row) else { continue }
      lexicon.add(row.fields[0], .modality(effect))
    }
    let parties = table("party-words.tsv", ["form", "frame", "position"], keys: 2)
    for row in parties.rows {
      guard let frame = value(PartyFrame.self, row.fields[1], parties, row) else { continue }
      lexicon.add(row.fields[0], .party(frame, Position(rawValue: row.fields[2]) ?? .before))
    }
    let attribution = table("attribution.tsv", ["form", "position"])
    for row in attribution.rows {
      guard let position = value(Position.self, row.fields[1], attribution, row) else { continue }
      lexicon.add(row.fields[0], .attribution(position))
    }
    for row in table("definite-words.tsv", ["form"]).rows { lexicon.add(row.fields[0], .definite) }
    for row in table("document-words.tsv", ["form"]).rows { lexicon.add(row.fields[0], .document) }
    for row in table("prepositions.tsv", ["form"]).rows { lexicon.add(row.fields[0], .preposition) }
    for row in table("reminder-words.tsv", ["form"]).rows { lexicon.add(row.fields[0], .reminder) }
  }

  private mutating func loadOldFonts() {
    let fonts = table("old-fonts.tsv", ["font", "letter", "reads", "example"], keys: 2)
    for row in fonts.rows {
      let letter = row.fields[1].unicodeScalars
      let reads = row.fields[2].unicodeScalars
      guard letter.count == 1, reads.count == 1, let from = letter.first, let to = reads.first else {
        fault(fonts, row, "letter and reads are one letter each")
        continue
      }
      if lexicon.oldFonts.last?.name != row.fields[0] {
        lexicon.oldFonts.append(OldFont(name: row.fields[0], language: lexicon.code, letters: [:]))
      }
      lexicon.oldFonts[lexicon.oldFonts.count - 1].letters[from] = to
    }
  }

  private mutating func loadPatterns(_ patterns: DictionaryTable) {
    for row in patterns.rows {
      do {
        let pattern = try DatePattern(
          name: row.fields[0], pattern: row.fields[1], type: row.fields[2], operation: row.fields[3],
          example: row.fields[4], expect: row.fields[5], counterExample: row.fields[6])
        lexicon.datePatterns.append(pattern)
        for word in pattern.literals { _ = lexicon.words.insert(lexicon.fold(word)) }
      } catch let problem as PatternProblem {
        fault(patterns, row, problem.message)
      } catch {
        fault(patterns, row, "\(error)")
      }
    }
  }
}
