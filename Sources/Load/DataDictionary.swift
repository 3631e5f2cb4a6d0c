import JSONText
package import Store

/// What every table and column means, as a page for people and as files for programs; all from the same descriptions.
package struct DataDictionary: Sendable {
  /// A table with what was seen of its rows.
  package struct Table: Sendable {
    package var description: TableDescription
    /// nil for a table whose rows were not read.
    package var profile: TableProfile?

    package init(_ description: TableDescription, _ profile: TableProfile?) {
      self.description = description
      self.profile = profile
    }
  }

  /// The pipeline's name.
  let name: String
  let tables: [Table]
  let views: [PublishedView]
  /// How `csv/` is written; nil where there is none.
  let csv: CSVFormat?

  package init(name: String, tables: [Table], views: [PublishedView], csv: CSVFormat?) {
    self.name = name
    self.tables = tables
    self.views = views
    self.csv = csv
  }

  /// The files and their texts.
  package var files: [(name: String, text: String)] {
    var files = [("dictionary.md", page), ("metadata.json", datasetteMetadata.pretty)]
    if csv != nil { files.append(("datapackage.json", dataPackage.pretty)) }
    return files
  }
}
