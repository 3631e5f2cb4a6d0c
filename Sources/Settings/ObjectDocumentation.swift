package import JSONText

/// What the documentation and the JSON Schema say of one object.
package struct ObjectDocumentation: Sendable {
  package var name: String
  package var meaning: String
  package var settings: [SettingDocumentation]

  package init(name: String, meaning: String, settings: [SettingDocumentation]) {
    self.name = name
    self.meaning = meaning
    self.settings = settings
  }

  /// The object's JSON Schema; `fixed` are members with one possible value, such as a stage's name.
  package func schema(fixed: [JSON.Member] = []) -> JSON {
    let properties =
      fixed.map { JSON.Member($0.name, .members(["const": $0.value])) }
      + settings.map { JSON.Member($0.name, $0.propertySchema) }
    let required = fixed.map(\.name) + settings.filter(\.isRequired).map(\.name)
    var members: [JSON.Member] = [
      .init("type", .string("object")), .init("description", .string(meaning)),
      .init("properties", .object(properties)), .init("additionalProperties", .boolean(false)),
    ]
    if !required.isEmpty { members.append(.init("required", .array(required.map { .string($0) }))) }
    return .object(members)
  }

  /// The object's JSON Schema.
  package var schema: JSON { schema() }

  /// A Markdown section: the meaning and a table of the settings, then the same for each object below.
  package func markdown(level: Int) -> String {
    var text = "\(String(repeating: "#", count: level)) \(name)\n\n\(meaning)\n\n"
    if !settings.isEmpty {
      text += "| setting | type | default | meaning | example |\n| --- | --- | --- | --- | --- |\n"
      for setting in settings { text += setting.markdownRow }
      text += "\n"
    }
    for object in settings.flatMap(\.objects) { text += object.markdown(level: min(level + 1, 6)) }
    return text
  }
}

extension SettingDocumentation {
  fileprivate var propertySchema: JSON {
    var members = schema.members.filter { $0.name != "description" }
    members.append(.init("description", .string(meaning)))
    if let fallback { members.append(.init("default", fallback)) }
    members.append(.init("examples", .array([example])))
    return .object(members)
  }

  fileprivate var markdownRow: String {
    let standard = isRequired ? "required" : fallback.map { "`\($0.compact)`" } ?? "none"
    let cells = ["`\(name)`", type, standard, meaning, "`\(example.compact)`"]
    return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }
}
