import Settings
import Testing

struct NearestNameTests {
  private let names = ["sources", "files", "base_url", "max_rejects", "required"]

  @Test(arguments: [
    ("source", "sources"), ("soruces", "sources"), ("Files", "files"), ("file", "files"), ("baseurl", "base_url"),
    ("base-url", "base_url"), ("max_reject", "max_rejects"), ("requierd", "required"), ("req", "required"),
  ])
  func `finds what was probably meant`(written: String, name: String) {
    #expect(nearestName(to: written, among: names) == name)
  }

  @Test(arguments: ["", "x", "colour", "encoding", "zzzzzzzz"])
  func `finds nothing where nothing is near`(written: String) {
    #expect(nearestName(to: written, among: names) == nil)
  }

  @Test func `takes the first of two that are as near`() {
    #expect(nearestName(to: "bat", among: ["cat", "rat"]) == "cat")
    #expect(nearestName(to: "bat", among: ["rat", "cat"]) == "rat")
  }

  @Test func `makes a remedy of it`() {
    #expect(didYouMean("file", among: names).contains("\"files\""))
    for name in names { #expect(didYouMean("colour", among: names).contains(name)) }
    #expect(didYouMean("colour", among: []) == "")
  }
}
