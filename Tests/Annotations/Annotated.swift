import DatelineDocuments
import DatelineLexicon
import DatelineTestSupport
import DatelineText

@testable import DatelineAnnotations

/// A text with what was found in it, as tests look at it.
struct Annotated {
  let body: NormalisedText
  let found: DocumentAnnotations

  /// Annotates a text by the dictionaries that come with the program.
  ///
  /// - Parameters:
  ///   - text: paragraphs separated by an empty line.
  ///   - published: `YYYY-MM-DD`.
  init(_ text: String, _ language: String, published: String? = nil, title: String? = nil) throws {
    let normaliser = try RealDictionaries.normaliser.get()
    let lexicon = try RealDictionaries.lexicon(language)
    let body = normaliser.normalise(
      text.split(separator: "\n\n").map { Block(.paragraph, String($0)) }, language: language)
    self.body = body
    found = Annotator(lexicon).annotations(
      body: body, title: title.map { normaliser.normalise(line: $0, language: body.language) },
      published: published.flatMap { CalendarDate(iso: $0) })
  }

  /// `text=value` of each date of the body.
  var dates: [String] { (found.dates[.body] ?? []).map { body.string(in: $0.range) + "=" + $0.value } }
  /// `text=value currency` of each sum.
  var amounts: [String] {
    (found.amounts[.body] ?? []).map {
      let value = $0.value == $0.value.rounded() ? String(Int($0.value)) : String($0.value)
      return body.string(in: $0.range) + "=" + value + " " + $0.currency
    }
  }
  /// Names in the nominative.
  func names(_ kind: NameKind) -> [String] { found.bearers.filter { $0.kind == kind }.map(\.name) }
  /// `title` of each role, with the name of the organisation where it is known.
  func roles(of name: String) -> [String] {
    found.bearers.first { $0.kind == .person && $0.name == name }?.roles.map { placed in
      placed.role.title + (placed.organisation.map { ", " + found.bearers[$0].name } ?? "")
    } ?? []
  }
  /// Mentions of the bearer of a name.
  func mentions(of name: String) -> [String] {
    found.bearers.first { $0.name == name }?.mentions.filter { $0.part == .body }
      .map { body.string(in: $0.range) } ?? []
  }
  /// `type status` of each agreement.
  var agreements: [String] { found.agreements.map { $0.type + " " + $0.status } }
}
