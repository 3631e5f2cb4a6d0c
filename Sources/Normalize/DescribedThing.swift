import JSONText
import Records

/// Something that a page describes for machines, such as a schema.org `JobPosting`.
package struct DescribedThing: Hashable, Sendable {
  /// Its description as one line of JSON.
  package var json: String { description.compact }
  private let description: JSON

  /// One description as the page writes it, read.
  struct Description: Hashable, Sendable {
    var syntax: StructuredItem.Syntax
    var types: [String]
    var json: JSON
    /// The types of everything in it.
    var allTypes: Set<String>

    /// Nil for what is no JSON.
    init?(_ item: StructuredItem) {
      guard let json = try? JSONNode(parsing: Array(item.properties.utf8)).plain else { return nil }
      (syntax, types, self.json) = (item.syntax, item.types, json)
      allTypes = Set(item.types)
      DescribedThing.gather(json, into: &allTypes)
    }
  }

  /// The page's things of a type, in the order of the page; also those that stand inside another, as in a list.
  ///
  /// Of the same thing in several notations only the first that has any counts, as they repeat each other.
  package static func all(of type: String, on page: ReadPage) -> [DescribedThing] {
    let (items, types) = page.analysis.structured(of: page.page)
    guard types.contains(type) else { return [] }
    var found: [DescribedThing] = []
    var notation: StructuredItem.Syntax?
    for item in items
    where (notation == nil || item.syntax == notation) && item.allTypes.contains(type) {
      let before = found.count
      collect(type, in: item.json, topTypes: item.types, into: &found)
      if found.count > before { notation = item.syntax }
    }
    return found
  }

  private static func gather(_ json: JSON, into types: inout Set<String>) {
    switch json {
    case .object(let members):
      for member in members {
        if member.name == "@type" { types.formUnion(texts(member.value).map(term)) }
        gather(member.value, into: &types)
      }
    case .array(let elements):
      for element in elements { gather(element, into: &types) }
    default: break
    }
  }

  private static func collect(
    _ type: String, in json: JSON, topTypes: [String], into found: inout [DescribedThing]
  ) {
    switch json {
    case .object(let members):
      let types = topTypes + (json["@type"].map(texts) ?? []).map(term)
      if types.contains(type) {
        found.append(DescribedThing(description: json))
        return
      }
      for member in members { collect(type, in: member.value, topTypes: [], into: &found) }
    case .array(let elements):
      for element in elements { collect(type, in: element, topTypes: [], into: &found) }
    default: break
    }
  }

  /// A type's last part, as `JobPosting` of `https://schema.org/JobPosting`.
  private static func term(_ type: String) -> String {
    String(type[(type.lastIndex { $0 == "/" || $0 == "#" || $0 == ":" }.map(type.index(after:)) ?? type.startIndex)...])
  }

  /// What a property says, or one inside it by its path, as in `hiringOrganization.name`; several values with `; `
  /// between them. Of an object without a further path: an address or an amount of money on one line, its `name`,
  /// `@value`, `url` or `@id`, else the JSON itself.
  package func field(_ path: String) -> String? {
    if path == "json" { return json }
    var values = [description]
    for name in path.split(separator: ".") {
      values = values.flatMap { DescribedThing.elements($0) }.compactMap { $0[String(name)] }
    }
    let texts = values.flatMap(DescribedThing.texts).filter { !$0.isEmpty }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  private static func elements(_ json: JSON) -> [JSON] {
    if case .array(let elements) = json { return elements }
    return [json]
  }

  private static func texts(_ json: JSON) -> [String] {
    switch json {
    case .null: []
    case .boolean(let flag): [flag ? "true" : "false"]
    case .number(let number): [number]
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(texts)
    case .object: [address(json) ?? money(json) ?? label(json) ?? json.compact]
    }
  }

  private static func label(_ json: JSON) -> String? {
    ["name", "@value", "url", "@id"].lazy.compactMap { text(json[$0]) }.first
  }

  private static func text(_ json: JSON?) -> String? {
    json.map(texts)?.first { !$0.isEmpty }
  }

  /// A postal address on one line: locality, region, country, as far as there are any.
  private static func address(_ json: JSON) -> String? {
    let parts = ["addressLocality", "addressRegion", "addressCountry"].compactMap { text(json[$0]) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// A price or a salary on one line, such as `30000 - 45000 EUR per year`.
  private static func money(_ json: JSON) -> String? {
    guard let currency = text(json["currency"]) ?? text(json["priceCurrency"]) else { return nil }
    let value = json["value"] ?? json
    let ends = ["minValue", "maxValue"].compactMap { text(value[$0]) }
    let single = ["value", "price", "lowPrice"].lazy.compactMap { text(value[$0]) }.first ?? text(json["value"])
    guard let amount = ends.isEmpty ? single : ends.joined(separator: " - ") else { return nil }
    let unit = (text(value["unitText"]) ?? text(json["unitText"])).map { " per \($0.lowercased())" } ?? ""
    return "\(amount) \(currency)\(unit)"
  }
}
