import Testing
import WebAddress

struct IPAddressTests {
  @Test(arguments: [
    ("127.0.0.1", "loopback"), ("0.0.0.0", "this network"), ("10.1.2.3", "private"), ("172.31.255.255", "private"),
    ("192.168.7.1", "private"), ("169.254.169.254", "link-local"), ("100.127.255.254", "shared by a provider"),
    ("198.19.255.255", "benchmarking"), ("239.255.255.250", "multicast"), ("255.255.255.255", "reserved"),
    ("::1", "loopback"), ("[::]", "unspecified"), ("fe80::1%eth0", "link-local"), ("fd00:ec2::254", "private"),
    ("ff02::1", "multicast"), ("::ffff:127.0.0.1", "loopback, inside an IPv6 address"),
    ("64:ff9b::a00:1", "private, inside an IPv6 address"), ("2002:7f00:1::", "loopback, inside an IPv6 address"),
    ("64:ff9b:1::1", "translated"), ("2001:0:1::", "protocol assignments"), ("::7f00:1", "not given out to machines"),
    ("4000::1", "not given out to machines"),
  ])
  func `names what an address is reserved for`(text: String, use: String) throws {
    #expect(try #require(IPAddress(text)).reservation == use)
  }

  @Test(arguments: [
    "8.8.8.8", "172.32.0.1", "172.15.255.255", "100.128.0.1", "169.253.1.1", "128.0.0.1", "223.255.255.255",
    "2606:4700::1111", "[2a00:1450:4001:830::200e]", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
  ])
  func `lets public machines through`(text: String) throws {
    #expect(try #require(IPAddress(text)).reservation == nil)
  }

  @Test(arguments: ["science.example", "localhost", "", "1.2.3.4.example", "12:34", "[::g]"])
  func `a name is no address`(text: String) {
    #expect(IPAddress(text) == nil)
  }
}
