import Clean
import Dedupe
import Fetch
import JSONText
import Load
import Normalize
package import Records
package import Settings

/// A kind of entry of `stages`: its name, and how its settings are read and documented.
package struct StageKind: Sendable {
  package let stage: Stage
  package let documentation: ObjectDocumentation
  let type: SettingType<StageSettings>

  private init<Value>(
    _ stage: Stage, _ object: SettingsObject<Value>, _ wrap: @escaping @Sendable (Value) -> StageSettings
  ) {
    self.stage = stage
    documentation = object.documentation
    type = object.type(ignoring: ["stage"]).converted { value throws(ValueFault) in wrap(value) }
  }

  /// The kinds in the order in which records flow.
  package static let all: [StageKind] = [
    StageKind(.fetch, FetchSettings.object) { .fetch($0) },
    StageKind(.clean, CleanSettings.object) { .clean($0) },
    StageKind(.normalize, NormalizeSettings.object) { .normalize($0) },
    StageKind(.dedupe, DedupeSettings.object) { .dedupe($0) },
    StageKind(.load, LoadSettings.object) { .load($0) },
  ]

  /// The JSON Schema of an entry of this kind.
  var schema: JSON { documentation.schema(fixed: [.init("stage", .string(stage.rawValue))]) }
}

extension StageSettings {
  /// An entry of `stages`: an object whose `stage` says which settings it has.
  static let type = SettingType<StageSettings>(
    name: "stage", schema: .members(["anyOf": .array(StageKind.all.map(\.schema))])
  ) { node, reader in
    let names = StageKind.all.map(\.stage.rawValue)
    guard case .object(let members) = node.content, let member = members.first(where: { $0.name == "stage" }),
      case .string(let name) = member.value.content
    else {
      reader.report(
        node, "an object with \"stage\" was expected, here is \(node.kindName)",
        remedy: "Such as { \"stage\": \"load\" }; there is: \(names.joined(separator: ", ")).")
      return nil
    }
    guard let kind = StageKind.all.first(where: { $0.stage.rawValue == name }) else {
      reader.below("stage") {
        $0.report(member.value, "\"\(name)\" is no stage", remedy: didYouMean(name, among: names))
      }
      return nil
    }
    return kind.type.read(node, &reader).map {
      Reading($0.value, resolved: $0.resolved.naming(name), deciding: $0.deciding.naming(name))
    }
  }
}

extension JSON {
  /// An object with `stage` in front.
  fileprivate func naming(_ stage: String) -> JSON { .object([Member("stage", .string(stage))] + members) }
}
