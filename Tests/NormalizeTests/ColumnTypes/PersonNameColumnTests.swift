import Normalize
import Testing

struct PersonNameColumnTests {
  @Test(arguments: [
    ("Moss, Dr Ada", "Ada Moss"), ("Prof. Ada L. Moss", "Ada L. Moss"), ("Ada van der Moss", "Ada van der Moss"),
  ])
  func `gives given and family name without titles`(written: String, name: String) {
    #expect(PersonNameColumn.outcome(written) == "\(name) | person_name.name")
  }

  @Test(arguments: ["1234", "ada@moss.example"])
  func `refuses what is no name`(written: String) { #expect(PersonNameColumn.outcome(written) == "null | invalid") }
}
