import DatelineRecords
import Foundation

/// The record expected of a document (`expected.json`); a key that is absent is not judged.
struct GoldRecord: Decodable {
  var language: String?
  var title: String?
  var text: String?
  var published: String?
  /// nil: not judged; inner nil: there is none.
  var dateline: Dateline??
  var duplicates: [[Int]]?
  var dates: [DateValue]?
  var people: [Person]?
  var organisations: [Organisation]?
  var places: [Place]?
  var amounts: [Amount]?
  var agreements: [Agreement]?
  var judgesTitle = false
  var judgesPublished = false

  struct Dateline: Decodable {
    var place: String?
    var country: String?
    var date: String?
    var agency: String?
  }
  struct Named: Decodable {
    var text: String
    var span: Span?
    var `in`: String?
  }
  struct DateValue: Decodable {
    var text: String
    var span: Span?
    var `in`: String?
    var value: String
  }
  struct Person: Decodable {
    struct Role: Decodable {
      var title: String
    }
    var id: String
    var name: String
    var roles: [Role]?
    var mentions: [Named]?
  }
  struct Organisation: Decodable {
    var id: String
    var name: String
    var kind: String?
    var country: String?
    var mentions: [Named]?
  }
  struct Place: Decodable {
    var id: String
    var name: String
    var country: String?
    var mentions: [Named]?
  }
  struct Amount: Decodable {
    var text: String?
    var value: Double
    var currency: String
  }
  struct Agreement: Decodable {
    struct Party: Decodable {
      var ref: String?
      var name: String?
      var country: String?
    }
    /// A sentence, written as text or as an object with its place.
    struct Evidence: Decodable {
      var text: String
      init(from decoder: any Decoder) throws {
        if let plain = try? decoder.singleValueContainer().decode(String.self) {
          text = plain
        } else {
          text = try Named(from: decoder).text
        }
      }
    }
    var id: String?
    var type: String
    var status: String
    var title: String?
    var parties: [Party]?
    var signatories: [String]?
    var date: String?
    var evidence: [Evidence]?
  }

  private enum Key: String, CodingKey {
    case language, title, text, published, dateline, duplicates, dates, people, organisations, places, amounts
    case agreements
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    language = try object.decodeIfPresent(String.self, forKey: .language)
    title = try object.decodeIfPresent(String.self, forKey: .title)
    text = try object.decodeIfPresent(String.self, forKey: .text)
    published = try object.decodeIfPresent(String.self, forKey: .published)
    if object.contains(.dateline) {
      dateline = .some(try object.decodeIfPresent(Dateline.self, forKey: .dateline))
    }
    duplicates = try object.decodeIfPresent([[Int]].self, forKey: .duplicates)
    dates = try object.decodeIfPresent([DateValue].self, forKey: .dates)
    people = try object.decodeIfPresent([Person].self, forKey: .people)
    organisations = try object.decodeIfPresent([Organisation].self, forKey: .organisations)
    places = try object.decodeIfPresent([Place].self, forKey: .places)
    amounts = try object.decodeIfPresent([Amount].self, forKey: .amounts)
    agreements = try object.decodeIfPresent([Agreement].self, forKey: .agreements)
    judgesTitle = object.contains(.title)
    judgesPublished = object.contains(.published)
  }

  /// The gold of a file: one record, or a list with one an item of the feed.
  static func list(from bytes: Data) throws -> [GoldRecord] {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    let decoder = JSONDecoder()
    return first == UInt8(ascii: "[")
      ? try decoder.decode([GoldRecord].self, from: bytes)
      : [try decoder.decode(GoldRecord.self, from: bytes)]
  }
}
