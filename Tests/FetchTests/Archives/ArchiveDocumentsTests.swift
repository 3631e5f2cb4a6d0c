import Fetch
import Formats
import Records
import TestSupport
import Testing

struct ArchiveDocumentsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("a.zip", ArchiveKind.files), ("a.TAR.gz", .files), ("a.tgz", .files), ("a.warc", .web), ("a.arc.gz", .web),
    ("a.gz", nil), ("zip", nil), ("a.zip.html", nil),
  ])
  func `knows archives by their names`(name: String, kind: ArchiveKind?) { #expect(ArchiveKind(name: name) == kind) }

  /// What an archive of the source `site` holds: each document's path and address, `problem` or `revisit` behind it.
  private func items(_ name: String, _ settings: String = "") throws -> (items: [String], warnings: [String]) {
    let source = try sources("[{ \"name\": \"site\", \"files\": \"\(name)\" \(settings) }]")[0]
    var walk = FileWalk(source, root: folder.path)
    let kind = try #require(ArchiveKind(name: name))
    var documents = try ArchiveDocuments(source, try #require(try walk.next()), kind)
    var items: [String] = []
    while let item = documents.next() {
      switch item {
      case .document(let archived):
        let code = archived.problem.map { " \($0.code)" } ?? ""
        items.append("\(archived.document.path) \(archived.document.address)\(code)")
      case .revisit(let document, let original): items.append("\(document.path) \(document.address) as \(original)")
      }
    }
    return (items, documents.warnings.map(\.code))
  }

  private func pack(_ files: [String: String]) throws {
    for (path, text) in files { try folder.write(text, to: "in/\(path)") }
    let packing = try ProgramRun("/bin/tar", ["-cf", "a.tar", "--sort=name", "-C", "in", "."], folder: folder.path)
    #expect(packing.status == 0, "\(packing.errors)")
  }

  @Test func `takes pages, and texts and tables by their names`() throws {
    try pack([
      "a/b c.html": "<p>heron", "a.css": "p {}", "n.txt": "note", "t.csv": "a,b\n1,2\n", ".x.html": "<p>hidden",
    ])
    let (found, warnings) = try items("a.tar")
    #expect(
      found == [
        "a.tar!/a/b c.html site:a.tar!/a/b c.html", "a.tar!/n.txt site:a.tar!/n.txt", "a.tar!/t.csv site:a.tar!/t.csv",
      ])
    #expect(warnings == ["fetch.passed-over"])
  }

  @Test func `takes what the config asks for, under the base address`() throws {
    try pack(["a/b c.html": "<p>heron", "a.css": "p {}", "n.txt": "note"])
    let (found, warnings) = try items("a.tar", #", "members": "a/*", "base_url": "https://birds.example/old/""#)
    #expect(found == ["a.tar!/a/b c.html https://birds.example/old/a/b%20c.html"])
    #expect(warnings.isEmpty)
  }

  @Test func `says what a revisit repeats`() throws {
    let head = HTTPHead("HTTP/1.1 200 OK", [.init("Content-Type", "text/html")])
    let records = [
      WarcEntry.response(
        id: WarcEntry.id(of: [1]), date: "2026-01-01T08:00:00Z", target: "https://birds.example/a?utm_source=x",
        head: head,
        body: Array("<p>heron</p>".utf8)),
      WarcEntry.revisit(
        id: WarcEntry.id(of: [2]), date: "2026-01-02T08:00:00Z", target: "https://birds.example/b", head: head,
        isNotModified: false, earlier: (WarcEntry.id(of: [1]), "2026-01-01T08:00:00Z"), payloadDigest: "sha256:A",
        earlierTarget: "https://birds.example/a?utm_source=x"),
    ]
    try folder.write(records.flatMap(\.bytes), to: "a.warc")
    let (found, warnings) = try items("a.warc")
    #expect(
      found == [
        "a.warc!/00000001 https://birds.example/a",
        "a.warc!/00000002 https://birds.example/b as https://birds.example/a",
      ])
    #expect(warnings.isEmpty)
  }
}
