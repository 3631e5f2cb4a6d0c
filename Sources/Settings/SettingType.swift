package import JSONText

/// A value as the config gives it, and its canonical form with defaults filled in and secrets masked.
package struct Reading<Value: Sendable>: Sendable {
  package var value: Value
  /// The canonical form: equal settings give equal JSON, however the file is laid out.
  package var resolved: JSON
  /// The part of `resolved` that decides what a stage makes; policies (budgets, descriptions) are left out.
  package var deciding: JSON

  package init(_ value: Value, resolved: JSON, deciding: JSON? = nil) {
    self.value = value
    self.resolved = resolved
    self.deciding = deciding ?? resolved
  }
}

/// A kind of value a setting can have: how it is read, how the JSON Schema and the documentation tell it.
package struct SettingType<Value: Sendable>: Sendable {
  /// What the documentation calls it, such as `text` or `list of text`.
  package var name: String
  /// The JSON Schema of its values.
  package var schema: JSON
  /// The objects below it that the documentation describes on their own.
  package var objects: [ObjectDocumentation]
  /// Reads a value; nil after noting at least one problem.
  package var read: @Sendable (JSONNode, inout SettingsReader) -> Reading<Value>?

  package init(
    name: String, schema: JSON, objects: [ObjectDocumentation] = [],
    read: @escaping @Sendable (JSONNode, inout SettingsReader) -> Reading<Value>?
  ) {
    self.name = name
    self.schema = schema
    self.objects = objects
    self.read = read
  }

  /// The same values turned into something else; `convert` throws what is wrong with a value.
  package func converted<Other: Sendable>(
    name: String? = nil, _ convert: @escaping @Sendable (Value) throws(ValueFault) -> Other
  ) -> SettingType<Other> {
    SettingType<Other>(name: name ?? self.name, schema: schema, objects: objects) { node, reader in
      guard let reading = read(node, &reader) else { return nil }
      do throws(ValueFault) {
        return Reading(try convert(reading.value), resolved: reading.resolved, deciding: reading.deciding)
      } catch {
        var position = node.position
        if let offset = error.offset { position.column += offset + 1 }
        reader.report(
          SettingsProblem(at: position, path: reader.currentPath, error.message, remedy: error.remedy))
        return nil
      }
    }
  }

  /// The same values with their place, for checks across settings.
  package var located: SettingType<Located<Value>> {
    SettingType<Located<Value>>(name: name, schema: schema, objects: objects) { node, reader in
      guard let reading = read(node, &reader) else { return nil }
      return Reading(
        Located(reading.value, at: node.position, path: reader.currentPath), resolved: reading.resolved,
        deciding: reading.deciding)
    }
  }

  /// The same, or `null` for none.
  package var orNull: SettingType<Value?> {
    SettingType<Value?>(
      name: name, schema: .members(["anyOf": .array([schema, .members(["type": .string("null")])])]), objects: objects
    ) { node, reader in
      if case .null = node.content { return Reading<Value?>(nil, resolved: .null) }
      guard let reading = read(node, &reader) else { return nil }
      return Reading<Value?>(reading.value, resolved: reading.resolved, deciding: reading.deciding)
    }
  }

  /// The same values, or nil where the setting is left out.
  package var optional: SettingType<Value?> {
    SettingType<Value?>(name: name, schema: schema, objects: objects) { node, reader in
      guard let reading = read(node, &reader) else { return nil }
      return Reading(reading.value, resolved: reading.resolved, deciding: reading.deciding)
    }
  }
}

/// What is wrong with a value of the right JSON type.
package struct ValueFault: Error, Sendable {
  package var message: String
  package var remedy: String
  /// 0-based offset of the fault inside a text, where it is known.
  package var offset: Int?

  package init(_ message: String, remedy: String = "", offset: Int? = nil) {
    self.message = message
    self.remedy = remedy
    self.offset = offset
  }
}
