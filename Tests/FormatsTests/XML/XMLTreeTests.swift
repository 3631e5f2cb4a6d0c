import Testing

@testable import Formats

/// The tree as text: each element with its usual prefix, what it holds in parentheses.
private func outline(_ text: String) -> String {
  let tree = XMLTree(parsing: Array(text.utf8))
  func written(_ node: Int) -> String {
    let row = tree.nodes[node]
    if row.isText { return String(decoding: row.text, as: UTF8.self) }
    return "\(row.prefix):\(row.name)(\(tree.children(of: node).map(written).joined(separator: ",")))"
  }
  return tree.root.map(written) ?? ""
}

struct XMLTreeTests {
  @Test(arguments: [
    ("<a><B/>t</a>", ":a(:b(),t)"),
    ("<a><b>t</a>", ":a(:b(t))"),
    ("<a>1</b>2</a>", ":a(1,2)"),
    ("<a xmlns:d='http://purl.org/dc/elements/1.1/'><d:x/></a>", ":a(dc:x())"),
    ("<r:a xmlns:r='http://purl.org/rss/1.0/'><b/></r:a>", ":a(:b())"),
    ("<a><b xmlns='http://www.w3.org/1999/xhtml'><c/></b><d/></a>", ":a(xhtml:b(xhtml:c()),:d())"),
    ("<a><![CDATA[<b>&amp;]]>&lt;&#x41;&eacute;&x;</a>", ":a(<b>&amp;,<Aé&x;)"),
    ("<!-- <z> --><?z ?><!DOCTYPE z><a/>", ":a()"),
  ])
  func `builds what the tags say`(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test func `leaves out elements nested too deeply, but not what they hold`() {
    let text = String(repeating: "<a>", count: 1000) + "t" + String(repeating: "</a>", count: 1000)
    let tree = XMLTree(parsing: Array(text.utf8))
    #expect(tree.nodes.count == 251)
    #expect(tree.text(of: 0) == "t")
    #expect(tree.faults == 0)
  }
}
