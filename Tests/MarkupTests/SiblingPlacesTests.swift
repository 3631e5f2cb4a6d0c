import Testing

@testable import Markup

struct SiblingPlacesTests {
  private let tree = HTMLTree(parsing: Array("<p>1<i>2</i><b>3</b><i>4<u></u></i>".utf8))

  private func places(_ places: Selector.Places) -> [String] {
    var siblings = SiblingPlaces()
    let found = siblings.places(places, tree)
    return (0..<tree.count).filter { found[$0] > 0 }.map { "\(tree.name(of: $0))\(found[$0])" }.suffix(4)
  }

  @Test func `counts elements from both ends, all or those of a name`() {
    #expect(places(.init(a: 0, b: 1)) == ["i1", "b2", "i3", "u1"])
    #expect(places(.init(a: 0, b: 1, isFromEnd: true)) == ["i3", "b2", "i1", "u1"])
    #expect(places(.init(a: 0, b: 1, isOfType: true)) == ["i1", "b1", "i2", "u1"])
    #expect(places(.init(a: 0, b: 1, isFromEnd: true, isOfType: true)) == ["i2", "b1", "i1", "u1"])
  }

  @Test func `counts scripts and styles among the siblings`() throws {
    let html = "<div><script>a()</script><p>1</p><style>b{}</style><p>2</p></div>"
    let tree = HTMLTree(parsing: Array(html.utf8))
    func texts(_ selector: String) throws -> [String] {
      tree.matches(try Selector(parsing: selector), within: 0).map { tree.foldedText(of: $0) }
    }
    #expect(try texts("p:nth-child(2)") == ["1"])
    #expect(try texts("p:nth-child(4)") == ["2"])
    #expect(try texts("p + p").isEmpty)
    #expect(try texts("p:first-of-type") == ["1"])
  }

  @Test func `knows elements with nothing in them`() {
    var siblings = SiblingPlaces()
    let isEmpty = siblings.empty(tree)
    #expect((0..<tree.count).filter { isEmpty[$0] }.map(tree.name(of:)).filter { $0 != "head" } == ["u"])
  }
}
