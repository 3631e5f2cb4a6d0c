import Formats
import JSONText
import Testing

struct JSONRowsTests {
  private func read(_ source: some RowSource, _ text: String, size: Int) -> [String] {
    steps(source, text, size: size).map { step in
      switch step {
      case .object(let line, let members): "\(line): \(JSON.object(members).compact)"
      case .fault(let fault): "\(fault.line)! \(fault.message)"
      default: "\(step)"
      }
    }
  }

  @Test(
    arguments: [
      (
        nil, "[\n {\"a\": 1.50},\n {\"a\": [1, {\"b\": \"]\"}]}\n]\n",
        ["2: {\"a\":1.50}", "3: {\"a\":[1,{\"b\":\"]\"}]}"]
      ),
      (nil, "{\"a\": 1,\n \"b\": null}", ["1: {\"a\":1,\"b\":null}"]),
      (nil, "{\"a\":1}\n{\"a\":2}\n", ["1: {\"a\":1}", "2: {\"a\":2}"]),
      (nil, "[]", []),
      (
        "r.items", "{\"x\": [\"}\", {\"r\": 1}], \"r\": {\"n\": 2,\n \"items\": [{\"a\": 1}]}, \"z\": 3}",
        ["2: {\"a\":1}"]
      ),
      ("r", "{\"r\": {\"a\": 1}}", ["1: {\"a\":1}"]),
    ] as [(String?, String, [String])])
  func `gives the objects of an array, or the object that stands there`(
    _ path: String?, _ text: String, _ expected: [String]
  ) {
    let rows = JSONRows(path: path.flatMap { JSONPath($0) })
    #expect(read(rows, text, size: 1 << 20) == expected)
    #expect(read(rows, text, size: 1) == expected)
  }

  @Test(
    arguments: [
      (
        nil, "[{\"a\": 1},\n{\"a\": x},\n7,\n{\"a\": 2}]",
        [
          "1: {\"a\":1}", "2! \"x\" is no JSON value; texts stand in double quotes",
          "3! this is no object, whose members could be a row's fields", "4: {\"a\":2}",
        ]
      ),
      (nil, "[{\"a\": 1},\n{\"a\": 2", ["1: {\"a\":1}", "2! the file ends inside this value"]),
      (nil, "[{\"a\": 1}", ["1: {\"a\":1}", "1! the file ends inside the list"]),
      (nil, "[{\"a\": 1} {\"a\": 2}]", ["1: {\"a\":1}", "1! a comma or the end of the list was expected"]),
      ("items", "{\"item\": []}", ["1! there is no \"items\" in this file"]),
      ("items", "[1]", ["1! there is no \"items\" in this file"]),
    ] as [(String?, String, [String])])
  func `says where an array can't be read, and goes on where it can`(
    _ path: String?, _ text: String, _ expected: [String]
  ) {
    let rows = JSONRows(path: path.flatMap { JSONPath($0) })
    #expect(read(rows, text, size: 1 << 20) == expected)
    #expect(read(rows, text, size: 1) == expected)
  }

  @Test(arguments: [1, 7, 1000])
  func `reads a line at a time and rejects a broken one`(_ size: Int) {
    let text = "\u{FEFF}{\"a\":1}\r\n\n{\"a\":\n[1]\n{\"a\":2,\"a\":3}\n{\"a\":0.10}"
    #expect(
      read(JSONLines(), text, size: size) == [
        "1: {\"a\":1}", "3! a value is missing at the end of the file",
        "4! this is no object, whose members could be a row's fields", "5! \"a\" stands twice in this object",
        "6: {\"a\":0.10}",
      ])
  }

  @Test func `refuses values nested beyond measure`() {
    let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
    #expect(read(JSONLines(), "{\"a\":\(deep)}\n{}", size: 100) == ["1! nested deeper than 200 levels", "2: {}"])
  }

  @Test func `follows a path to a cell`() throws {
    let value = try JSONNode(parsing: Array("{\"a\":{\"b\":[{\"c\":1.0},{\"c\":\"x\"}]}}".utf8)).plain
    func cell(_ path: String) -> String? { JSONPath(path).flatMap { value.value(at: $0.parts)?.cell } }
    #expect(cell("a.b[1].c") == "x")
    #expect(cell("a.b[0].c") == "1.0")
    #expect(cell("a.b[0]") == "{\"c\":1.0}")
    #expect(cell("a.b[2].c") == nil)
    #expect(cell("a.x") == nil)
    #expect(JSONPath("a..b") == nil)
    #expect(JSONPath("a[x]") == nil)
  }
}
