import Fetch
import Foundation
import JSONText
import TestSupport
import Testing
import WebAddress

struct AddressCheckTests {
  @Test(arguments: [
    ("http://127.1/", "fetch.private-address"), ("http://0x7f000001/", "fetch.private-address"),
    ("http://[::ffff:7f00:1]/", "fetch.private-address"), ("http://localhost./", "fetch.private-address"),
    ("http://a.localhost/", "fetch.private-address"), ("file:///etc/passwd", "fetch.scheme"),
    ("ftp://science.example/", "fetch.scheme"),
  ])
  func `refuses what no public machine can answer`(address: String, code: String) throws {
    let check = AddressCheck(allowPrivate: [])
    #expect(check.refusal(of: try #require(Address(parsing: address)))?.code == code)
  }

  @Test func `lets named hosts be private, at one port or at any`() throws {
    let check = AddressCheck(allowPrivate: ["127.0.0.1:8080", "intranet.example"])
    for (address, isAllowed) in [
      ("http://127.0.0.1:8080/", true), ("http://127.0.0.1/", false), ("http://127.0.0.2:8080/", false),
      ("https://intranet.example:8443/", true), ("http://x.intranet.example/", false),
    ] {
      #expect(check.mayBePrivate(try #require(Address(parsing: address))) == isAllowed)
    }
  }

  @Test(.enabled(if: BenchData.has("url/ssrf_own.jsonl")))
  func `judges every address of the shared cases`() throws {
    let path = try #require(BenchData.path("url/ssrf_own.jsonl"))
    let check = AddressCheck(allowPrivate: [])
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let row = try JSONNode(parsing: Array(line.utf8)).plain
      let text = try #require(row["url"]?.text)
      let refused = Address(parsing: text).map { check.refusal(of: $0) != nil } ?? true
      #expect(refused == (row["allowed"] != .boolean(true)), "\(text)")
    }
  }
}
