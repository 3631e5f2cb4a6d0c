import JSONText
import Testing

struct JSONWritingTests {
  private let sample = JSON.members([
    "b": .array([.integer(1), .null]), "a": .members(["é": .boolean(true), "z": .string("x")]), "B": .object([]),
    "": .array([.object([])]),
  ])

  @Test func `sorts members by their names' bytes in canonical form`() {
    #expect(sample.canonical == #"{"":[{}],"B":{},"a":{"z":"x","é":true},"b":[1,null]}"#)
  }

  @Test func `gives equal canonical text whatever the members' order`() {
    let turned = JSON.members(["x": .integer(1), "y": .members(["b": .null, "a": .null])])
    let other = JSON.members(["y": .members(["a": .null, "b": .null]), "x": .integer(1)])
    #expect(turned.canonical == other.canonical)
    #expect(turned.compact != other.compact)
  }

  @Test func `keeps the members' order in compact form`() {
    #expect(sample.compact == #"{"b":[1,null],"a":{"é":true,"z":"x"},"B":{},"":[{}]}"#)
  }

  @Test func `indents by two spaces and keeps plain lists on one line`() {
    let expected = """
      {
        "b": [1, null],
        "a": {
          "é": true,
          "z": "x"
        },
        "B": {},
        "": [
          {}
        ]
      }

      """
    #expect(sample.pretty == expected)
    #expect(JSON.array([]).pretty == "[]\n")
    #expect(JSON.null.pretty == "null\n")
  }

  @Test(arguments: [
    ("\"", #""\"""#), ("\\", #""\\""#), ("\n\r\t", #""\n\r\t""#),
    ("\0\u{1}\u{8}\u{C}\u{1F}", #""\u0000\u0001\u0008\u000c\u001f""#),
    ("/<é😀\u{7F}\u{2028}>", "\"/<é😀\u{7F}\u{2028}>\""), ("\r\n", #""\r\n""#), ("e\u{301}", "\"e\u{301}\""),
  ])
  func `escapes what must be escaped and nothing else`(text: String, written: String) {
    #expect(JSON.string(text).compact.utf8.elementsEqual(written.utf8))
    #expect(JSON.members([:]).compact == "{}")
    let member = JSON.object([.init(text, .null)]).compact
    #expect(member.utf8.elementsEqual("{\(written):null}".utf8))
  }

  @Test func `writes what the reader reads back`() throws {
    var text = ""
    for value: UInt32 in 0..<0x250 { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
    let value = JSON.members([
      "text \u{0}\"": .string(text + "😀"), "list": .array([sample, .number("1.5e-7"), .array([])]),
      "no": .boolean(false),
    ])
    for written in [value.compact, value.pretty] {
      #expect(try JSONNode(parsing: Array(written.utf8)).plain == value)
    }
    #expect(try JSONNode(parsing: Array(value.canonical.utf8)).plain.canonical == value.canonical)
  }
}
