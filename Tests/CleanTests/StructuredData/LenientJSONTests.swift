import JSONText
import Testing

@testable import Clean

struct LenientJSONTests {
  @Test(arguments: [
    (#"{"a":1,"b":[true,null,"x"],"c":{"d":-1.5e3}}"#, #"{"a":1,"b":[true,null,"x"],"c":{"d":-1.5e3}}"#),
    (#"{"a":"b",}"#, #"{"a":"b"}"#),
    (#"{"a":["b",],}"#, #"{"a":["b"]}"#),
    ("{\"a\":\"two\nlines\tand a tab\"}", #"{"a":"two\nlines\tand a tab"}"#),
    (#"{"a":"b" /* why */, // and why not"# + "\n" + #" "c":"d"}"#, #"{"a":"b","c":"d"}"#),
    ("<!-- {\"a\":\"b\"} -->", #"{"a":"b"}"#),
    ("//<![CDATA[\n{\"a\":\"b\"}\n//]]>", #"{"a":"b"}"#),
    ("/*<![CDATA[*/{\"a\":\"b\"}/*]]>*/", #"{"a":"b"}"#),
    (#"{"a":"He said "yes" and "no", twice","b":"c"}"#, #"{"a":"He said \"yes\" and \"no\", twice","b":"c"}"#),
    (#"{"a":"b" "c":"d"}"#, #"{"a":"b","c":"d"}"#),
    (#"{"a":"b",,"c":}"#, #"{"a":"b","c":null}"#),
    (#"{'a':'it\'s'}"#, #"{"a":"it's"}"#),
    (#"{a:b, c:01}"#, #"{"a":"b","c":"01"}"#),
    (#"{"a":"\u00e9\ud83c\udf0a\ud83c\x"}"#, #"{"a":"é🌊�x"}"#),
    (#"{"a":{"b":"c""#, #"{"a":{"b":"c"}}"#),
    (#"{"a":"1","b":"2","a":"3"}"#, #"{"a":"3","b":"2"}"#),
  ])
  func `reads valid and broken JSON`(text: String, expected: String) throws {
    #expect(LenientJSON.values(in: Array(text.utf8)).map(\.compact) == [expected])
  }

  @Test func `reads several values, and none in what is no JSON`() {
    #expect(LenientJSON.values(in: Array("{\"a\":1};\n[2]".utf8)).map(\.compact) == [#"{"a":1}"#, "[2]"])
    #expect(LenientJSON.values(in: Array("window.x = 5".utf8)).isEmpty)
  }

  @Test func `ends on nesting without end`() {
    let values = LenientJSON.values(in: Array(String(repeating: "[{\"a\":", count: 300).utf8))
    #expect(values.count == 1)
  }
}
