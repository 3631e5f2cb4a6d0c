import Testing

@testable import Values

@Test(arguments: [
  ("Ada@Example.ORG", "ada@example.org"), ("Ada Berg <ada.berg@mail.example.org>", "ada.berg@mail.example.org"),
  ("mailto:ada+news@example.com?subject=Hi", "ada+news@example.com"), (" ada@example.com. ", "ada@example.com"),
])
func `reads an e-mail address in small letters`(text: String, expected: String) {
  #expect(readEmailAddress(text) == expected)
}

@Test(arguments: [
  "ada", "ada@", "@example.org", "ada@example", "ada@localhost", "a..b@example.org", ".a@example.org", "a.@example.org",
  "ada@under_score.org", "ada@example.nosuchdomain", "two@example.org three@example.org", "ada@10.0.0.1", "",
])
func `refuses what is no e-mail address`(text: String) {
  #expect(readEmailAddress(text) == nil)
}
