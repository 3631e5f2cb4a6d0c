package import JSONText

/// One setting of pipeline.json: declared here once, read, checked and documented from it.
package struct Setting<Value: Sendable>: Sendable {
  /// What happens when the config leaves the setting out.
  enum Absence: Sendable {
    case isAProblem
    case means(Value, shown: JSON?)
  }

  package let name: String
  package let type: SettingType<Value>
  let absence: Absence
  /// Whether it decides what a stage makes; a policy (a budget, a description) doesn't, so changing it redoes nothing.
  package let decides: Bool
  package let meaning: String
  package let example: JSON

  /// A setting that must be given.
  package init(
    _ name: String, _ type: SettingType<Value>, decides: Bool = true, meaning: String, example: JSON
  ) {
    self.name = name
    self.type = type
    self.absence = .isAProblem
    self.decides = decides
    self.meaning = meaning
    self.example = example
  }

  /// A setting that may be left out, which means `fallback`; `shown` is the same as JSON, nil where it is nothing.
  package init(
    _ name: String, _ type: SettingType<Value>, default fallback: Value, shown: JSON?, decides: Bool = true,
    meaning: String, example: JSON
  ) {
    self.name = name
    self.type = type
    self.absence = .means(fallback, shown: shown)
    self.decides = decides
    self.meaning = meaning
    self.example = example
  }
}

/// A setting whatever its value's type.
package protocol AnySetting: Sendable {
  var name: String { get }
  var decides: Bool { get }
  /// What the documentation says of it.
  var documentation: SettingDocumentation { get }
  /// Reads it from its object; nil after noting a problem.
  func read(from node: JSONNode?, of object: JSONNode, _ reader: inout SettingsReader) -> SettingReading?
}

/// A setting's value with its type forgotten, and its canonical form; nil where there is nothing to show.
package struct SettingReading: Sendable {
  var value: any Sendable
  var resolved: JSON?
  var deciding: JSON?
}

/// What the documentation and the JSON Schema say of one setting.
package struct SettingDocumentation: Sendable {
  package var name: String
  package var type: String
  package var isRequired: Bool
  package var fallback: JSON?
  package var meaning: String
  package var example: JSON
  package var schema: JSON
  package var objects: [ObjectDocumentation]
}

extension Setting: AnySetting {
  package var documentation: SettingDocumentation {
    var isRequired = false
    var fallback: JSON?
    switch absence {
    case .isAProblem: isRequired = true
    case .means(_, let shown): fallback = shown
    }
    return SettingDocumentation(
      name: name, type: type.name, isRequired: isRequired, fallback: fallback, meaning: meaning, example: example,
      schema: type.schema, objects: type.objects)
  }

  package func read(from node: JSONNode?, of object: JSONNode, _ reader: inout SettingsReader) -> SettingReading? {
    if let node {
      return reader.below(name) { type.read(node, &$0) }.map {
        SettingReading(value: $0.value, resolved: $0.resolved, deciding: $0.deciding)
      }
    }
    switch absence {
    case .isAProblem:
      reader.report(object, "\"\(name)\" is missing", remedy: "Add it, such as \"\(name)\": \(example.compact).")
      return nil
    case .means(let value, let shown):
      return SettingReading(value: value, resolved: shown, deciding: shown)
    }
  }
}
