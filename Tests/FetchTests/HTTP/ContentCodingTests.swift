import Compression
import Testing

@testable import Fetch

struct ContentCodingTests {
  private let text = Array(String(repeating: "harbour ", count: 100).utf8)

  @Test func `undoes the codings in the order of the header`() throws {
    let twice = Gzip.deflate(Gzip.deflate(text))
    #expect(try ContentCoding(["gzip, x-gzip"]).unpacked(twice, limit: 1 << 20).body == text)
    #expect(try ContentCoding(["gzip", "identity"]).unpacked(Gzip.deflate(text), limit: 1 << 20).body == text)
    #expect(try ContentCoding([]).unpacked(text, limit: 10).body == text)
  }

  @Test func `takes a plain body as it is, and says that the header lies`() throws {
    let plain = try ContentCoding(["gzip"]).unpacked(text, limit: 1 << 20)
    #expect(plain.body == text)
    #expect(plain.isLie)
  }

  @Test func `refuses too much, too many layers, damage and what was not asked for`() throws {
    let bomb = Gzip.deflate([UInt8](repeating: 0, count: 8 << 20))
    func code(_ names: [String], _ body: [UInt8], limit: Int = 64 << 20) -> String? {
      do throws(FetchFailure) {
        _ = try ContentCoding(names).unpacked(body, limit: limit)
        return nil
      } catch { return error.code }
    }
    #expect(code(["gzip"], bomb) == "fetch.too-large")
    #expect(code(["gzip"], Gzip.deflate(text), limit: 100) == "fetch.too-large")
    #expect(code(["gzip, gzip, gzip"], bomb) == "fetch.coding")
    #expect(code(["br"], text) == "fetch.coding")
    #expect(code(["gzip"], Array(Gzip.deflate(text).dropLast(9))) == "fetch.damaged")
  }
}
