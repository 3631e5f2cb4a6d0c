import Normalize
import Testing

struct JSONColumnTests {
  @Test(arguments: [
    (#"{"b":1,"a":{"d":[],"c":{}}}"#, #"{"a":{"c":{},"d":[]},"b":1}"#),
    ("[ 1 , true,false, null ]", "[1,true,false,null]"),
    ("12345678901234567890", "12345678901234567890"), ("[1.10,1e400,-0]", "[1.10,1e400,-0]"),
    (#""a\/\u00e9""#, "\"a/é\""),
    (#"{"ä":1,"b":2,"B":3}"#, #"{"B":3,"b":2,"ä":1}"#), (#"{"\"":"\n\u0000"}"#, #"{"\"":"\n\u0000"}"#),
  ])
  func `writes a value compactly, its keys by their bytes`(written: String, expected: String) {
    #expect(JSONColumn.outcome(written) == "\(expected) | json.value")
  }

  @Test(arguments: ["{a:1}", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "undefined", "[1", "1 2", "'a'", "// x\n1"])
  func `refuses what isn't JSON`(written: String) {
    #expect(JSONColumn.outcome(written) == "null | invalid")
  }
}
