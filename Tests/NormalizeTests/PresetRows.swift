import Normalize
import Records
import Testing

/// A ready-made table's rows on a page: the values of some columns, ` | ` between them, missing parts left out.
func presetRows(_ preset: String, _ columns: String..., on page: ReadPage) throws -> [String] {
  let preset = try #require(PresetRegistry.all.first { $0.name == preset })
  let rule = TableRule(table: preset.name, from: preset.from, key: preset.key, columns: preset.columns)
  let places = try columns.map { name in try #require(rule.columns.firstIndex { $0.name == name }, "\(name)") }
  return try Normalizer(tables: [rule]).normalize(page.page).tables[0].records.map { record in
    places.map { shown(record.cells[$0]).replacing(", null", with: "") }.joined(separator: " | ")
  }
}

/// A page that describes one thing for machines, in JSON-LD.
func describingPage(_ type: String, _ properties: String, title: String? = nil) -> ReadPage {
  writtenPage(
    "Some text.", title: title,
    structured: [StructuredItem(syntax: .jsonLD, types: [type], properties: properties)])
}
