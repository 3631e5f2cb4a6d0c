package import Settings

/// What load is told; so far it needs no telling.
package struct LoadSettings: Sendable {
  package init() {}

  /// The stage's settings.
  package static let object = SettingsObject(
    "load",
    meaning: "Publishes the tables: `analytics.sqlite` and `csv/` of every table, all at once or not at all.", []
  ) { _ in LoadSettings() }
}
