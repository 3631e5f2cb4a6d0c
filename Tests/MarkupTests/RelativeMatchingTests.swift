import Testing

@testable import Markup

struct RelativeMatchingTests {
  @Test(arguments: [
    ("b", "html body p"), ("> b", "p"), ("+ b", "i"), ("~ b", "u i"), ("> i + b", "p"), ("~ i + b", "u"),
    ("> b > s", "p"),
    ("> s", "b"), ("p > u, > s", "html body b"), ("q", ""), ("> p ~ q", ""),
  ])
  func `finds the elements that others stand to`(relative: String, expected: String) throws {
    let tree = HTMLTree(parsing: Array("<body><p><u>1</u><i>2</i><b>3<s>4</s></b></p>".utf8))
    var siblings = SiblingPlaces()
    guard
      case .has(let list) = try Selector(parsing: ":has(\(relative))").alternatives[0].steps[0].compound.conditions[0]
    else {
      Issue.record("no :has")
      return
    }
    let isFound = RelativeMatching(tree).having(list, &siblings)
    #expect((0..<tree.count).filter { isFound[$0] }.map(tree.name(of:)).joined(separator: " ") == expected)
  }
}
