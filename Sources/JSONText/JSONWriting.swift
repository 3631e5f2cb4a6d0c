extension JSON {
  /// One line without white space, members sorted by their name's bytes: equal values give equal text.
  package var canonical: String {
    var writer = JSONWriter(sorted: true, indented: false)
    writer.write(self, depth: 0)
    return writer.text
  }

  /// One line, members in their own order.
  package var compact: String {
    var writer = JSONWriter(sorted: false, indented: false)
    writer.write(self, depth: 0)
    return writer.text
  }

  /// Two spaces a level, members in their own order, short arrays of plain values on one line, a line break at the end.
  package var pretty: String {
    var writer = JSONWriter(sorted: false, indented: true)
    writer.write(self, depth: 0)
    return writer.text + "\n"
  }
}

/// Writes JSON text by RFC 8259.
private struct JSONWriter {
  let sorted: Bool
  let indented: Bool
  var text = ""

  mutating func write(_ json: JSON, depth: Int) {
    switch json {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): write(string)
    case .array(let elements):
      let oneLine = !indented || elements.allSatisfy(\.isPlain)
      list(elements.count, "[", "]", depth: depth, oneLine: oneLine) { $0.write(elements[$1], depth: depth + 1) }
    case .object(let members):
      let members = sorted ? members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } : members
      list(members.count, "{", "}", depth: depth, oneLine: !indented) {
        $0.write(members[$1].name)
        $0.text += $0.indented ? ": " : ":"
        $0.write(members[$1].value, depth: depth + 1)
      }
    }
  }

  private mutating func list(
    _ count: Int, _ open: String, _ close: String, depth: Int, oneLine: Bool,
    element: (inout JSONWriter, Int) -> Void
  ) {
    text += open
    for index in 0..<count {
      if index > 0 { text += oneLine && indented ? ", " : "," }
      if !oneLine { text += "\n" + String(repeating: "  ", count: depth + 1) }
      element(&self, index)
    }
    if !oneLine && count > 0 { text += "\n" + String(repeating: "  ", count: depth) }
    text += close
  }

  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<" ":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSON {
  /// Whether it is no array and no object.
  fileprivate var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
