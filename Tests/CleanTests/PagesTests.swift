import Foundation
import Markup
import Records
import Testing

@testable import Clean

/// Whole pages of every kind in our own words, in `Pages`. The text beside each has kind and text of each block of its main
/// text, then who wrote what where it has posts or comments.
struct PagesTests {
  private static let kinds = [
    "article", "forum", "service", "product", "listing", "collection", "documentation", "thin",
  ]
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Pages")

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent("\(name).html")))
  }

  /// The expected lines, those of blocks or those of people; line breaks in a text are two spaces after.
  private func expected(_ name: String, ofPeople: Bool) throws -> [String] {
    let file = Self.folder.appendingPathComponent("\(name).expected.txt")
    let text = try String(contentsOf: file, encoding: .utf8).replacing("\n  ", with: "\u{1}")
    return text.split(separator: "\n").map { String($0).replacing("\u{1}", with: "\n") }.filter {
      ($0.hasPrefix("post of ") || $0.hasPrefix("comment of ")) == ofPeople
    }
  }

  private func line(_ block: Page.Block) -> String {
    "\(block.kind.rawValue)\(block.level.map(String.init) ?? ""): \(block.text)"
  }

  @Test(arguments: kinds.filter { $0 != "thin" })
  func `reads each block once, in order, with its kind`(name: String) throws {
    let tree = HTMLTree(parsing: try bytes(name))
    let page = PageBlocks(tree, address: "")
    let rows = page.blocks.filter { $0.kind == .tableRow }.map(\.anchor)
    let reader = BlockText(tree: tree, isExcluded: page.isExcluded, gaps: TableGaps(tree, rows: rows))
    var rest = page.blocks.map { line(reader.read($0).block) }[...]
    for expected in try expected(name, ofPeople: false) {
      let place = try #require(rest.firstIndex(of: expected), "\(expected)")
      rest = rest[(place + 1)...]
    }
  }

  @Test(arguments: kinds)
  func `takes the main text and little else`(name: String) throws {
    let page = try #require(cleaned(bytes: try bytes(name), at: "https://site.example/\(name)/").page)
    let expected = try expected(name, ofPeople: false)
    let found = page.blocks.map(line)
    let right = found.filter(expected.contains)
    let (all, wanted, same) = (letters(found), letters(expected), letters(right))
    #expect(same * 100 >= wanted * 90)
    #expect(same * 100 >= all * 75)
    #expect(found.count - Set(found).count <= expected.count - Set(expected).count + 6)
  }

  private func letters(_ lines: [String]) -> Int { lines.reduce(0) { $0 + $1.utf8.count } }

  @Test(arguments: kinds)
  func `finds who wrote what`(name: String) throws {
    let page = try #require(cleaned(bytes: try bytes(name), at: "https://site.example/\(name)/").page)
    let people = [("post", page.posts), ("comment", page.comments)].flatMap { kind, posts in
      posts.map { "\(kind) of \($0.author ?? "?") at \($0.date ?? "?"): \($0.text)" }
    }
    #expect(try people == expected(name, ofPeople: true))
  }
}
