import Records
import Testing

/// The expected ids were computed by another program; if one of these tests fails, every stored id has changed.
struct IdentityTests {
  @Test(arguments: [
    ("https://science.example/moon", "ef89d8696463fe933e49373b"), ("site:pages/tide.html", "510c442ea5dbf41a04af3024"),
  ])
  func `gives a document the id of its address`(address: String, id: String) {
    #expect(Identity.document(address: address) == id)
  }

  @Test func `gives a record the id of its key, where absent and empty differ`() {
    let address = "https://jobs.example/1"
    #expect(Identity.record(table: "job_postings", key: [address, nil, ""]) == "d4934e9d9308ed5a2e03118c")
    #expect(Identity.record(table: "job_postings", key: [address, "", nil]) == "2cd84a3aa7e1da31fbf2e749")
  }

  @Test func `gives a record the id of its item's address`() {
    #expect(
      Identity.record(table: "job_postings", address: "https://jobs.example/1") == "ddd1dd64baaee92b6243650d")
  }

  @Test func `gives a record without a name the id of its page, text and ordinal`() {
    let id = Identity.record(
      table: "job_postings", page: "0123456789abcdef01234567", text: "Baker, Oslo", ordinal: 2)
    #expect(id == "65b6e0be9a1c19ea70106f30")
    #expect(id.count == Identity.length)
  }

  @Test func `never gives one id to parts of different kinds or tables`() {
    let ids = [
      Identity.document(address: "a"), Identity.record(table: "a", key: []), Identity.record(table: "a", key: ["b"]),
      Identity.record(table: "a", address: "b"), Identity.record(table: "b", address: "a"),
      Identity.record(table: "a", key: ["b", nil]), Identity.record(table: "ab", key: [""]),
      Identity.record(table: "a", page: "b", text: "c", ordinal: 0),
      Identity.record(table: "a", page: "b", text: "c", ordinal: 1),
      Identity.record(table: "a", page: "bc", text: "", ordinal: 0),
    ]
    #expect(Set(ids).count == ids.count)
  }
}
