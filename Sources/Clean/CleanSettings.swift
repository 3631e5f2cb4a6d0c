import JSONText
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
    "each", SettingType.itemSelector,
    meaning:
      "Each element that matches is one item. CSS as text: names, classes, ids, attributes, the combinators space, `>`, "
      + "`+` and `~`, `:is`, `:not`, `:has`, `:nth-child` and its kin, and lists with commas; or XPath 1.0 as "
      + "`{ \"xpath\": \"//article\" }`. Scripts, styles and comments are not seen and count as no siblings.",
    example: .string(".related .posting"))
  private static let fields = Setting(
    "fields", SettingType.named(SettingType.itemFieldSelector), default: [], shown: .members([:]),
    meaning:
      "The item's fields: the text of the first element that matches and has one, `::text` its own text without that of elements "
      + "inside, `::attr(NAME)` an attribute; `::attr(NAME)` alone takes the item's own. An XPath such as "
      + "`{ \"xpath\": \"./@data-ref\" }` starts at the item. The field `text`, the whole item's text, is always there.",
    example: .members([
      "title": .string("h3"), "url": .string("a::attr(href)"), "ref": .members(["xpath": .string("./@data-ref")]),
    ]))
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
