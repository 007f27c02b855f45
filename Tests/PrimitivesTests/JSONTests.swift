import Primitives
import Testing

struct JSONTests {
  @Test(arguments: [
    (#"{"b":1,"a":[true,null,"x"]}"#, #"{"a":[true,null,"x"],"b":1}"#),
    (#" "\u00e9\ud83d\ude00\n" "#, #""é😀\n""#),
    ("-0.5e3", "-500"), ("[]", "[]"), ("0", "0"),
  ]) func `a text is read and written in the canonical form`(text: String, form: String) throws {
    let value = try JSONParser.parse(Array(text.utf8))
    #expect(try CanonicalJSON.string(value) == form)
    let again = try CanonicalJSON.decode(JSONValue.self, from: Array(form.utf8))
    #expect(try CanonicalJSON.string(again) == form)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "01", "1.", "\"a", "nul", "[1] 2", "\"\\x\"", "\"\u{1}\"",
    "{'a':1}",
  ]) func `a text that is not JSON is an error`(text: String) {
    #expect(throws: JSONParser.Fault.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func `half a surrogate pair becomes the replacement character`() throws {
    #expect(try JSONParser.parse(Array(#""\ud800x""#.utf8)) == .string("\u{FFFD}x"))
  }

  @Test func `endless nesting is an error and not a crash`() {
    let text = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONParser.Fault.self) { try JSONParser.parse(text) }
  }

  @Test func `fields keep their order`() throws {
    let value = try JSONParser.parse(Array(#"{"z":1,"a":2}"#.utf8))
    #expect(value.fields.map(\.name) == ["z", "a"])
  }
}
