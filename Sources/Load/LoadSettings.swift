package import Settings

/// What load is told: which tables can be searched.
package struct LoadSettings: Sendable {
  /// The tables whose texts are indexed.
  package var search: [SearchSettings] = []

  package init() {}

  /// The stage's settings.
  package static let object = SettingsObject(
    "load",
    meaning: "Publishes the tables: `analytics.sqlite` and `csv/` of every table, all at once or not at all.",
    [SearchSettings.setting]
  ) { values in
    var settings = LoadSettings()
    settings.search = values[SearchSettings.setting]
    return settings
  }
}
