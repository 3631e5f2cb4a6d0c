/// A column's type as settings hold it: one that is registered.
package struct RegisteredColumnType: Hashable, Sendable {
  /// The type itself.
  package let type: any ColumnType.Type

  /// A type that is registered.
  init(_ type: any ColumnType.Type) { self.type = type }

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
    NumberColumn.self,
    PercentColumn.self,
    QuantityColumn.self,
    MoneyColumn.self,
    MoneyRangeColumn.self,
    BooleanColumn.self,
    EnumColumn.self,
    DateColumn.self,
    TimestampColumn.self,
    PeriodColumn.self,
    LocationColumn.self,
    LanguageColumn.self,
    URLColumn.self,
    EmailColumn.self,
    PhoneColumn.self,
    PersonNameColumn.self,
    OrganisationColumn.self,
    IdentifierColumn.self,
    JSONColumn.self,
  ]
}
