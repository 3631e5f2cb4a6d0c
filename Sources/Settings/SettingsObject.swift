import JSONText

/// An object of pipeline.json: its settings and what they make together.
package struct SettingsObject<Value: Sendable>: Sendable {
  package let name: String
  package let meaning: String
  package let settings: [any AnySetting]
  let make: @Sendable (SettingValues) -> Value

  /// `make` gets every one of `settings` with a value of its type.
  package init(
    _ name: String, meaning: String, _ settings: [any AnySetting], make: @escaping @Sendable (SettingValues) -> Value
  ) {
    self.name = name
    self.meaning = meaning
    self.settings = settings
    self.make = make
  }

  /// What the documentation says of the object; `objects` below it come with its settings.
  package var documentation: ObjectDocumentation {
    ObjectDocumentation(name: name, meaning: meaning, settings: settings.map(\.documentation))
  }

  /// The type of settings that hold such an object; `ignoring` names members that are read elsewhere.
  package func type(ignoring: [String] = []) -> SettingType<Value> {
    SettingType(name: name, schema: documentation.schema, objects: [documentation]) { node, reader in
      read(node, ignoring: ignoring, &reader)
    }
  }

  private func read(_ node: JSONNode, ignoring: [String], _ reader: inout SettingsReader) -> Reading<Value>? {
    guard case .object(let members) = node.content else {
      reader.report(node, "an object (\(name)) was expected, here is \(node.kindName)")
      return nil
    }
    var values: [String: SettingReading] = [:]
    var complete = true
    let names = settings.map(\.name)
    for member in members where !names.contains(member.name) && !ignoring.contains(member.name) {
      complete = false
      reader.below(member.name) { reader in
        reader.report(
          SettingsProblem(
            at: member.position, path: reader.currentPath, "\"\(member.name)\" is no setting of a \(name)",
            remedy: didYouMean(member.name, among: names + ignoring)))
      }
    }
    for setting in settings {
      let member = members.first { $0.name == setting.name }
      values[setting.name] = setting.read(from: member?.value, of: node, &reader)
      complete = complete && values[setting.name] != nil
    }
    guard complete else { return nil }
    let resolved = settings.compactMap { setting in
      values[setting.name]?.resolved.map { JSON.Member(setting.name, $0) }
    }
    let deciding = settings.filter(\.decides).compactMap { setting in
      values[setting.name]?.deciding.map { JSON.Member(setting.name, $0) }
    }
    return Reading(
      make(SettingValues(values: values.mapValues(\.value), object: name)), resolved: .object(resolved),
      deciding: .object(deciding))
  }
}

/// The values of one object's settings.
package struct SettingValues: Sendable {
  let values: [String: any Sendable]
  let object: String

  /// The value of `setting`, which must be one of the object's settings.
  package subscript<Value>(setting: Setting<Value>) -> Value {
    guard let value = values[setting.name] as? Value else {
      // Only a setting left out of its object's list gets here; every test that reads such an object finds it.
      preconditionFailure("\(setting.name) is not declared among the settings of \(object)")
    }
    return value
  }
}
