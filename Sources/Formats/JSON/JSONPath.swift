package import JSONText

/// A way into a JSON value: names with dots between them and places in brackets, such as `offers[0].price`.
package struct JSONPath: Hashable, Sendable, CustomStringConvertible {
  package enum Part: Hashable, Sendable {
    case name(String)
    /// 0-based place in an array.
    case place(Int)
  }

  package let parts: [Part]

  /// Takes a path apart; nil for one with an empty name or a bracket that holds no number.
  package init?(_ text: String) {
    var parts: [Part] = []
    for piece in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = piece.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty else { return nil }
      parts.append(.name(String(name)))
      for bracket in pieces.dropFirst() {
        guard bracket.last == "]", let place = Int(bracket.dropLast()), place >= 0 else { return nil }
        parts.append(.place(place))
      }
    }
    self.parts = parts
  }

  package var description: String { JSONPath.text(parts[...]) }

  /// Parts of a path, written.
  package static func text(_ parts: ArraySlice<Part>) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .name(let name): text += text.isEmpty ? name : ".\(name)"
      case .place(let place): text += "[\(place)]"
      }
    }
    return text
  }
}

extension JSON {
  /// What stands at the end of a path; nil where it leads nowhere.
  package func value(at parts: some Sequence<JSONPath.Part>) -> JSON? {
    var value = self
    for part in parts {
      switch part {
      case .name(let name):
        guard let next = value[name] else { return nil }
        value = next
      case .place(let place):
        guard case .array(let elements) = value, place < elements.count else { return nil }
        value = elements[place]
      }
    }
    return value
  }

  /// The value as a cell of a table: text without quotes, a number as written, an array or object as JSON; nil for null.
  package var cell: String? {
    switch self {
    case .null: nil
    case .boolean(let flag): flag ? "true" : "false"
    case .number(let number): number
    case .string(let text): text
    case .array, .object: compact
    }
  }
}
