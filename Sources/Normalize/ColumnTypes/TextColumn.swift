package import Records
import Text
import Values

/// Text, as people read it.
package enum TextColumn: ColumnType {
  package static let name = "text"
  package static let meaning = """
    Text in Unicode normalization form C: runs of spaces and tabs become one space, line breaks stay as one. \
    Character references that were left over are decoded, text that was decoded twice (`cafÃ©`) is repaired where \
    that is certain, and characters that can't be seen go.
    """
  package static let example = (written: "  Salt   and\twater ", becomes: "Salt and water")

  package static let takesAnyText = true

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text)]
  }

  /// The rule that reads what needs no repair.
  private static let plain = "text.plain"

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    let read = readText(written, keepsLineBreaks: true)
    guard !read.text.isEmpty else { return nil }
    let rule = read.repairs.isEmpty ? plain : "text.\(read.repairs.map(\.rawValue).joined(separator: "+"))"
    return Reading(CellValues(.text(read.text)), by: rule)
  }
}
