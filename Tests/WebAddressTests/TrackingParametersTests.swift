import Testing

@testable import WebAddress

struct TrackingParametersTests {
  private func kept(_ query: String) -> String {
    String(decoding: TrackingParameters.removed(fromQuery: Array(query.utf8)[...]), as: UTF8.self)
  }

  @Test(arguments: [
    ("utm_source=x&id=7", "id=7"), ("id=7&UTM_Medium=mail", "id=7"), ("gclid=1&fbclid=2&msclkid=3", ""),
    ("a=1&mc_cid=2&b=3&mc_eid=4", "a=1&b=3"), ("igshid", ""), ("hsa_acc=1&q=utm_source", "q=utm_source"),
    ("utm=1", "utm=1"), ("myutm_source=1", "myutm_source=1"), ("a=1&&b", "a=1&&b"), ("", ""),
  ])
  func `drops what only tracks`(query: String, expected: String) {
    #expect(kept(query) == expected)
  }

  @Test func `lists every name in the form it is compared with`() {
    for name in Array(TrackingParameters.names) + TrackingParameters.prefixes {
      #expect(name == name.lowercased())
      #expect(kept("\(name)=1&page=2") == "page=2")
    }
  }
}
