/// A place in a text file: both 1-based, columns counted in Unicode code points.
package struct TextPosition: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A JSON value and where it stands in its file.
package struct JSONNode: Hashable, Sendable {
  /// What stands there.
  package indirect enum Content: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// One member of an object and where its name stands.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var position: TextPosition
    package var value: JSONNode
  }

  package var content: Content
  /// Where its first character stands.
  package var position: TextPosition

  package init(_ content: Content, at position: TextPosition) {
    self.content = content
    self.position = position
  }

  /// The value without its places.
  package var plain: JSON {
    switch content {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let text): .number(text)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(\.plain))
    case .object(let members): .object(members.map { JSON.Member($0.name, $0.value.plain) })
    }
  }

  /// What a person calls this kind of value, with its article.
  package var kindName: String {
    switch content {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// Text that is not JSON: what is wrong, and where.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  package var message: String
  package var position: TextPosition
}
