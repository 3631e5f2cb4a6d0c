import JSONText
import Markup
package import Settings

/// What clean is told: which items to cut out of pages.
package struct CleanSettings: Sendable {
  package var items: [ItemSettings]

  package init(items: [ItemSettings]) { self.items = items }

  private static let items = Setting(
    "items", SettingType.list(of: ItemSettings.object.type()), default: [], shown: .array([]),
    meaning: "What to cut out of pages beside the main text, such as cards.",
    example: .array([
      .members([
        "table": .string("cards"), "each": .string(".related .posting"),
        "fields": .members(["title": .string("h3"), "url": .string("a::attr(href)")]),
      ])
    ]))

  /// The stage's settings.
  package static let object = SettingsObject(
    "clean",
    meaning: "Takes the text out of the markup: title, dates, main text in typed blocks, links, and declared items.",
    [items]
  ) { CleanSettings(items: $0[items]) }
}

/// One kind of items as the config says it.
package struct ItemSettings: Sendable {
  package var name: Located<String>
  package var rule: ItemRule
  /// Whether a run stops before publishing when the selector found something last time and nothing now.
  package var isRequired: Bool

  /// The names of the declared fields, in their order.
  package var fieldNames: [String] { rule.fields.map(\.name) }

  private static let table = Setting(
    "table", SettingType.name.located, meaning: "The items' name, by which normalize finds them.",
    example: .string("cards"))
  private static let each = Setting(
    "each",
    SettingType.text.converted(name: "CSS selector") { text throws(ValueFault) in
      do throws(SelectorError) { return try Selector(parsing: text) } catch { throw ValueFault(error) }
    },
    meaning:
      "Each element that matches is one item. Type, class, id and attribute selectors, descendants, children (`>`), "
      + "and lists with commas.",
    example: .string(".related .posting"))
  private static let fields = Setting(
    "fields",
    SettingType.named(
      SettingType.text.converted(name: "CSS selector within the item") { text throws(ValueFault) in
        do throws(SelectorError) { return try FieldSelector(parsing: text) } catch { throw ValueFault(error) }
      }), default: [], shown: .members([:]),
    meaning:
      "The item's fields: the text of the first element that matches and has one, `::text` its own text without that of elements "
      + "inside, `::attr(NAME)` an attribute; `::attr(NAME)` alone takes the item's own. The field `text`, the whole "
      + "item's text, is always there.",
    example: .members(["title": .string("h3"), "url": .string("a::attr(href)")]))
  private static let required = Setting(
    "required", SettingType.boolean, default: true, shown: .boolean(true), decides: false,
    meaning: "Whether a run stops before publishing when items were found last time and none now.",
    example: .boolean(false))

  package static let object = SettingsObject(
    "items", meaning: "Elements to cut out of every page that has them.", [table, each, fields, required]
  ) { values in
    ItemSettings(
      name: values[table],
      rule: ItemRule(
        name: values[table].value, each: values[each],
        fields: values[fields].map { ItemRule.Field(name: $0.name.value, selector: $0.value) }),
      isRequired: values[required])
  }
}

extension ValueFault {
  fileprivate init(_ error: SelectorError) {
    self.init(error.message, remedy: error.remedy, offset: error.column - 1)
  }
}
