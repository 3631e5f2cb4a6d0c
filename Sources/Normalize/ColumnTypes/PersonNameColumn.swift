package import Records
import Values

/// A person's name.
package enum PersonNameColumn: ColumnType {
  package static let name = "person_name"
  package static let meaning =
    "A person's name as given name and family name, without titles: `Moss, Dr Ada` is `Ada Moss`."
  package static let example = (written: "Moss, Dr Ada", becomes: "Ada Moss")

  package static let takesAnyText = true

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    readPersonName(written).map { Reading([.text($0.canonical)], by: "person_name.name") }
  }
}
