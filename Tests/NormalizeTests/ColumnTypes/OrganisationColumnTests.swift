import Normalize
import Records
import Testing

struct OrganisationColumnTests {
  @Test func `spellings of one organisation share their key`() {
    func key(_ written: String) -> Value? { OrganisationColumn.cell(written, in: ReadingContext()).values.last }
    #expect(key("Leaf & Root GmbH") == key("leaf and root"))
    #expect(key("Leaf & Root, Inc.") == key("Leaf & Root GmbH"))
    #expect(key("Leaf GmbH") != key("Root GmbH"))
  }
}
