extension Timeline {
  /// The timeline as a page of HTML in one file.
  ///
  /// Works without scripts; with them it can be narrowed by words, country, status and type. Names and evidence carry
  /// their language, so that browsers choose letters and hyphens rightly. Nothing from the records is markup.
  public func html(title: String = "Timeline") -> String {
    var body = """
      <div class="page">
      <header>
      <h1>\(HTMLText.escaped(title))</h1>
      <p class="overview">\(ReportWords.overview(self))</p>
      </header>

      """
    if entries.count > 1 { body += filterForm }
    body += "<main>\n"
    var year: String?
    var month: String?
    for entry in entries {
      let group = entry.date.map { "\($0.days.first.year)" } ?? "Undated"
      if group != year {
        if year != nil { body += "</ol>\n</section>\n" }
        year = group
        month = nil
        body += "<section class=\"year\">\n<h2>\(group)</h2>\n<ol class=\"axis\">\n"
      }
      if let name = entry.monthName, name != month {
        month = name
        body += "<li class=\"month\">\(name)</li>\n"
      }
      entry.write(to: &body, countryNames: countryNames)
    }
    if year != nil { body += "</ol>\n</section>\n" }
    if entries.isEmpty { body += "<p class=\"empty\">Nothing matches.</p>\n" }
    body += """
      </main>
      <footer>Every entry was read from its source by Dateline and quotes the sentence that shows it. “Reported” means \
      that the text gives no day and the day of the report stands in.</footer>
      </div>
      """
    return HTMLText.page(title: title, style: PageStyle.timeline, script: PageScript.timeline, body: body)
  }

  /// Hidden until the script shows it: without scripts it could do nothing.
  private var filterForm: String {
    let agreements = entries.filter { $0.kind == .agreement }
    func options(_ values: Set<String>, _ label: (String) -> String) -> String {
      values.filter { !$0.isEmpty }.map { (value: $0, label: label($0)) }.sorted { $0.label < $1.label }.map {
        "<option value=\"\(HTMLText.escaped($0.value))\">\(HTMLText.escaped($0.label))</option>"
      }.joined()
    }
    let countries = options(Set(entries.flatMap(\.countries))) { countryNames[$0] ?? $0 }
    let statuses = options(Set(agreements.compactMap(\.status)), ReportWords.label)
    let types = options(Set(agreements.compactMap(\.type)), ReportWords.label)
    let hasFacts = agreements.count < entries.count
    return """
      <form class="filter" role="search" hidden>
      <input class="words" type="search" name="words" placeholder="Names, words…" aria-label="Names or words">
      <select name="country" aria-label="Country"><option value="">All countries</option>\(countries)</select>
      <select name="status" aria-label="Status"><option value="">Any status</option>\(statuses)</select>
      <select name="type" aria-label="Type"><option value="">Any type</option>\(types)</select>
      <label class="facts"\(hasFacts ? "" : " hidden")><input type="checkbox" name="facts" checked> Dated facts</label>
      <output aria-live="polite"></output>
      </form>

      """
  }
}

extension TimelineEntry {
  /// Month of an entry that is known to the month or better.
  fileprivate var monthName: String? {
    guard let days = date?.days, [.day, .week, .month].contains(days.precision) else { return nil }
    return ReportWords.months[days.first.month - 1]
  }

