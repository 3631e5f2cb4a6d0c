import Testing
import WebAddress

/// The web platform tests' cases, where the bench is there.
@Suite(.enabled(if: Bench.isThere, "needs the bench's url folder"))
struct StandardTests {
  @Test func `agrees with the web platform tests on parsing`() throws {
    let cases = try Bench.cases("wpt_urltestdata.jsonl")
    #expect(cases.count > 500)
    for each in cases {
      let base = each.base.flatMap { Address(parsing: $0) }
      let address = each.base != nil && base == nil ? nil : Address(parsing: each.input, base: base)
      #expect(address?.href == each.href, "\(each.input.debugDescription) on \(each.base ?? "nothing")")
      guard let address, each.href != nil else { continue }
      expectParts(of: address, equal: each)
    }
  }

  private func expectParts(of address: Address, equal each: Bench.Case) {
    let input = each.input.debugDescription
    #expect(address.scheme + ":" == each.protocol, "\(input)")
    #expect(address.username == each.username, "\(input)")
    #expect(address.password == each.password, "\(input)")
    #expect(address.host ?? "" == each.hostname, "\(input)")
    #expect(address.port.map(String.init) ?? "" == each.port, "\(input)")
    #expect(address.path == each.pathname, "\(input)")
    #expect(address.query.map { $0.isEmpty ? "" : "?" + $0 } ?? "" == each.search, "\(input)")
    #expect(address.fragment.map { $0.isEmpty ? "" : "#" + $0 } ?? "" == each.hash, "\(input)")
  }

  @Test(arguments: [("wpt_toascii.jsonl", 60), ("wpt_idna_sample.jsonl", 400)])
  func `agrees with the web platform tests on domains`(file: String, leastCount: Int) throws {
    let cases = try Bench.cases(file)
    #expect(cases.count > leastCount)
    for each in cases { #expect(host(of: each.input) == each.output, "\(each.input.debugDescription)") }
  }

  private func host(of domain: String) -> String? { Address(parsing: "https://\(domain)/x")?.host }

  @Test func `makes the canonical form that the policy asks for`() throws {
    let cases = try Bench.cases("canonical_own.jsonl")
    #expect(cases.count > 20)
    for each in cases {
      let address = Address(parsing: each.input)
      let canonical = address?.isFetchable == true ? address?.canonical : nil
      #expect(canonical?.href == each.canonical, "\(each.input.debugDescription)")
    }
  }
}
