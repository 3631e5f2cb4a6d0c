import Testing

@testable import Fetch

struct DurationTypeTests {
  @Test(
    arguments: [
      ("500ms", 500), ("30s", 30_000), ("10m", 600_000), ("12h", 43_200_000), ("90d", 7_776_000_000), ("0ms", 0),
    ] as [(String, Int64)])
  func `reads a number and its unit, and writes it so`(text: String, milliseconds: Int64) throws {
    let duration = try #require(Duration(written: text))
    #expect(duration.milliseconds == milliseconds)
    #expect(duration.written == text)
  }

  @Test(arguments: ["", "s", "10", "1.5s", "-1s", "10 s", "10w", "99999999999s"])
  func `anything else is no time`(text: String) { #expect(Duration(written: text) == nil) }

  @Test func `writes the largest unit that fits`() { #expect(Duration.seconds(7200).written == "2h") }
}
