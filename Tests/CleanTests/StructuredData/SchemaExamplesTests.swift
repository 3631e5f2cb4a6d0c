import Foundation
import JSONText
import Records
import Testing

@testable import Clean

/// schema.org's own examples, each thing in up to three notations.
struct SchemaExamplesTests {
  private static let path: String = {
    let bench = ProcessInfo.processInfo.environment["SLUICE_BENCH"] ?? "../shared/bench"
    return bench + "/jsonld/schemaorg_examples.jsonl"
  }()

  private static let isAtHand = FileManager.default.fileExists(atPath: path)

  private func examples() throws -> [JSON] {
    try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n").map {
      try JSONNode(parsing: Array($0.utf8)).plain
    }
  }

  private func items(_ html: JSON?, _ syntax: StructuredItem.Syntax) throws -> [JSON] {
    let page = cleaned((html?.text ?? "") + "<p>\(prose)", at: "page.html").page
    return try (page?.structured ?? []).filter { $0.syntax == syntax }.map {
      try JSONNode(parsing: Array($0.properties.utf8)).plain
    }
  }

  @Test(.enabled(if: isAtHand)) func `gives the JSON-LD of every example as it was published`() throws {
    for example in try examples() {
      let whole = try #require(example["jsonld"])
      let expected = whole.each.flatMap { $0["@type"] == nil ? $0["@graph"]?.each ?? [$0] : [$0] }
      let found = try items(example["jsonld_html"], .jsonLD)
      #expect(found.map(\.canonical) == expected.map(\.canonical), "\(example["id"]?.text ?? "")")
    }
  }

  /// How many examples have the type that their JSON-LD has, and how many of the JSON-LD's properties are there too.
  private func agreement(_ name: String, _ syntax: StructuredItem.Syntax) throws -> (types: Double, properties: Double)
  {
    var (examples, sameType, properties, shared) = (0, 0, 0, 0)
    for example in try self.examples() {
      // Some examples have a remark in place of markup.
      guard let markup = example[name]?.text, markup.contains("itemscope") || markup.contains("typeof"),
        let expected = example["jsonld"]?.each.first,
        !expected.types.isEmpty
      else { continue }
      examples += 1
      let found = try items(example[name], syntax)
      guard let match = found.first(where: { $0.types == expected.types }) else { continue }
      sameType += 1
      let names = expected.members.map(\.name).filter { !$0.hasPrefix("@") }
      properties += names.count
      shared += names.filter { match[$0] != nil }.count
    }
    return (Double(sameType) / Double(max(1, examples)), Double(shared) / Double(max(1, properties)))
  }

  @Test(.enabled(if: isAtHand), arguments: [("microdata", StructuredItem.Syntax.microdata), ("rdfa", .rdfa)])
  func `finds the same types and properties in the other notations`(
    name: String, syntax: StructuredItem.Syntax
  ) throws {
    let agreement = try agreement(name, syntax)
    print("\(name): types \(agreement.types), properties \(agreement.properties)")
    #expect(agreement.types >= 0.9)
    #expect(agreement.properties >= 0.85)
  }
}
