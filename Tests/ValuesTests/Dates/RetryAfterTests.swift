import Testing
import Values

struct RetryAfterTests {
  @Test(
    arguments: [
      ("120", 120), ("0", 0), (" 7 ", 7), ("99999999999999999999", 3600), ("7200", 3600),
      ("Sun, 01 Mar 2026 09:31:00 GMT", 60), ("Sunday, 01-Mar-26 09:31:00 GMT", 60), ("Sun Mar  1 09:31:00 2026", 60),
      ("Sun, 01 Mar 2026 09:00:00 GMT", 0), ("Mon, 01 Mar 2027 09:00:00 GMT", 3600),
      ("", nil), ("1e3", nil), ("-5", nil), ("1.5", nil), ("soon", nil), ("tomorrow", nil),
      ("2026-03-01T09:31:00Z", nil),
    ] as [(String, Int64?)])
  func `reads seconds and HTTP's dates`(header: String, seconds: Int64?) {
    #expect(readRetryAfter(header, now: 1_772_357_400, cap: 3600) == seconds)
  }
}
