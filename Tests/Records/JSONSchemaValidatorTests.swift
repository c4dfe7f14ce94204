import DatelineTestSupport
import Testing

struct JSONSchemaValidatorTests {
  @Test(arguments: [
    (#"{"type":"integer","minimum":1,"maximum":3}"#, "2", 0), (#"{"type":"integer"}"#, "2.5", 1),
    (#"{"minimum":1}"#, "0", 1), (#"{"maximum":1}"#, "2", 1), (#"{"type":["string","null"]}"#, "null", 0),
    (#"{"type":"boolean"}"#, "true", 0), (#"{"type":"number"}"#, "true", 1),
    (#"{"type":"object","required":["a"]}"#, "{}", 1), (#"{"const":"x"}"#, "\"y\"", 1),
    (#"{"properties":{"a":{"type":"string"}},"additionalProperties":false}"#, #"{"a":1,"b":2}"#, 2),
    (#"{"items":{"enum":["a","b"]}}"#, #"["a","c","d"]"#, 2), (#"{"pattern":"^[a-z]+$"}"#, "\"aB\"", 1),
    (#"{"prefixItems":[{"type":"string"}],"items":false}"#, #"["a",1]"#, 1),
    (#"{"minLength":2}"#, "\"ә\"", 1),
    (#"{"minItems":2,"maxItems":2}"#, "[1]", 1), (#"{"maxItems":1}"#, "[1,2]", 1),
    (##"{"$ref":"#/$defs/day","$defs":{"day":{"type":"string"}}}"##, "1", 1),
    (##"{"$ref":"#/$defs/night"}"##, "1", 1), (#"{"oneOf":[]}"#, "1", 1),
  ])
  func faultsAreFound(schema: String, value: String, faults: Int) throws {
    let validator = JSONSchemaValidator(schema: try JSONValue(json: schema.utf8))
    let found = validator.faults(inJSON: value.utf8)
    #expect(found.count == faults, "\(found)")
  }

  @Test func whatBreaksTheContractIsNoRecord() throws {
    let validator = try JSONSchemaValidator.records()
    #expect(!validator.faults(inJSON: #"{"schema":"dateline/1"}"#.utf8).isEmpty)
    #expect(validator.faults(inJSON: "{".utf8).count == 1)
  }
}
