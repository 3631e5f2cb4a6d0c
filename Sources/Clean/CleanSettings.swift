import JSONText
package import Settings
import Text

/// What clean is told: which items to cut out of pages.
package struct CleanSettings: Sendable {
  package var items: [ItemSettings]

  package init(items: [ItemSettings]) { self.items = items }

  private static let items = Setting(
    "items", SettingType.list(of: ItemSettings.type), default: [], shown: .array([]),
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
  package var fieldNames: [String] { rule.fieldNames }

  private static let table = Setting(
    "table", SettingType.name.located, meaning: "The items' name, by which normalize finds them.",
    example: .string("cards"))
  private static let each = Setting(
    "each", SettingType.itemSelector.optional, default: nil, shown: nil,
    meaning:
      "Each element that matches is one item. CSS as text: names, classes, ids, attributes, the combinators space, `>`, "
      + "`+` and `~`, `:is`, `:not`, `:has`, `:nth-child` and its kin, and lists with commas; or XPath 1.0 as "
      + "`{ \"xpath\": \"//article\" }`. Comments are not seen, scripts and styles stand empty. "
      + "Needed unless there is a `split`.",
    example: .string(".related .posting"))
  private static let split = Setting(
    "split", SettingType.linePattern.optional, default: nil, shown: nil,
    meaning: """
      For pages saved as plain text, in place of `each`: each line in which this pattern is found opens an item. Named \
      groups are its fields, and what follows up to the next such line or a heading is the field `body`; without a body \
      there is no item. Regular expressions without look-around and back-references, matched line by line on lines of at \
      most 2,000 characters with white space folded; `(?i)` at the begin ignores case.
      """,
    example: .string("^(?<where>[A-Z]{2}, .+)$"))
  private static let end = Setting(
    "end", SettingType.linePattern.optional, default: nil, shown: nil,
    meaning: "A pattern of lines that end an item that `split` opened; they stand in none.",
    example: .string("^(How to apply|-{3,})$"))
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
    "items", meaning: "Elements to cut out of every page that has them.", [table, each, split, end, fields, required]
  ) { values in
    ItemsAsWritten(
      name: values[table], each: values[each], split: values[split], end: values[end],
      fields: values[fields].map { ItemRule.Field(name: $0.name.value, selector: $0.value) },
      isRequired: values[required])
  }

  /// The same, with settings that contradict each other refused.
  static let type = object.type().converted { written throws(ValueFault) in try written.settings }
}

/// One kind of items as the config says it, before its settings are held against each other.
package struct ItemsAsWritten: Sendable {
  let name: Located<String>
  let each: ItemSelector?
  let split: LinePattern?
  let end: LinePattern?
  let fields: [ItemRule.Field]
  let isRequired: Bool

  var settings: ItemSettings {
    get throws(ValueFault) {
      let selector: ItemSelector
      switch (each, split) {
      case (let each?, nil) where end == nil: selector = each
      case (nil, let split?) where fields.isEmpty: selector = .lines(TextSplit(split, ending: end))
      case (_?, nil):
        throw ValueFault("\"end\" ends what \"split\" opens, here is none", remedy: "Leave it out.")
      case (nil, _?):
        throw ValueFault(
          "items that \"split\" cuts out have no \"fields\"",
          remedy: "Name groups of the pattern, as in (?<place>.+), and leave the fields out.")
      case (_?, _?):
        throw ValueFault("either \"each\" or \"split\" says what an item is", remedy: "Leave one of them out.")
      case (nil, nil):
        throw ValueFault(
          "\"each\" is missing", remedy: "Say which elements are items, or with \"split\" which lines of a text.")
      }
      return ItemSettings(
        name: name, rule: ItemRule(name: name.value, each: selector, fields: fields), isRequired: isRequired)
    }
  }
}