  fileprivate func write(to page: inout String, countryNames: [String: String]) {
    func escaped(_ text: String) -> String { HTMLText.escaped(text) }
    page += "<li class=\"entry \(kind.rawValue) \(HTMLText.className(status))\""
    page += " data-countries=\"\(escaped(countries.joined(separator: " ")))\""
    page += " data-status=\"\(escaped(status ?? ""))\" data-type=\"\(escaped(type ?? ""))\">\n"
    page += "<p class=\"when\">\(when)"
    if let status { page += "<span class=\"status\">\(escaped(ReportWords.label(status)))</span>" }
    if let type, type != "other" { page += "<span class=\"type\">\(escaped(ReportWords.label(type)))</span>" }
    page += "</p>\n"
    if kind == .agreement {
      writeAgreement(to: &page, countryNames)
    } else {
      page += "<p class=\"sentence\"\(HTMLText.lang(language))>\(escaped(evidence ?? ""))</p>\n"
      let names = people.map { escaped($0.name) } + parties.map { $0.html(countryNames) }
      page += "<p class=\"names\"\(HTMLText.lang(language))>\(names.joined(separator: " · "))</p>\n"
      for source in sources { page += source.html }
    }
    page += "</li>\n"
  }

  private func writeAgreement(to page: inout String, _ countryNames: [String: String]) {
    func escaped(_ text: String) -> String { HTMLText.escaped(text) }
    let lang = HTMLText.lang(language)
    page += "<h4\(title == nil ? "" : lang)>\(escaped(ReportWords.heading(self)))</h4>\n"
    if !parties.isEmpty {
      page += "<ul class=\"parties\"\(lang)>"
      for party in parties { page += "<li>\(party.html(countryNames))</li>" }
      page += "</ul>\n"
    }
    var details: [(name: String, value: String, isForeign: Bool)] = []
    if let subject { details.append(("About", escaped(subject), true)) }
    if !people.isEmpty {
      let names = people.map { person in
        escaped(person.name) + (person.role.map { ", <span class=\"role\">\(escaped($0))</span>" } ?? "")
      }
      details.append(("Signed by", names.joined(separator: "<br>"), true))
    }
    if let place { details.append(("Place", escaped(place), true)) }
    if let amount = ReportWords.amount(self) { details.append(("Amount", escaped(amount), false)) }
    if !details.isEmpty {
      page += "<dl class=\"details\">"
      for detail in details {
        page += "<dt>\(detail.name)</dt><dd\(detail.isForeign ? lang : "")>\(detail.value)</dd>"
      }
      page += "</dl>\n"
    }
    if let first = sources.first { page += first.quotation + first.html }
    if sources.count > 1 {
      page +=
        "<details class=\"more\"><summary>Also in \(ReportWords.count(sources.count - 1, "other document"))</summary>\n"
      for source in sources.dropFirst() { page += source.quotation + source.html }
      page += "</details>\n"
    }
  }

  private var when: String {
    guard let date else { return "<span class=\"type\">no date</span>" }
    // What HTML knows as a date; quarters and halves it does not.
    let machine =
      [.day, .month, .year].contains(date.days.precision)
      ? " datetime=\"\(HTMLText.escaped(date.value))\"" : ""
    return "<time\(machine)>\(date.isReported ? "reported " : "")\(ReportWords.date(date))</time>"
  }
}

extension TimelineEntry.Party {
  fileprivate func html(_ countryNames: [String: String]) -> String {
    let name = HTMLText.escaped(name)
    guard let country, !isCountry else { return name }
    let title = countryNames[country].map { " title=\"\(HTMLText.escaped($0))\"" } ?? ""
    return "\(name) <abbr\(title)>\(HTMLText.escaped(country))</abbr>"
  }
}

extension TimelineEntry.Reference {
  fileprivate var quotation: String {
    guard let evidence else { return "" }
    return "<blockquote\(HTMLText.lang(language))><p>\(HTMLText.escaped(evidence))</p></blockquote>\n"
  }

  /// "Headline — Agency, 3 October 2017", the headline as a link where there is one.
  fileprivate var html: String {
    let headline = "<span\(HTMLText.lang(language))>\(HTMLText.link(title ?? path, to: url))</span>"
    let origin = ReportWords.origin(self)
    let rest = title == nil && origin == path ? "" : " — \(HTMLText.escaped(origin))"
    return "<p class=\"source\" title=\"\(HTMLText.escaped(path))\">\(headline)\(rest)</p>\n"
  }
}
