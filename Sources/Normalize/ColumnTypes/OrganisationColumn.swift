package import Records
import Values

/// An organisation's name.
package enum OrganisationColumn: ColumnType {
  package static let name = "organisation"
  package static let meaning = """
    An organisation's name in `c`, and in `c_key` what its spellings share: lower case, without legal form and \
    punctuation.
    """
  package static let example = (written: "Leaf & Root GmbH", becomes: "Leaf & Root GmbH, leaf and root")

  package static let takesAnyText = true

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text), .init("\(name)_key", .text, "What its spellings share.")]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    readOrganisation(written).map { Reading([.text($0.name), .text($0.key)], by: "organisation.name") }
  }
}
