import Testing

@testable import Text

struct LinePatternTests {
  /// The whole match and the groups, `-` for a group without a part in it; nil where nothing matches.
  private func match(_ pattern: String, _ line: String) throws -> String? {
    let scalars = Array(line.unicodeScalars)
    return try LinePattern(parsing: pattern).firstMatch(in: scalars)?.map { range in
      range.map { String(String.UnicodeScalarView(scalars[$0])) } ?? "-"
    }.joined(separator: "|")
  }

  @Test(arguments: [
    ("b+", "abbbc", "bbb"), ("b+?", "abbbc", "b"), ("^a.c$", "abc", "abc"), ("^b", "abc", nil), ("c$", "abc", "c"),
    ("a|ab", "ab", "a"), ("(?:a|ab)$", "ab", "ab"), ("[^b]+", "bbaccb", "acc"), ("[A-Z]{2}", "a BCD", "BC"),
    ("x{2,3}", "xxxx", "xxx"), ("x{3,}", "xx", nil), ("\\d+", "no 42.", "42"), ("\\w+", "- été -", "été"),
    ("[\\d-]+", "on 2026-03-02", "2026-03-02"), ("[]a]+", "x]a]", "]a]"), ("[a-]+", "-a-", "-a-"), ("\\.", "a.b", "."),
    ("", "abc", ""), ("a*", "baa", ""), ("(?i)québec", "In QUÉBEC", "QUÉBEC"), ("\\bcat\\b", "concat cat", "cat"),
    ("\\Bcat", "cat concat", "cat"), ("(?:a*)*b", "aaab", "aaab"), ("(?:)+x", "x", "x"), ("東.", "在東京", "東京"),
  ])
  func `finds what a pattern says, the first and by preference`(_ pattern: String, _ line: String, _ found: String?)
    throws
  {
    #expect(try match(pattern, line) == found)
  }

  @Test func `names the parts of a match, and those without a part`() throws {
    let pattern = try LinePattern(
      parsing: "^(?<country>[A-Z]{2}), (?:(?<region>[A-Z]{2}), )?(?P<city>.+?)(?<note> \\(.*\\))?$")
    #expect(pattern.groupNames == ["country", "region", "city", "note"])
    #expect(try match(pattern.description, "US, MA, Boston") == "US, MA, Boston|US|MA|Boston|-")
    #expect(try match(pattern.description, "GB, London (two days)") == "GB, London (two days)|GB|-|London| (two days)")
    #expect(try match("(?<x>a|b)+", "abab") == "abab|b")
  }

  @Test(arguments: [
    ("(a+)+$", String(repeating: "a", count: 2000) + "b"), ("(a|a)*c", String(repeating: "a", count: 2000) + "b"),
    ("(.*)(.*)(.*)(.*)x", String(repeating: "a", count: 2000)),
  ])
  func `patterns that others never finish fail soon`(_ pattern: String, _ line: String) throws {
    #expect(try match(pattern, line) == nil)
  }

  @Test(arguments: [
    ("a(b", 1, "this group is not closed"), ("ab)", 2, "\")\" closes no group"),
    ("[a", 0, "this bracket is not closed"),
    ("a**", 2, "\"*\" repeats what is repeated already"), ("+a", 0, "there is nothing to repeat before \"+\""),
    ("a{3", 1, "\"{\" needs one number or two up to 1000, such as {2} or {2,4}"),
    ("a{4,2}", 1, "\"{\" needs one number or two up to 1000, such as {2} or {2,4}"),
    ("a\\", 1, "nothing stands behind the backslash"),
    ("\\1", 0, "\"\\1\" means nothing here"), ("(?=a)", 0, "\"(?\" begins nothing known here"),
    ("(?<Name>a)", 3, "a group's name was expected, here is none"),
    ("(?<a>b)(?<a>c)", 10, "two groups have the name \"a\""),
    ("(?<body>b)", 3, "\"body\" is what follows the line"), ("[z-a]", 1, "\"z-a\" is no range"),
    ("(a{1000}){1000}", 0, "this pattern repeats too much"), ("^*", 1, "there is nothing to repeat before \"*\""),
  ])
  func `says what is wrong with a pattern, and where`(_ pattern: String, _ offset: Int, _ message: String) {
    let error = #expect(throws: LinePatternError.self) { try LinePattern(parsing: pattern) }
    #expect(error?.offset == offset)
    #expect(error?.message == message)
  }

  @Test func `groups beyond measure are refused`() {
    let deep = String(repeating: "(", count: 60) + "a" + String(repeating: ")", count: 60)
    #expect(throws: LinePatternError.self) { try LinePattern(parsing: deep) }
  }
}
