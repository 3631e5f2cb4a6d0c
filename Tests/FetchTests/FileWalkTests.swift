import Fetch
import Records
import Store
import TestSupport
import Testing

struct FileWalkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// All files of a source with these patterns, and what became of the walk.
  private func walk(_ patterns: String..., root: String? = nil) throws -> (files: [Candidate], status: String) {
    let list = patterns.map { "\"\($0)\"" }.joined(separator: ", ")
    var walk = FileWalk(try sources("[{ \"name\": \"site\", \"files\": [\(list)] }]")[0], root: root ?? folder.path)
    var files: [Candidate] = []
    while let file = try walk.next() { files.append(file) }
    return (files, walk.status)
  }

  @Test func `gives matching files in the order of their paths`() throws {
    for name in [
      "data/b.html", "data/a.html", "data/x/c.html", "data/x/y/d.html", "data/é.html", "data/n.txt", "top.html",
    ] {
      try folder.write(name, to: name)
    }
    let (files, status) = try walk("data/**/*.html")
    #expect(files.map(\.path) == ["data/a.html", "data/b.html", "data/x/c.html", "data/x/y/d.html", "data/é.html"])
    #expect(files.map(\.address) == files.map { "site:\($0.path)" })
    #expect(files.map(\.absolutePath) == files.map { folder.path($0.path) })
    #expect(files.allSatisfy { $0.problem == nil && $0.state.kind == .file })
    #expect(files[0].state.size == 11)
    #expect(status == "ok")
  }

  @Test func `passes over hidden files and folders`() throws {
    for name in ["data/.a.html", "data/.git/b.html", "data/c.html"] { try folder.write(name, to: name) }
    #expect(try walk("data/**").files.map(\.path) == ["data/c.html"])
    #expect(try walk("data/.git/*", "data/.*").files.map(\.path) == ["data/.git/b.html", "data/.a.html"])
    #expect(try walk("**/.git/*").files.map(\.path) == ["data/.git/b.html"])
  }

  @Test func `does not enter linked folders`() throws {
    try folder.write("page", to: "data/real/a.html")
    try folder.link("data/linked", to: "real")
    try folder.link("data/loop", to: "..")
    #expect(try walk("data/**/*.html").files.map(\.path) == ["data/real/a.html"])
  }

  @Test func `begins in a linked folder where the pattern names it`() throws {
    try folder.write("page", to: "real/a.html")
    try folder.link("linked", to: "real")
    let (files, status) = try walk("linked/*.html")
    #expect(files.map(\.path) == ["linked/a.html"])
    #expect(files[0].problem == nil)
    #expect(status == "ok")
  }

  @Test func `follows a linked file inside the folder`() throws {
    try folder.write("a page", to: "data/x/a.html")
    try folder.link("data/b.html", to: "x/a.html")
    let (files, _) = try walk("data/*.html")
    #expect(files.map(\.path) == ["data/b.html"])
    #expect(files[0].problem == nil)
    #expect(files[0].state.size == 6)
  }

  @Test func `reports links that lead outside or nowhere`() throws {
    try folder.write("secret", to: "outside/a.html")
    try folder.write("page", to: "data/ok.html")
    try folder.link("data/a.html", to: "../outside/a.html")
    try folder.link("data/b.html", to: "missing.html")
    try folder.link("data/c.txt", to: "missing.txt")
    let (files, status) = try walk("data/*.html")
    #expect(files.map(\.path) == ["data/a.html", "data/b.html", "data/ok.html"])
    #expect(files.map(\.problem?.code) == ["fetch.leads-outside", "fetch.unreadable", nil])
    #expect(files[0].problem?.severity == .reject)
    #expect(files[0].problem?.location == .init(source: "site", address: "data/a.html"))
    #expect(status == "ok")
  }

  @Test func `says which folder is missing and goes on with the next pattern`() throws {
    try folder.write("page", to: "data/a.html")
    let (files, status) = try walk("gone/away/*.html", "data/*.html")
    #expect(files.map(\.path) == ["data/a.html"])
    #expect(status.contains("gone/away"))
    #expect(try walk("data/a.html/*").status != "ok")
    #expect(try walk("data/*.txt").status == "ok")
  }

  @Test(arguments: [
    ["data/*.html", "data/a*"], ["data/**", "data/x/*"], ["data/x/*", "data/**"], ["**", "data/**", "data/x/a.html"],
    ["**/a.html", "data/*", "data/x/*"], ["data/{a,b}.html", "data/**/*.html"],
  ])
  func `gives a file once where two patterns match it`(patterns: [String]) throws {
    for name in ["data/a.html", "data/b.html", "data/x/a.html"] { try folder.write(name, to: name) }
    let list = patterns.map { "\"\($0)\"" }.joined(separator: ", ")
    var walk = FileWalk(try sources("[{ \"name\": \"site\", \"files\": [\(list)] }]")[0], root: folder.path)
    var paths: [String] = []
    while let file = try walk.next() { paths.append(file.path) }
    #expect(Set(paths).count == paths.count)
    let globs = try patterns.map { try Glob($0) }
    for path in ["data/a.html", "data/b.html", "data/x/a.html"] {
      #expect(paths.contains(path) == globs.contains { $0.matches(path: path) }, "\(path)")
    }
  }

  @Test func `keeps a file behind a link that an earlier pattern does not enter`() throws {
    try folder.write("page", to: "elsewhere/a.html")
    try folder.makeFolder("data")
    try folder.link("data/linked", to: "../elsewhere")
    #expect(try walk("data/**/*.html", "data/linked/*.html").files.map(\.path) == ["data/linked/a.html"])
  }

  @Test func `keeps absolute patterns' paths absolute`() throws {
    try folder.write("page", to: "data/a.html")
    let (files, _) = try walk("\(folder.path)/data/*.html", root: "/")
    #expect(files.map(\.path) == [folder.path("data/a.html")])
    #expect(files.map(\.absolutePath) == [folder.path("data/a.html")])
  }

  @Test func `walks the config's own folder`() throws {
    try folder.write("page", to: "a.html")
    #expect(try walk("*.html").files.map(\.path) == ["a.html"])
  }
}
