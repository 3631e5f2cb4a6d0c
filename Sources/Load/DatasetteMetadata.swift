package import JSONText
import Store

extension DataDictionary {
  /// metadata.json as Datasette reads it (`datasette analytics.sqlite --metadata metadata.json`).
  package var datasetteMetadata: JSON {
    let described = tables.map { table in
      JSON.Member(
        table.description.name,
        .members([
          "description": .string(table.description.meaning),
          "columns": .object(table.description.columns.map { .init($0.name, .string($0.meaning)) }),
        ]))
    }
    let asked = views.map { JSON.Member($0.name, .members(["description": .string($0.meaning)])) }
    return .members([
      "title": .string(name),
      "databases": .members(["analytics": .members(["title": .string(name), "tables": .object(described + asked)])]),
    ])
  }
}
