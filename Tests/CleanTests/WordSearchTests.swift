import Testing

@testable import Clean

struct WordSearchTests {
  private let search = WordSearch(["date", "publi", "前"])

  @Test(arguments: ["date", "postDate", "PUBLISHED", "x-pub publ publi", "3日前"])
  func `finds a word anywhere, in any case`(text: String) {
    #expect(search.finds(in: text))
  }

  @Test(arguments: ["", "dat", "d ate", "publ", "da\u{301}te"])
  func `finds nothing else`(text: String) {
    #expect(!search.finds(in: text))
  }
}
