import JSONText
import Records

/// The things of a page's structured data that may be what the page is about, those that read as articles first.
struct DescribedThings {
  /// How likely the page is about it: 0 for an article, 1 for another work or thing, 2 for the page or site itself.
  struct Thing {
    var rank: Int
    var syntax: StructuredItem.Syntax
    var object: JSON
    var type: String
  }

  /// By rank, then in the order of the items.
  let things: [Thing]
  private let data: StructuredData

  init(_ data: StructuredData) {
    self.data = data
    var found: [Thing] = []
    for item in data.items where [.jsonLD, .microdata, .rdfa].contains(item.syntax) {
      DescribedThings.collect(item.json, item.syntax, depth: 0, into: &found)
    }
    things = (0...2).flatMap { rank in found.filter { $0.rank == rank } }
  }

  private static func collect(
    _ value: JSON, _ syntax: StructuredItem.Syntax, depth: Int, into found: inout [Thing]
  ) {
    guard depth < 8 else { return }
    switch value {
    case .array(let elements): for element in elements { collect(element, syntax, depth: depth, into: &found) }
    case .object(let members):
      if let type = value.types.first(where: { rank(of: $0) != nil }), let rank = rank(of: type) {
        found.append(Thing(rank: rank, syntax: syntax, object: value, type: type))
      }
      for member in members { collect(member.value, syntax, depth: depth + 1, into: &found) }
    default: break
    }
  }

  /// The rank of a thing of that type; nil for persons, lists and the like.
  private static func rank(of type: String) -> Int? {
    if ["Article", "Posting", "Report"].contains(where: type.hasSuffix), type != "JobPosting" { return 0 }
    if works.contains(type) { return 1 }
    return type.hasSuffix("Page") || type == "WebSite" ? 2 : nil
  }

  private static let works: Set<String> = [
    "Review", "Recipe", "Question", "HowTo", "Course", "Book", "VideoObject", "PodcastEpisode", "CreativeWork",
    "Product",
    "Event", "JobPosting", "SoftwareApplication", "Movie", "Dataset", "QAPage", "ScholarlyArticle",
  ]

  /// The values of the first of these properties that anything of these ranks has, with what said so.
  ///
  /// - Parameter syntaxes: the notations that are looked at.
  func values(
    _ properties: [String], ranks: ClosedRange<Int>, in syntaxes: Set<StructuredItem.Syntax>
  ) -> (values: [JSON], rule: String)? {
    for thing in things where ranks.contains(thing.rank) && syntaxes.contains(thing.syntax) {
      for property in properties {
        guard let value = thing.object[property] else { continue }
        let values = value.each.map(data.resolved).filter { $0 != .null && $0 != .string("") }
        if !values.isEmpty { return (values, "\(thing.syntax.rawValue) \(property)") }
      }
    }
    return nil
  }

  /// The first of these properties' texts, markup in them read.
  func text(
    _ properties: [String], ranks: ClosedRange<Int>,
    in syntaxes: Set<StructuredItem.Syntax> = [.jsonLD, .microdata, .rdfa]
  ) -> Page.Found? {
    guard let (values, rule) = values(properties, ranks: ranks, in: syntaxes) else { return nil }
    return values.lazy.compactMap(\.name).first { !$0.isEmpty }.map { Page.Found($0, rule: rule) }
  }
}

extension JSON {
  /// What a value is called: a text itself, an object's `name`; markup in it read, white space folded.
  var name: String? { (text ?? self["name"]?.each.first?.text).map { readableText($0) } }
}
