/// A column's type as settings hold it: one that is registered.
package struct RegisteredColumnType: Hashable, Sendable {
  /// The type itself.
  package let type: any ColumnType.Type

  /// The registered type of that name, nil for an unknown one.
  package init?(named name: String) {
    guard let type = RegisteredColumnType.all.first(where: { $0.name == name }) else { return nil }
    self.type = type
  }

  package static func == (a: RegisteredColumnType, b: RegisteredColumnType) -> Bool {
    a.type.name == b.type.name
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(type.name) }

  /// Every type, in the order of the documentation.
  package static let all: [any ColumnType.Type] = [
    TextColumn.self,
    IntegerColumn.self,
    RealColumn.self,
    BooleanColumn.self,
    DateColumn.self,
    TimestampColumn.self,
    URLColumn.self,
    JSONColumn.self,
  ]
}
