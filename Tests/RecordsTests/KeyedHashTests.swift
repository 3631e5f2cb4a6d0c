import Records
import Testing

struct KeyedHashTests {
  @Test func `is HMAC-SHA-256 as RFC 4231 gives it`() {
    // Test case 2 of RFC 4231.
    let hash = KeyedHash(key: Array("Jefe".utf8)).digits(64, of: "what do ya want for nothing?")
    #expect(hash == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test func `is cut to the wanted digits`() {
    #expect(KeyedHash(key: Array("Jefe".utf8)).digits(8, of: "what do ya want for nothing?") == "5bdcc146")
  }
}
