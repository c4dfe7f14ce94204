extension SummaryIndex {
  /// The index as a page of HTML in one file: four lists from A to Я, then the documents in short.
  ///
  /// Everything is linked inside the page; with scripts it can also be searched. Nothing from the records is markup.
  public func html(title: String = "Index") -> String {
    var body = """
      <div class="page">
      <header>
      <h1>\(HTMLText.escaped(title))</h1>
      <p class="overview">\(overview)</p>
      </header>
      <nav class="sections" aria-label="Sections">
      """
    let lists: [(id: String, title: String, count: Int)] = [
      ("people", "People", people.count), ("organisations", "Organisations", organisations.count),
      ("countries", "Countries", countries.count), ("agreements", "Agreements", agreements.count),
      ("documents", "Documents", documents.count),
    ]
    for list in lists where list.count > 0 {
      body += "<a href=\"#\(list.id)\">\(list.title) <span>\(list.count)</span></a>"
    }
    body += """
      </nav>
      <form class="filter" role="search" hidden>
      <input class="words" type="search" name="words" placeholder="Find a name…" aria-label="Find a name">
      <output aria-live="polite"></output>
      </form>
      <main>

      """
    writeEntries(people, "people", "People", to: &body) { AlphabeticalOrder(Self.lastNameFirst($0)) }
    writeEntries(organisations, "organisations", "Organisations", to: &body) { AlphabeticalOrder($0) }
    writeEntries(countries, "countries", "Countries", to: &body) { AlphabeticalOrder($0) }
    writeAgreements(to: &body)
    writeDocuments(to: &body)
    body += "</main>\n<footer>Made by Dateline. Names stand as the documents write them.</footer>\n</div>"
    return HTMLText.page(title: title, style: PageStyle.index, script: PageScript.index, body: body)
  }

  var overview: String {
    ReportWords.count(documents.count, "document") + ": "
      + [
        people.count == 1 ? "1 person" : "\(people.count) people",
        ReportWords.count(organisations.count, "organisation"),
        countries.count == 1 ? "1 country" : "\(countries.count) countries",
        ReportWords.count(agreements.count, "agreement"),
      ].joined(separator: ", ")
  }

  private func writeEntries(
    _ entries: [Entry], _ section: String, _ title: String, to page: inout String,
    order: (String) -> AlphabeticalOrder
  ) {
    guard !entries.isEmpty else { return }
    let lines = Self.lines(entries, order: order)
    page += "<section id=\"\(section)\">\n<h2>\(title)</h2>\n"
    var letters: [String] = []
    for line in lines where line.letter != letters.last { letters.append(line.letter) }
    if letters.count > 1 {
      page += "<nav class=\"letters\" aria-label=\"\(title) by letter\">"
      var isLatin = true
      for letter in letters {
        // A gap where the alphabet changes: O and О look the same.
        let opensAlphabet =
          isLatin && (letter.unicodeScalars.first?.value ?? 0) > 0x17F && letter != letters[0]
        if opensAlphabet { isLatin = false }
        page += "<a\(opensAlphabet ? " class=\"opens\"" : "") href=\"#\(anchor(section, letter))\">"
        page += "\(HTMLText.escaped(letter))</a>"
      }
      page += "</nav>\n"
    }
    var letter: String?
    for line in lines {
      if line.letter != letter {
        letter = line.letter
        page +=
          "<h3 class=\"letter\" id=\"\(anchor(section, line.letter))\">\(HTMLText.escaped(line.letter))</h3>\n"
      }
      let entry = entries[line.entry]
      let id = "\(section)-\(line.entry + 1)"
      if let alias = line.alias {
        page +=
          "<p class=\"see\"><span\(HTMLText.lang(alias.language))>\(HTMLText.escaped(alias.text))</span> → "
        page +=
          "<a href=\"#\(id)\"\(HTMLText.lang(entry.names[0].language))>\(HTMLText.escaped(entry.name))</a></p>\n"
      } else {
        write(entry, id: id, isPerson: section == "people", to: &page)
      }
    }
    page += "</section>\n"
  }

  private func write(_ entry: Entry, id: String, isPerson: Bool, to page: inout String) {
    page += "<article class=\"item\" id=\"\(id)\">\n<div class=\"head\">"
    page +=
      "<h4\(HTMLText.lang(entry.names.first?.language ?? ""))>\(heading(entry.name, isPerson: isPerson))</h4>\n"
    let others = Set(entry.names.dropFirst().map(\.text)).subtracting([entry.name])
    if !others.isEmpty {
      var seen: Set<String> = []
      let names = entry.names.filter { others.contains($0.text) && seen.insert($0.text).inserted }.map {
        "<span\(HTMLText.lang($0.language))>\(HTMLText.escaped($0.text))</span>"
      }
      page += "<p class=\"soft\">\(names.joined(separator: " · "))</p>\n"
    }
    let details =
      entry.details.prefix(4).map { HTMLText.escaped(ReportWords.label($0)) }
      + (entry.country.map { [HTMLText.escaped($0)] } ?? [])
    if !details.isEmpty { page += "<p class=\"soft\">\(details.joined(separator: " · "))</p>\n" }
    page += "</div>\n"
    let shown = entry.appearances.count > 6 ? 4 : entry.appearances.count
    page += "<ul class=\"seen\">"
    for appearance in entry.appearances.prefix(shown) { write(appearance, to: &page) }
    page += "</ul>\n"
    if shown < entry.appearances.count {
      page +=
        "<details class=\"more\"><summary>\(ReportWords.count(entry.appearances.count - shown, "more document"))</summary><ul class=\"seen\">"
      for appearance in entry.appearances.dropFirst(shown) { write(appearance, to: &page) }
      page += "</ul></details>\n"
    }
    page += "</article>\n"
  }

  /// The name, with the word under which it is sorted in bold.
  private func heading(_ name: String, isPerson: Bool) -> String {
    guard isPerson, let space = name.lastIndex(of: " ") else { return "<b>\(HTMLText.escaped(name))</b>" }
    return "\(HTMLText.escaped(name[...space]))<b>\(HTMLText.escaped(name[name.index(after: space)...]))</b>"
  }

  private func write(_ appearance: Appearance, to page: inout String) {
    let reference = documents[appearance.document].reference
    let lang = HTMLText.lang(reference.language)
    page +=
      "<li><a href=\"#document-\(appearance.document + 1)\"\(lang)>\(HTMLText.escaped(reference.title ?? reference.path))</a>"
    page += " <span class=\"soft\">\(HTMLText.escaped(ReportWords.origin(reference)))"
    if appearance.count > 1 { page += ", \(appearance.count)×" }
    page += "</span>"
    if let sentence = appearance.sentence, sentence != reference.title {
      page += "<q\(lang)>\(HTMLText.escaped(sentence))</q>"
    }
    page += "</li>\n"
  }

  private func writeAgreements(to page: inout String) {
    guard !agreements.isEmpty else { return }
    var numbers: [String: Int] = [:]
    for (index, document) in documents.enumerated() { numbers[document.reference.document] = index + 1 }
    page += "<section id=\"agreements\">\n<h2>Agreements</h2>\n"
    for agreement in agreements {
      let lang = HTMLText.lang(agreement.language)
      page += "<article class=\"item\">\n<div class=\"head\"><p class=\"soft\">"
      page += agreement.date.map { ($0.isReported ? "reported " : "") + ReportWords.date($0) } ?? "no date"
      page += "</p>\n<p><span class=\"status \(HTMLText.className(agreement.status))\">"
      page += "\(HTMLText.escaped(ReportWords.label(agreement.status ?? "")))</span></p></div>\n<div>"
      page += "<h4\(lang)><b>\(HTMLText.escaped(ReportWords.heading(agreement)))</b></h4>\n"
      if let subject = agreement.subject { page += "<p\(lang)>\(HTMLText.escaped(subject))</p>\n" }
      page +=
        "<p class=\"soft\"\(lang)>\(agreement.parties.map { HTMLText.escaped($0.named) }.joined(separator: " · "))</p>\n"
      page += "<ul class=\"seen\">"
      for source in agreement.sources {
        let lang = HTMLText.lang(source.language)
        let title = HTMLText.escaped(source.title ?? source.path)
        page += "<li><a href=\"#document-\(numbers[source.document] ?? 0)\"\(lang)>\(title)</a>"
        page += " <span class=\"soft\">\(HTMLText.escaped(ReportWords.origin(source)))</span>"
        if let evidence = source.evidence { page += "<q\(lang)>\(HTMLText.escaped(evidence))</q>" }
        page += "</li>\n"
      }
      page += "</ul></div>\n</article>\n"
    }
    page += "</section>\n"
  }

  private func writeDocuments(to page: inout String) {
    guard !documents.isEmpty else { return }
    page += "<section id=\"documents\">\n<h2>Documents</h2>\n"
    for (index, document) in documents.enumerated() {
      let reference = document.reference
      let lang = HTMLText.lang(reference.language)
      page += "<article class=\"item\" id=\"document-\(index + 1)\">\n<div class=\"head\"><p class=\"soft\">"
      page += "\(HTMLText.escaped(ReportWords.origin(reference)))</p></div>\n<div>"
      page += "<h4\(lang)>\(HTMLText.link(reference.title ?? reference.path, to: reference.url))</h4>\n"
      for sentence in document.summary { page += "<p\(lang)>\(HTMLText.escaped(sentence))</p>\n" }
      page += "<p class=\"soft\">\(HTMLText.escaped(reference.path))</p></div>\n</article>\n"
    }
    page += "</section>\n"
  }

  /// An id in ASCII: letters of other alphabets by their numbers.
  private func anchor(_ section: String, _ letter: String) -> String {
    section + "-" + letter.unicodeScalars.map { "u" + String($0.value, radix: 16) }.joined()
  }
}
