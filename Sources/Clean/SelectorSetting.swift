import JSONText
import Markup
import Settings
import Text

extension SettingType where Value == ItemSelector {
  /// Which elements are items.
  static let itemSelector = SettingType.selector { text throws(SelectorError) in
    .css(try Selector(parsing: text))
  } xpath: { text throws(SelectorError) in
    try ItemSelector(xpath: text)
  }
}

extension SettingType where Value == ItemFieldSelector {
  /// Which text of an item is a field's.
  static let itemFieldSelector = SettingType.selector { text throws(SelectorError) in
    .css(try FieldSelector(parsing: text))
  } xpath: { text throws(SelectorError) in
    .xpath(try XPath(parsing: text))
  }
}

extension SettingType where Value == LinePattern {
  /// What is looked for in a line of a plain text.
  static let linePattern = SettingType<String>.text.converted(name: "pattern") { text throws(ValueFault) in
    do throws(LinePatternError) { return try LinePattern(parsing: text) } catch {
      throw ValueFault(error.message, remedy: error.remedy, offset: error.offset)
    }
  }
}

extension SettingType {
  /// A CSS selector as text or as `{ "css": "..." }`, or an XPath as `{ "xpath": "..." }`.
  fileprivate static func selector(
    css: @escaping @Sendable (String) throws(SelectorError) -> Value,
    xpath: @escaping @Sendable (String) throws(SelectorError) -> Value
  ) -> SettingType {
    let text = parsed(name: "CSS selector", css)
    let path = parsed(name: "XPath", xpath)
    let schemas = [text.schema, object("css", text.schema), object("xpath", path.schema)]
    return SettingType(
      name: "CSS selector, or `{ \"xpath\": … }`", schema: .members(["anyOf": .array(schemas)])
    ) { node, reader in
      guard case .object(let members) = node.content else { return text.read(node, &reader) }
      guard let member = members.first, members.count == 1, ["css", "xpath"].contains(member.name) else {
        reader.report(
          node, "a selector has one member, \"css\" or \"xpath\"",
          remedy: "Write a CSS selector as text, or { \"xpath\": \"./@id\" }.")
        return nil
      }
      if member.name == "css" { return reader.below("css") { text.read(member.value, &$0) } }
      return reader.below("xpath") { path.read(member.value, &$0) }.map {
        Reading($0.value, resolved: .members(["xpath": $0.resolved]))
      }
    }
  }

  private static func parsed(
    name: String, _ parse: @escaping @Sendable (String) throws(SelectorError) -> Value
  ) -> SettingType {
    SettingType<String>.text.converted(name: name) { text throws(ValueFault) in
      do throws(SelectorError) { return try parse(text) } catch {
        throw ValueFault(error.message, remedy: error.remedy, offset: error.column - 1)
      }
    }
  }

  private static func object(_ member: String, _ schema: JSON) -> JSON {
    .members([
      "type": .string("object"), "properties": .members([member: schema]), "required": .array([.string(member)]),
      "additionalProperties": .boolean(false),
    ])
  }
}
