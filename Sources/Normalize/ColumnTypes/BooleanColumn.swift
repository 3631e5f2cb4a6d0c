package import Records

/// True or false.
package enum BooleanColumn: ColumnType {
  package static let name = "boolean"
  package static let meaning = """
    True (true, yes, on, 1) or false (false, no, off, 0), in upper or lower case, and what the column's `values` add for \
    `true` and `false`.
    """
  package static let example = (written: "Yes", becomes: "true")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .boolean)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    // As normalize's own parts write them, without a look at their case.
    if written == "true" { return Reading(CellValues(.boolean(true)), by: "boolean.word") }
    if written == "false" { return Reading(CellValues(.boolean(false)), by: "boolean.word") }
    switch written.lowercased() {
    case "true", "yes", "on", "1": return Reading([.boolean(true)], by: "boolean.word")
    case "false", "no", "off", "0": return Reading([.boolean(false)], by: "boolean.word")
    default: break
    }
    return EnumColumn.choice(written, among: context.options.values).map {
      Reading([.boolean($0.value == "true")], by: "boolean.synonym")
    }
  }
}
