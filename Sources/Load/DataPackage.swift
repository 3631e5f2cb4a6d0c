package import JSONText
import Records
import Store

extension DataDictionary {
  /// datapackage.json by the Data Package standard, version 2 (datapackage.org): the CSV files, their columns and keys.
  package var dataPackage: JSON {
    .members([
      "$schema": .string("https://datapackage.org/profiles/2.0/datapackage.json"),
      "name": .string(name), "title": .string(name),
      "resources": .array(tables.filter(\.description.isExported).map(resource)),
    ])
  }

  private func resource(_ table: Table) -> JSON {
    .members([
      "name": .string(table.description.name), "type": .string("table"),
      "path": .string("csv/\(table.description.name).csv"),
      "description": .string(table.description.meaning), "format": .string("csv"), "mediatype": .string("text/csv"),
      "encoding": .string("utf-8"),
      "dialect": .members(["delimiter": .string(","), "lineTerminator": .string("\n"), "quoteChar": .string("\"")]),
      "schema": schema(table),
    ])
  }

  private func schema(_ table: Table) -> JSON {
    let description = table.description
    var members: [JSON.Member] = [
      .init("$schema", .string("https://datapackage.org/profiles/2.0/tableschema.json")),
      .init("fields", .array(description.columns.indices.map { field($0, of: table) })),
      .init("missingValues", .array([.string(String(decoding: csv?.null ?? [], as: UTF8.self))])),
    ]
    if !description.primaryKey.isEmpty {
      members.append(.init("primaryKey", .array(description.primaryKey.map { .string($0) })))
    }
    if !description.foreignKeys.isEmpty {
      members.append(.init("foreignKeys", .array(description.foreignKeys.map(foreignKey))))
    }
    return .object(members)
  }

  private func foreignKey(_ key: TableDescription.ForeignKey) -> JSON {
    .members([
      "fields": .array([.string(key.column)]),
      "reference": .members(["resource": .string(key.table), "fields": .array([.string(key.referenced)])]),
    ])
  }

  private func field(_ place: Int, of table: Table) -> JSON {
    let column = table.description.columns[place]
    var members: [JSON.Member] = [
      .init("name", .string(column.name)), .init("type", .string(type(column.physical))),
      .init("description", .string(column.meaning)),
    ]
    if let example = table.profile?.examples[place] { members.append(.init("example", .string(example))) }
    if let unit = column.physical.unit { members.append(.init("unit", .string(unit))) }
    var constraints: [JSON.Member] = []
    if table.description.primaryKey == [column.name] {
      constraints = [.init("required", .boolean(true)), .init("unique", .boolean(true))]
    }
    if column.physical.form == .date {
      constraints.append(.init("pattern", .string("[+-]?[0-9]{4,}(-[0-9]{2}(-[0-9]{2})?)?")))
    }
    if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
    return .object(members)
  }

  private func type(_ column: TableSchema.PhysicalColumn) -> String {
    switch column.storage {
    case .integer: "integer"
    case .real: "number"
    case .boolean: "boolean"
    // A date may be a month or a year alone, for which the standard has no type.
    case .text: column.form == .timestamp ? "datetime" : "string"
    }
  }
}
