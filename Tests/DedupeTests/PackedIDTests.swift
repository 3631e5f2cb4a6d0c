import Records
import Testing

@testable import Dedupe

struct PackedIDTests {
  @Test(arguments: [
    "000000000000000000000000", "ffffffffffffffffffffffff", "0123456789abcdef01234567", "00000000000000010000000a",
  ])
  func `comes back as it was`(text: String) {
    #expect(PackedID(text)?.text == text)
  }

  @Test func `sorts as its text does`() {
    let ids = (0..<500).map { Identity.document(address: "site:\($0)") }
    #expect(ids.compactMap { PackedID($0) }.sorted().map(\.text) == ids.sorted())
  }

  @Test(arguments: [
    "", "0123456789abcdef0123456", "0123456789abcdef012345678", "0123456789abcdeg01234567", "0123456789abcdef0123456 ",
  ])
  func `refuses what is no id`(text: String) {
    #expect(PackedID(text) == nil)
  }
}
