import Fetch
import Records
import Settings
import Store
import TestSupport
import Testing

struct AddressListTests {
  private func list(_ text: String, root: String = "/") throws -> AddressList {
    let (reading, _) = try fetchSettings("[{ \"name\": \"list\", \(text) }]")
    guard case .web(let source)? = reading?.value.sources.first else { throw FetchFailure(.check, "test", "no source") }
    return try AddressList(source, root: root)
  }

  @Test func `addresses are known by their canonical form and asked for as written`() throws {
    let offer = try #require(try list("\"urls\": \"http://a.example/x?utm_source=y&b=1#top\"").offers.first)
    #expect(offer.key == "http://a.example/x?b=1")
    #expect(offer.target == "http://a.example/x?utm_source=y&b=1")
    #expect(offer.role == .page)
    #expect(try list("\"feed\": \"http://a.example/f\"").offers.first?.role == .index)
  }

  @Test func `a list has an address a line; others are rejects with their number`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "\u{FEFF}# Pages\r\nhttp://a.example/1\r\n\r\n  https://a.example/2  \nftp://a.example/3\n", to: "l.txt")
    let list = try list("\"urls\": \"l.txt\"", root: folder.path)
    #expect(list.offers.map(\.key) == ["http://a.example/1", "https://a.example/2"])
    #expect(list.faults.map(\.document.path) == ["l.txt:5"])
    #expect(list.faults.first?.diagnostics.first?.location.line == 5)
    #expect(throws: Failure.self) { try self.list("\"urls\": \"none.txt\"", root: folder.path) }
  }
}
