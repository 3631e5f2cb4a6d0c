import JSONText
import Settings

/// Settings that sources of several kinds have.
enum CommonSettings {
  static let name = Setting(
    "name", SettingType.name.located, meaning: "The source's name, which stands in the column `source` of every row.",
    example: .string("shop"))
  static let required = Setting(
    "required", SettingType.boolean, default: true, shown: .boolean(true), decides: false,
    meaning: "Whether a run stops before publishing when the source fails. What it gave before stays either way.",
    example: .boolean(false))
}

extension SettingType where Value == String {
  /// The same texts, except paths that lead out of the config's folder other than absolutely.
  var insideProject: SettingType {
    converted(name: "path") { path throws(ValueFault) in
      guard path.hasPrefix("/") || !path.split(separator: "/").contains("..") else {
        throw ValueFault("\"\(path)\" leads out of the config's folder", remedy: "Write an absolute path.")
      }
      return path
    }
  }
}
