package import Records
import Text

/// One of the values that the config declares.
package enum EnumColumn: ColumnType {
  package static let name = "enum"
  package static let meaning = """
    One of the column's `values`, written so or as one of its synonyms; upper and lower case, spaces, hyphens and \
    underscores make no difference.
    """
  package static let example = (written: "Full-Time", becomes: "full_time")
  package static let exampleOptions = ColumnOptions(values: [.init("full_time"), .init("part_time")])

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    choice(written, among: context.options.values).map { Reading([.text($0.value)], by: "enum.\($0.rule)") }
  }

  /// The value that was written, and whether by its own name or a synonym.
  static func choice(_ written: String, among choices: [ColumnOptions.Choice]) -> (value: String, rule: String)? {
    let form = form(written)
    if let choice = choices.first(where: { self.form($0.value) == form }) { return (choice.value, "value") }
    return choices.first { $0.synonyms.contains { self.form($0) == form } }.map { ($0.value, "synonym") }
  }

  private static func form(_ text: String) -> String {
    comparisonForm(String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "_" || $0 == "-" ? " " : $0 })))
  }
}
