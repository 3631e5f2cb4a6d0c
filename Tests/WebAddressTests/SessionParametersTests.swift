import Testing

@testable import WebAddress

struct SessionParametersTests {
  @Test(arguments: [
    ("/a;jsessionid=0A1B", "/a"), ("/a;JSESSIONID=1/b", "/a/b"), ("/a;v=1;jsessionid=2;w", "/a;v=1;w"),
    ("/a;b=1", "/a;b=1"),
    ("/jsessionid=1", "/jsessionid=1"), ("/;jsessionid=1", "/"), ("/a//b;jsessionid", "/a//b"),
  ])
  func `drops a session from a path`(path: String, expected: String) {
    let kept = SessionParameters.removed(fromPath: Array(path.utf8)[...])
    #expect(String(decoding: kept, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("phpsessid", "x", true), ("aspsessionidabcd", "x", true), ("cftoken", "1", true),
    ("sid", "12345", false),
    ("sid", "0a1b2c3d4e5f60718293a4b5", true), ("s", "search words", false),
    ("s", "0a1b2c3d4e5f60718293a4b5c6d7e8f9", true),
    ("session", "spring", false), ("id", "0a1b2c3d4e5f60718293a4b5", false),
  ])
  func `knows a session by name or by name and value`(name: String, value: String, expected: Bool) {
    #expect(SessionParameters.isSession(name, value: Array(value.utf8)[...]) == expected)
  }
}
