import Fetch
import Testing

struct GlobTests {
  @Test(arguments: [
    // Within a name.
    ("a.html", "a.html", true), ("a.html", "b.html", false), ("a.html", "x/a.html", false), ("*.html", "a.html", true),
    ("*.html", ".html", false), ("*.html", "a.htm", false), ("*.html", "x/a.html", false), ("a*b*c", "abc", true),
    ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false), ("*", "a", true), ("*", "é", true), ("?", "a", true),
    ("?", "é", true), ("?", "😀", true), ("?", "ab", false), ("?", "", false), ("a?c", "ac", false),
    ("*a?", "aaé", true),
    ("**.html", "a.html", true), ("A.html", "a.html", false),
    // Sets.
    ("[abc].txt", "b.txt", true), ("[abc].txt", "d.txt", false), ("[a-c]x", "bx", true), ("[a-c]x", "-x", false),
    ("[!a-c]x", "dx", true), ("[!a-c]x", "bx", false), ("[!a]x", "x", false), ("[-a]", "-", true), ("[a-]", "-", true),
    ("[]]", "]", true), ("[!]]", "]", false), ("[!]]", "a", true), ("[*]", "*", true), ("[*]", "a", false),
    ("[{]", "{", true), ("a[}]b", "a}b", true), ("[[]", "[", true), ("[0-9][0-9]", "42", true),
    // Alternatives.
    ("{a,b}.html", "a.html", true), ("{a,b}.html", "b.html", true), ("{a,b}.html", "c.html", false),
    ("a.{html,htm,txt}", "a.htm", true), ("{a,b}{1,2}", "b2", true), ("{a,b}{1,2}", "ab", false), ("a{,b}", "a", true),
    ("a{,b}", "ab", true), ("{x/y,z}/a", "x/y/a", true), ("{x/y,z}/a", "z/a", true), ("{x/y,z}/a", "y/a", false),
    ("{*.html,[ab]}", "b", true), ("{**/x,y}", "d/e/x", true),
    // Any folders.
    ("**", "a", true), ("**", "x/y/a", true), ("**/a", "a", true), ("**/a", "x/y/a", true), ("**/a", "x/y/b", false),
    ("x/**", "x/a", true), ("x/**", "x", false), ("x/**", "x/y/z/a", true), ("x/**/a", "x/a", true),
    ("x/**/a", "x/y/z/a", true), ("x/**/y/*", "x/y/a", true), ("x/**/y/*", "x/1/2/y/a", true),
    ("x/**/y/*", "x/1/a", false),
    ("**/y/**/a", "1/y/2/3/a", true), ("**/**/a", "a", true), ("*/a", "a", false), ("*/*", "x/a", true),
    ("*/*", "x/y/a", false),
    // Names that begin with a dot.
    ("*", ".a", false), ("?a", ".a", false), ("[.]a", ".a", false), (".*", ".a", true), (".a", ".a", true),
    ("**", ".a", false),
    ("**", ".x/a", false), ("**/a", "x/.y/a", false), ("**/.a", "x/.a", true), (".x/**", ".x/a", true),
    ("**/.x/a", "1/.x/a", true), ("**/.x/a", ".x/a", true), ("*.a", "..a", false),
    // Absolute ones.
    ("/srv/*.html", "/srv/a.html", true), ("/srv/*.html", "srv/a.html", false), ("/a.html", "/a.html", true),
    ("/**", "/x/a", true), ("srv/*.html", "/srv/a.html", false), ("*", "/a", false), ("**/a", "/x/a", false),
  ])
  func `matches paths`(pattern: String, path: String, isMatch: Bool) throws {
    #expect(try Glob(pattern).matches(path: path) == isMatch)
  }

  @Test(arguments: [
    ("a.html", ""), ("data/*.html", "data"), ("data/site/**/*.html", "data/site"), ("*/data/a", ""), ("da?a/x/a", ""),
    ("data/{a,b}/c", "data"), ("data/[x]/c", "data"), ("/srv/a.html", "/srv"), ("/a.html", "/"), ("/*/a", "/"),
    ("data/a.html", "data"),
  ])
  func `begins where the first wildcard stands`(pattern: String, folder: String) throws {
    let glob = try Glob(pattern)
    #expect(glob.folder == folder)
    #expect(glob.pattern == pattern)
  }

  @Test func `matches paths below its folder part by part`() throws {
    let glob = try Glob("data/site/**/*.html")
    #expect(glob.matches(["a.html"]))
    #expect(glob.matches(["x", "a.html"]))
    #expect(!glob.matches(["data", "site"]))
    #expect(!glob.matches([]))
  }

  @Test(arguments: [
    ("*.html", ["x"], false), ("x/*.html", ["y"], false), ("*/*.html", ["y"], true), ("*/*.html", ["y", "z"], false),
    ("**/*.html", ["y", "z"], true), ("**/*.html", [".y"], false), ("**/.y/a", [".y"], true),
    ("**/.y/a", ["x", ".y"], true),
    ("**/.y/a", [".z"], false), ("[a-c]/**", ["b", "x", "y"], true), ("[a-c]/**", ["d"], false),
    ("{a,b}/c/*", ["b", "c"], true),
    ("{a,b}/c/*", ["b", "d"], false), ("?/a", ["x"], true), ("?/a", ["x", "a"], false), ("*/.b/*", ["x", ".b"], true),
  ])
  func `enters only folders that can hold a match`(pattern: String, parts: [String], mayMatch: Bool) throws {
    #expect(try Glob(pattern).mayMatch(below: parts) == mayMatch)
  }

  @Test(arguments: [
    "", "/", "data/", "data/**/", "../a", "data/../a", "a/..", "{a,b", "a}", "{a,{b,c}}", "[a", "[a-", "[]", "[!]",
    "x/[a/b]",
    "a//b", "*//b", "/srv//*", "//a", "{,a}/b", "{[a,b}",
  ])
  func `refuses what no file can match`(pattern: String) {
    let fault = #expect(throws: Glob.Fault.self) { try Glob(pattern) }
    #expect(fault?.message.isEmpty == false)
    #expect(fault?.remedy.isEmpty == false)
  }

  @Test func `takes a dot for no folder at all`() throws {
    let glob = try Glob("./data/./*.html")
    #expect(glob.folder == "data")
    #expect(glob.matches(path: "data/a.html"))
  }
}
