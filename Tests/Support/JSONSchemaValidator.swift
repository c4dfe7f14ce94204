import Foundation

/// A JSON value as tests look at it.
package indirect enum JSONValue: Decodable, Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else if let object = try? value.decode([String: JSONValue].self) {
      self = .object(object)
    } else if let truth = try? value.decode(Bool.self) {
      self = .bool(truth)
    } else {
      self = .null
    }
  }

  /// Reads JSON.
  package init(json: some Sequence<UInt8>) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(json))
  }

  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
  package subscript(index: Int) -> JSONValue? {
    if case .list(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
  }
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var number: Double? { if case .number(let value) = self { value } else { nil } }
  package var list: [JSONValue]? { if case .list(let value) = self { value } else { nil } }
}

/// Checks JSON against a JSON Schema: as much of draft 2020-12 as the schema of records uses.
///
/// A keyword it does not know is a fault of the schema, not silently true.
package struct JSONSchemaValidator {
  private let schema: JSONValue

  /// A validator for a schema.
  package init(schema: JSONValue) { self.schema = schema }

  /// The validator for records, from the schema that is committed beside their code.
  package static func records() throws -> JSONSchemaValidator {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("Sources/Records/record.schema.json")
    return JSONSchemaValidator(schema: try JSONValue(json: Data(contentsOf: file)))
  }

  /// What is wrong with a value, one fault a line with its place; empty if it is valid.
  package func faults(in value: JSONValue) -> [String] {
    var faults: [String] = []
    check(value, against: schema, at: "", &faults)
    return faults
  }

  /// What is wrong with JSON text.
  package func faults(inJSON json: some Sequence<UInt8>) -> [String] {
    do {
      return faults(in: try JSONValue(json: json))
    } catch {
      return ["not JSON: \(error)"]
    }
  }

  private func check(_ value: JSONValue, against schema: JSONValue, at path: String, _ faults: inout [String])
  {
    if case .bool(let allowed) = schema {
      if !allowed { faults.append("\(path): not allowed") }
      return
    }
    guard case .object(let keywords) = schema else {
      faults.append("\(path): the schema is neither an object nor a boolean")
      return
    }
    for (keyword, rule) in keywords.sorted(by: { $0.key < $1.key }) {
      switch keyword {
      case "$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default": continue
      case "$ref": checkReference(value, rule, at: path, &faults)
      case "type":
        let types = rule.list?.compactMap(\.string) ?? [rule.string ?? ""]
        if !types.contains(where: { Self.is(value, $0) }) {
          faults.append("\(path): expected \(types.joined(separator: " or "))")
        }
      case "const": if value != rule { faults.append("\(path): expected \(rule)") }
      case "enum":
        if rule.list?.contains(value) != true {
          faults.append("\(path): \(value) is none of the allowed values")
        }
      case "required", "properties", "additionalProperties":
        checkMembers(value, keyword, rule, of: keywords, at: path, &faults)
      case "items", "prefixItems", "minItems", "maxItems":
        checkElements(value, keyword, rule, of: keywords, at: path, &faults)
      case "minimum":
        if let n = value.number, let r = rule.number, n < r { faults.append("\(path): \(n) < \(r)") }
      case "maximum":
        if let n = value.number, let r = rule.number, n > r { faults.append("\(path): \(n) > \(r)") }
      case "minLength":
        if let s = value.string, let r = rule.number, s.unicodeScalars.count < Int(r) {
          faults.append("\(path): shorter than \(Int(r))")
        }
      case "pattern":
        if let s = value.string, s.range(of: rule.string ?? "", options: .regularExpression) == nil {
          faults.append("\(path): “\(s)” does not match \(rule.string ?? "")")
        }
      default: faults.append("\(path): the validator does not know the keyword “\(keyword)”")
      }
    }
  }

  private func checkReference(
    _ value: JSONValue, _ rule: JSONValue, at path: String, _ faults: inout [String]
  ) {
    let prefix = "#/$defs/"
    guard let name = rule.string, name.hasPrefix(prefix),
      let target = schema["$defs"]?[String(name.dropFirst(prefix.count))]
    else {
      faults.append("\(path): the schema refers to nothing: \(rule)")
      return
    }
    check(value, against: target, at: path, &faults)
  }

  private func checkMembers(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, of keywords: [String: JSONValue],
    at path: String,
    _ faults: inout [String]
  ) {
    guard case .object(let members) = value else { return }
    switch keyword {
    case "required":
      for name in rule.list?.compactMap(\.string) ?? [] where members[name] == nil {
        faults.append("\(path): “\(name)” is missing")
      }
    case "properties":
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        if let schema = rule[name] { check(member, against: schema, at: "\(path)/\(name)", &faults) }
      }
    default:
      for (name, member) in members.sorted(by: { $0.key < $1.key })
      where keywords["properties"]?[name] == nil {
        check(member, against: rule, at: "\(path)/\(name)", &faults)
      }
    }
  }

  private func checkElements(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, of keywords: [String: JSONValue],
    at path: String,
    _ faults: inout [String]
  ) {
    guard case .list(let elements) = value else { return }
    switch keyword {
    case "minItems":
      if elements.count < Int(rule.number ?? 0) { faults.append("\(path): too few items") }
    case "maxItems":
      if let most = rule.number, elements.count > Int(most) { faults.append("\(path): too many items") }
    case "prefixItems":
      for (index, schema) in (rule.list ?? []).enumerated() where index < elements.count {
        check(elements[index], against: schema, at: "\(path)/\(index)", &faults)
      }
    default:
      let first = keywords["prefixItems"]?.list?.count ?? 0
      for (index, element) in elements.enumerated().dropFirst(first) {
        check(element, against: rule, at: "\(path)/\(index)", &faults)
      }
    }
  }

  private static func `is`(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"), (.list, "array"),
      (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
