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

  @Test func `knows elements with nothing in them`() {
    var siblings = SiblingPlaces()
    let isEmpty = siblings.empty(tree)
    #expect((0..<tree.count).filter { isEmpty[$0] }.map(tree.name(of:)).filter { $0 != "head" } == ["u"])
  }
}
