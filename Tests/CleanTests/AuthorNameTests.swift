import Testing

@testable import Clean

struct AuthorNameTests {
  @Test(arguments: [
    ("Tamara Tide", ["Tamara Tide"]), ("By Tamara Tide", ["Tamara Tide"]),
    ("Von Tamara Tide und Otto Eis", ["Tamara Tide", "Otto Eis"]),
    ("Written by: Tamara Tide on March 3, 2026", ["Tamara Tide"]),
    ("Tamara Tide, Otto Eis & Ada Ash", ["Tamara Tide", "Otto Eis", "Ada Ash"]),
    ("Tamara Tide | 3 May 2026", ["Tamara Tide"]), ("Tamara Tide May 3, 2026", ["Tamara Tide"]),
    ("Tamara Tide (tamara@lake.example)", ["Tamara Tide"]), ("https://lake.example/tamara", []),
    ("Tamara Tide, Senior Editor", ["Tamara Tide"]), ("View all posts by Tamara Tide", ["Tamara Tide"]),
    ("admin", []), ("Tamara&#39;s Otter", ["Tamara's Otter"]), ("Tamara Tide; Tamara Tide", ["Tamara Tide"]),
    ("Tamara has skated here for as long as anybody can remember", []), ("", []), ("by", []),
  ])
  func `cuts names out of what is written`(written: String, names: [String]) {
    #expect(authorNames(in: written) == names)
  }
}
