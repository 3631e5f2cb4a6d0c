import Formats
import JSONText
import Settings

/// What a source's settings say of how rows are read from its data files.
enum RowSettings {
  private static let rows = Setting(
    "rows",
    SettingType.text.converted(name: "field path") { text throws(ValueFault) in
      guard let path = JSONPath(text), !path.description.contains("[") else {
        throw ValueFault(
          "\"\(text)\" is no way to a field", remedy: "Names with dots between them, as in results.items.")
      }
      return path
    }.optional, default: nil, shown: nil,
    meaning: """
      In JSON files the field that holds the rows: an array of objects, or one object. Without it the file itself is that \
      array or object. JSON Lines have an object on each line.
      """, example: .string("results.items"))
  private static let delimiter = Setting(
    "delimiter",
    SettingType.text.converted(name: "character") { text throws(ValueFault) in
      guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, ![10, 13, 34].contains(byte) else {
        throw ValueFault("\"\(text)\" is no delimiter", remedy: "One ASCII character, such as \";\" or \"\\t\".")
      }
      return byte
    }.optional, default: nil, shown: nil,
    meaning: """
      What stands between the cells of CSV files. Without it the file tells: comma, semicolon, tab or vertical bar, \
      whichever makes its first rows equally wide.
      """, example: .string(";"))
  private static let header = Setting(
    "header", SettingType.list(of: SettingType<String>.text).optional, default: nil, shown: nil,
    meaning: """
      The columns' names of CSV files whose first row is one of data. Without it the first row names them, below comments \
      and titles.
      """, example: .array([.string("ref"), .string("title")]))

  static let all: [any AnySetting] = [rows, delimiter, header]

  static func options(_ values: SettingValues) -> RowOptions {
    RowOptions(
      rows: values[rows], csv: CSVTable.Options(delimiter: values[delimiter], header: values[header]))
  }
}
