import JSONText
import Testing

private func parse(_ text: String, relaxed: Bool = false) throws(JSONSyntaxError) -> JSONNode {
  try JSONNode(parsing: Array(text.utf8), relaxed: relaxed)
}

/// The place of the first fault; nil where the text is JSON.
private func fault(_ text: String, relaxed: Bool = false) -> TextPosition? {
  do throws(JSONSyntaxError) {
    _ = try parse(text, relaxed: relaxed)
    return nil
  } catch { return error.position }
}

struct JSONReadingTests {
  @Test(arguments: [
    ("null", JSON.null), (" true\n", .boolean(true)), ("false", .boolean(false)), ("\"\"", .string("")),
    ("[]", .array([])),
    ("{}", .object([])), ("[1, [2], {}]", .array([.integer(1), .array([.integer(2)]), .object([])])),
    (#"{"a": 1, "": {"b": [null]}}"#, .members(["a": .integer(1), "": .members(["b": .array([.null])])])),
  ])
  func `reads every kind of value`(text: String, value: JSON) throws {
    #expect(try parse(text).plain == value)
  }

  @Test(arguments: ["0", "-0", "10", "-12.5", "1e5", "1E+5", "2.50e-3", "123456789012345678901234567890"])
  func `keeps numbers as they are written`(text: String) throws {
    #expect(try parse(text).plain == .number(text))
    #expect(try parse("[\(text)]").plain == .array([.number(text)]))
  }

  @Test(arguments: ["01", "-", "-a", "1.", ".5", "1e", "1e+", "+1", "0x10", "1_000", "1a", "--1", "Infinity", "NaN"])
  func `refuses what only looks like a number`(text: String) {
    #expect(fault(text) == TextPosition(line: 1, column: 1))
  }

  @Test(arguments: [
    (#""\n""#, "\n"), (#""\t""#, "\t"), (#""\r""#, "\r"), (#""\b""#, "\u{8}"), (#""\f""#, "\u{C}"), (#""\"""#, "\""),
    (#""\\""#, "\\"), (#""\/""#, "/"), (#""\u0041""#, "A"), (#""\u00e9\u00E9""#, "éé"), (#""\u0000""#, "\0"),
    (#""\u20ac""#, "€"), (#""\ud83d\ude00""#, "😀"), (#""\uD83C\uDF0A!""#, "🌊!"), (#""a\\u0041""#, "a\\u0041"),
    ("\"é😀\u{7F}\"", "é😀\u{7F}"),
  ])
  func `reads every escape`(text: String, value: String) throws {
    #expect(try parse(text).plain == .string(value))
  }

  @Test(arguments: [
    #""\a""#, #""\'""#, #""\u12""#, #""\u12G4""#, #""\u""#, #""\ud83d""#, #""\ud83dx""#, #""\ud83d\n""#,
    #""\ud83d\u0041""#, #""\ude00""#, #""\ude00\ud83d""#, #""\"#, #""\ud83d\u"#, "\"a\tb\"", "\"a\u{0}b\"",
  ])
  func `refuses unknown escapes, halves of pairs and control characters`(text: String) {
    #expect(fault(text)?.line == 1)
  }

  @Test func `says where an escape is wrong, in code points`() {
    #expect(fault(#"["é😀\q"]"#) == TextPosition(line: 1, column: 5))
  }

  @Test func `knows every value's place, in code points`() throws {
    let node = try parse("\u{FEFF}{\n  \"é😀\": [1,\r\n\t\"x\"], \"b\":true}")
    guard case .object(let members) = node.content, case .array(let elements) = members[0].value.content else {
      Issue.record("an object with a list was expected")
      return
    }
    #expect(node.position == TextPosition(line: 1, column: 1))
    #expect(members.map(\.position) == [TextPosition(line: 2, column: 3), TextPosition(line: 3, column: 8)])
    #expect(members.map(\.value.position) == [TextPosition(line: 2, column: 9), TextPosition(line: 3, column: 12)])
    #expect(elements.map(\.position) == [TextPosition(line: 2, column: 10), TextPosition(line: 3, column: 2)])
  }

  @Test func `refuses a name that stands twice, where it stands again`() {
    #expect(fault("{\"a\": 1,\n \"\\u0061\": 2}") == TextPosition(line: 2, column: 2))
    #expect(fault(#"{"a": {"a": 1}, "b": {"a": 1}}"#) == nil)
  }

  @Test(arguments: [
    ("", 1, 1), ("  \n ", 2, 2), ("[1,]", 1, 4), ("{\"a\":1,}", 1, 8), ("[1 2]", 1, 4), ("[1", 1, 1),
    ("\n{\"a\":1", 2, 1),
    ("{\"a\" 1}", 1, 6), ("{\"a\":}", 1, 6), ("{a:1}", 1, 2), ("['a']", 1, 2), ("[1] x", 1, 5), ("[,]", 1, 2),
    ("\"abc", 1, 1), ("[\"ab\nc\"]", 1, 2), ("tru", 1, 1), ("True", 1, 1), ("nullx", 1, 1), ("// a\n1", 1, 1),
    ("[1, /* a */ 2]", 1, 5), ("[}", 1, 2), ("{]", 1, 2), ("]", 1, 1), ("{\"a\":", 1, 6), ("[1],", 1, 4),
  ])
  func `says where the first fault is`(text: String, line: Int, column: Int) {
    #expect(fault(text) == TextPosition(line: line, column: column))
  }

  @Test(arguments: [
    "// first\n[1, 2,]", "[1, /* two\nlines */ 2 , ] // end", "/**/[1,/***/2/* * / */]", "[1,//x\n2\n,\n]",
    "[1,2]/**/ //", "[1,2]//é",
  ])
  func `reads comments and trailing commas only when relaxed`(text: String) throws {
    #expect(try parse(text, relaxed: true).plain == .array([.integer(1), .integer(2)]))
    #expect(fault(text) != nil)
  }

  @Test(arguments: [
    ("[,]", 1, 2), ("{,}", 1, 2), ("[1,,2]", 1, 4), ("[1 /* never", 1, 4), ("/x", 1, 1), ("[1] /", 1, 5), ("/*/", 1, 1),
    ("{\"a\":1,\"a\":2,}", 1, 8), ("/*\n*/ x", 2, 4),
  ])
  func `is strict in all else when relaxed`(text: String, line: Int, column: Int) {
    #expect(fault(text, relaxed: true) == TextPosition(line: line, column: column))
  }

  @Test func `takes comment marks inside texts as text`() throws {
    #expect(try parse(#"["// a", "/* b */"]"#).plain == .array([.string("// a"), .string("/* b */")]))
  }

  @Test func `nests as deep as the limit and no deeper`() throws {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    _ = try parse(nested(JSONNode.depthLimit))
    #expect(fault(nested(JSONNode.depthLimit + 1)) == TextPosition(line: 1, column: JSONNode.depthLimit + 1))
    let pairs = String(repeating: "{\"a\":[", count: 101)
    #expect(fault(pairs) != nil)
  }

  @Test(arguments: ["[", "{\"a\":", "[[1],"])
  func `survives a million open brackets`(bracket: String) {
    #expect(fault(String(repeating: bracket, count: 1_000_000))?.line == 1)
  }

  @Test func `forgets the depth of what is closed`() throws {
    #expect(
      try parse("[" + Array(repeating: "[[]]", count: 1000).joined(separator: ",") + "]").plain.elements.count == 1000)
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func `refuses texts that aren't UTF-8`(bytes: [UInt8]) {
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONNode(parsing: Array("[1, \"".utf8) + bytes + Array("\"]".utf8))
    }
    #expect(error?.position == TextPosition(line: 1, column: 5))
    #expect(throws: JSONSyntaxError.self) { try JSONNode(parsing: bytes) }
  }
}
