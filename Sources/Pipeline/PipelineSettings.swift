package import Clean
package import Dedupe
package import Fetch
import JSONText
package import Load
package import Normalize
package import Records
package import Settings

/// A whole pipeline.json, read and each value checked by itself.
package struct PipelineSettings: Sendable {
  package var name: Located<String>
  package var maxRejects: Share
  package var retain: Retention
  package var stages: [Located<StageSettings>]

  private static let schemaReference = Setting(
    "$schema", SettingType.text.optional, default: nil, shown: nil, decides: false,
    meaning: "Where an editor finds the JSON Schema of this file; Sluice itself takes no notice.",
    example: .string("docs/pipeline.schema.json"))
  private static let name = Setting(
    "name", SettingType.text.located,
    meaning: "The pipeline's name. An output folder belongs to one name; another one is refused there.",
    example: .string("science-pages"))
  private static let maxRejects = Setting(
    "max_rejects", SettingType.share, default: Share(percent: 10), shown: .string("10%"), decides: false,
    meaning: "How much of a stage's inputs may be rejected before a run publishes nothing.", example: .string("25%"))
  private static let retain = Setting(
    "retain", Retention.object.type(), default: Retention(), shown: Retention().shown, decides: false,
    meaning: "Which published runs are kept.", example: Retention().shown)
  private static let stages = Setting(
    "stages", SettingType.list(of: StageSettings.type.located),
    meaning: "The stages in their order: fetch, clean, normalize, dedupe (which may be left out), load.",
    example: .array(Stage.allCases.map { .members(["stage": .string($0.rawValue)]) }))

  /// The settings of the whole file.
  package static let object = SettingsObject(
    "pipeline", meaning: "The whole file: what runs, in the order in which it runs.",
    [schemaReference, name, maxRejects, retain, stages]
  ) { values in
    PipelineSettings(
      name: values[name], maxRejects: values[maxRejects], retain: values[retain], stages: values[stages])
  }
}

/// Which published runs are kept; the current one always is.
package struct Retention: Hashable, Sendable {
  /// The last runs.
  package var runs = 14
  /// The last run of each of the last months.
  package var months = 12

  var shown: JSON { .members(["runs": .integer(runs), "months": .integer(months)]) }

  private static let runs = Setting(
    "runs", SettingType.integer(1...10_000), default: 14, shown: .integer(14), decides: false,
    meaning: "The last runs.", example: .integer(30))
  private static let months = Setting(
    "months", SettingType.integer(0...1200), default: 12, shown: .integer(12), decides: false,
    meaning: "The last run of each of the last months.", example: .integer(24))

  static let object = SettingsObject("retention", meaning: "Which published runs are kept.", [runs, months]) { values in
    Retention(runs: values[runs], months: values[months])
  }
}

/// The settings of one entry of `stages`.
package enum StageSettings: Sendable {
  case fetch(FetchSettings)
  case clean(CleanSettings)
  case normalize(NormalizeSettings)
  case dedupe(DedupeSettings)
  case load(LoadSettings)

  /// Which stage it is.
  package var stage: Stage {
    switch self {
    case .fetch: .fetch
    case .clean: .clean
    case .normalize: .normalize
    case .dedupe: .dedupe
    case .load: .load
    }
  }
}
