import JSONText
import Records

/// A structured item while its page is worked on.
struct TypedItem {
  var syntax: StructuredItem.Syntax
  /// An object: `@type`, `@id` and the properties.
  var json: JSON

  var types: [String] { json.types }

  /// The item as later stages see it.
  var record: StructuredItem {
    StructuredItem(syntax: syntax, types: types, id: json.id, properties: json.line)
  }
}

extension JSON {
  /// The terms of `@type`; none where this is no object.
  var types: [String] {
    guard let type = self["@type"] else { return [] }
    return ([type] + type.elements).compactMap(\.text).map(schemaTerm)
  }

  /// What `@id` or `id` says.
  var id: String? { self["@id"]?.text ?? self["id"]?.text }

  /// The elements of an array, and any other value by itself.
  var each: [JSON] {
    guard case .array(let elements) = self else { return [self] }
    return elements
  }
}

/// The members of an item that is being read: a property that stands more than once becomes a list.
struct ItemMembers {
  private var names: [String] = []
  private var values: [[JSON]] = []
  private var places: [String: Int] = [:]

  init(types: [String], id: String?) {
    for type in types { add("@type", .string(type)) }
    if let id { add("@id", .string(id)) }
  }

  /// Adds one value of a property.
  mutating func add(_ name: String, _ value: JSON) {
    if let place = places[name] {
      values[place].append(value)
    } else {
      places[name] = names.count
      names.append(name)
      values.append([value])
    }
  }

  /// The members in the order in which their names came first.
  var object: JSON {
    .object(zip(names, values).map { JSON.Member($0, $1.count == 1 ? $1[0] : .array($1)) })
  }
}

extension JSON {
  /// The value on one line, members in their own order, written in bytes, as every page has some.
  fileprivate var line: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .number(let number): bytes += number.utf8
    case .string(let text): JSON.append(text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        element.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        JSON.append(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    if isPlain { bytes += text.utf8 } else { for byte in text.utf8 { append(escaping: byte, to: &bytes) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(escaping byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
    default: bytes.append(byte)
    }
  }
}
