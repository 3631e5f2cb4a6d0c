import Testing

@testable import Clean

struct NameGroupsTests {
  private func groups(_ name: String) -> [NameGroups.Group] {
    let mask = NameGroups.shared.mask(Array(name.utf8)[...])
    return NameGroups.Group.allCases.filter { mask & 1 << UInt16($0.rawValue) != 0 }
  }

  @Test(arguments: [
    ("site-footer", [NameGroups.Group.foot]), ("SIDEBAR", [.side]), ("mainNav", [.body, .navigation]),
    ("postList", [.article, .list]), ("related-posts", [.related]), ("x1 y2", []), ("", []),
    ("uncommented", [.comment]), ("ads", [.advert]), ("badge", []), ("customer-reviews", [.rating]),
    ("productDescription", [.product, .detail]), ("accordion__panel", [.panel]), ("add-to-cart", [.product]),
  ])
  func `finds words in any part of a name`(name: String, expected: [NameGroups.Group]) {
    #expect(groups(name) == expected)
  }
}
