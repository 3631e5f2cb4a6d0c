import JSONText
import Settings

/// A ready-made table that a config switches on and can extend; each has a file in `Presets`.
package struct Preset: Hashable, Sendable {
  /// What the config calls it.
  package var name: String
  /// One sentence: what a row is.
  package var meaning: String
  package var from: [String]
  package var key: [String]
  package var columns: [ColumnRule]

  init(_ name: String, meaning: String, from: [String], key: [String] = [], _ columns: [ColumnRule]) {
    self.name = name
    self.meaning = meaning
    self.from = from
    self.key = key
    self.columns = columns
  }
}

extension ColumnRule {
  /// A preset's column; `from` are the fields it is read from where they have other names.
  init(
    _ name: String, _ type: any ColumnType.Type, from: [String] = [], required: Bool = false,
    options: ColumnOptions = ColumnOptions(), _ description: String
  ) {
    self.init(
      name: name, type: RegisteredColumnType(type), from: from, options: options, required: required,
      description: description)
  }
}

/// The ready-made tables.
package enum PresetRegistry {
  /// Every preset, in the order of the documentation.
  package static let all: [Preset] = [
    articles, questions, sections, links, images, people, organisations, quantities, jobPostings, products, papers,
  ]

  /// The setting that names one.
  static let settingType = SettingType<Preset>(
    name: all.map { "`\($0.name)`" }.joined(separator: ", "),
    schema: .members(["enum": .array(all.map { .string($0.name) })])
  ) { node, reader in
    guard let reading = SettingType.text.read(node, &reader) else { return nil }
    guard let preset = all.first(where: { $0.name == reading.value }) else {
      reader.report(
        node, "\"\(reading.value)\" is no ready-made table", remedy: didYouMean(reading.value, among: all.map(\.name)))
      return nil
    }
    return Settings.Reading(preset, resolved: reading.resolved)
  }
}
