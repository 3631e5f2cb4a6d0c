import Testing
import WebAddress

@testable import Fetch

struct ProxyEnvironmentTests {
  private func proxy(_ environment: [String: String], _ address: String) throws -> String? {
    let proxy = ProxyEnvironment(environment).proxy(for: try #require(Address(parsing: address)))
    return proxy.map { "\($0.isSOCKS ? "socks " : "")\($0.host):\($0.port)" }
  }

  @Test func `reads the variables as curl does`() throws {
    let environment = [
      "http_proxy": "http://user:pw@proxy.example:3128", "HTTPS_PROXY": "secure.example:8080",
      "no_proxy": "intranet.example,.local.example",
    ]
    #expect(try proxy(environment, "http://science.example/") == "proxy.example:3128")
    #expect(try proxy(environment, "https://science.example/") == "secure.example:8080")
    #expect(try proxy(environment, "https://intranet.example/") == nil)
    #expect(try proxy(environment, "https://a.local.example/") == nil)
    #expect(try proxy(["HTTP_PROXY": "proxy.example:1"], "http://science.example/") == nil)
    #expect(try proxy(["ALL_PROXY": "socks5://[::1]:9"], "http://science.example/") == "socks ::1:9")
    #expect(try proxy([:], "http://science.example/") == nil)
  }
}
