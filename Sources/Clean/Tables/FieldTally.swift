import JSONText

/// Counts in how many rows each field says something.
package struct FieldTally: Sendable {
  /// A field, by the names that lead to it with dots between them.
  package struct Field: Hashable, Sendable {
    package var name: String
    package var rows: Int
    /// Whether a header names it.
    package var isOfHeader: Bool
  }

  /// How many fields are kept apart; objects whose members' names are data would have any number of them.
  private static let limit = 1000

  private var header: [String] = []
  private var headerCounts: [Int] = []
  private var counts: [String: Int] = [:]

  init() {}

  /// The fields, in the header's order or by name.
  package var fields: [Field] {
    zip(header, headerCounts).map { Field(name: $0, rows: $1, isOfHeader: true) }
      + counts.sorted { $0.key < $1.key }.map { Field(name: $0.key, rows: $0.value, isOfHeader: false) }
  }

  mutating func name(_ names: [String]) {
    guard header.isEmpty else { return }
    header = names
    headerCounts = names.map { _ in 0 }
  }

  /// Counts the cells of a row below a header of these names.
  mutating func count(_ cells: [String?], of names: [String]) {
    name(names)
    for (place, cell) in cells.enumerated() where cell != nil { headerCounts[place] += 1 }
  }

  /// Counts the members of an object, and those of objects in it.
  mutating func count(_ members: [JSON.Member], below path: String = "") {
    for member in members where member.value != .null {
      let name = path.isEmpty ? member.name : "\(path).\(member.name)"
      if counts[name] != nil || counts.count < FieldTally.limit { counts[name, default: 0] += 1 }
      if case .object(let inner) = member.value { count(inner, below: name) }
    }
  }
}
