package import Records
import Values

/// An identifier with a form or check digits of its own.
package enum IdentifierColumn: ColumnType {
  package static let name = "identifier"
  package static let meaning = """
    A DOI, ISBN, ISSN, ORCID, GTIN or patent number in its canonical form, its check digits right, and in `c_kind` which \
    it is.
    """
  package static let example = (written: "https://doi.org/10.5555/ABC.1", becomes: "10.5555/abc.1, doi")

  package static let takesAnyText = true

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [
      .init(name, .text),
      .init("\(name)_kind", .text, "Which it is: `doi`, `orcid`, `isbn`, `issn`, `gtin` or `patent`."),
    ]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    // In this order, since an ISBN of 13 digits is a GTIN too.
    let kinds: [IdentifierKind] = [.doi, .orcid, .isbn, .issn, .gtin, .patent]
    for kind in kinds {
      if let found = readIdentifier(written, kind: kind) {
        return Reading([.text(found), .text(kind.rawValue)], by: "identifier.\(kind.rawValue)")
      }
    }
    return nil
  }
}
