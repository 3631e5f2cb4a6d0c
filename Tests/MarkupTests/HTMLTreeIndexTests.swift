import Testing

@testable import Markup

struct HTMLTreeIndexTests {
  private let tree = HTMLTree(
    parsing: Array("<p class=a id=b>x<b itemprop=c>y</b><i>z</i></p><p id=d rel=e>w</p>".utf8))

  @Test func `finds elements by groups of attributes, in document order`() {
    let nodes = tree.nodes(withAnyOf: [[.id], [.itemprop, .rel], [.href]])
    #expect(nodes.map { $0.map(tree.name(of:)) } == [["p", "p"], ["b", "p"], []])
  }

  @Test func `finds elements by tag`() {
    #expect(tree.nodes(tagged: [.b, .i]).map(tree.name(of:)) == ["b", "i"])
    #expect(tree.nodes(tagged: [.table]).isEmpty)
    #expect(tree.nodes(tagged: [.i, .b]) == tree.nodes(tagged: [.b, .i]))
    #expect(tree.first(tagged: .p) == tree.nodes(tagged: [.p]).first)
    #expect(tree.first(tagged: .table) == nil)
  }

  @Test func `goes through the values of attributes until it is told to end`() {
    var values: [String] = []
    tree.forEachValue(of: [.id, .class]) { _, value in
      values.append(String(decoding: value, as: UTF8.self))
      return values.count < 2
    }
    #expect(values == ["a", "b"])
  }
}
