package import Records
import Values

/// An e-mail address.
package enum EmailColumn: ColumnType {
  package static let name = "email"
  package static let meaning = "An e-mail address, its domain in lower case; `mailto:` and a name around it go."
  package static let example = (written: "Desk <desk@Science.Example>", becomes: "desk@science.example")

  package static let takesAnyText = true

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    readEmailAddress(written).map { Reading([.text($0)], by: "email.address") }
  }
}
