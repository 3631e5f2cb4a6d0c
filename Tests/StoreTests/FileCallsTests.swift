import Records
import Store
import TestSupport
import Testing

struct FileCallsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `tells files, folders and links apart`() throws {
    try folder.write("tide", to: "file")
    try folder.makeFolder("folder")
    try folder.link("link", to: "file")
    try folder.link("dead", to: "missing")
    func kind(_ name: String, followingLinks: Bool = false) -> FileCalls.State.Kind? {
      FileCalls.state(folder.path(name), followingLinks: followingLinks)?.kind
    }
    #expect(kind("file") == .file)
    #expect(kind("folder") == .folder)
    #expect(kind("link") == .link)
    #expect(kind("link", followingLinks: true) == .file)
    #expect(kind("dead") == .link)
    #expect(kind("dead", followingLinks: true) == nil)
    #expect(kind("missing") == nil)
    #expect(FileCalls.state("/dev/null", followingLinks: true)?.kind == .other)
    #expect(FileCalls.exists(folder.path("link")))
    #expect(!FileCalls.exists(folder.path("dead")))
  }

  @Test func `sees a file's state change with its bytes and its time`() throws {
    try folder.write("tide", to: "a")
    try folder.setModificationTime("a", to: 1_000_000)
    let first = try #require(FileCalls.state(folder.path("a"), followingLinks: true))
    #expect(first.size == 4)
    #expect(first.modified == 1_000_000 * 1_000_000_000)
    #expect(FileCalls.state(folder.path("a"), followingLinks: true) == first)
    try folder.setModificationTime("a", to: 1_000_001)
    #expect(FileCalls.state(folder.path("a"), followingLinks: true) != first)
  }

  @Test func `lists names by their bytes`() throws {
    for name in ["b", "a", "é", "Z", ".hidden", "a b", "10", "9"] { try folder.write("", to: "list/\(name)") }
    #expect(try FileCalls.names(in: folder.path("list")) == [".hidden", "10", "9", "Z", "a", "a b", "b", "é"])
    #expect(failure { _ = try FileCalls.names(in: folder.path("missing")) }?.code == "file.unreadable")
  }

  @Test func `reads files whose size the system doesn't tell`() throws {
    #expect(try !FileCalls.read("/proc/self/status").isEmpty)
    #expect(try FileCalls.read("/dev/null") == [])
    let found = failure { _ = try FileCalls.read(folder.path("missing")) }
    #expect(found?.code == "file.unreadable")
    #expect(found?.location.address == folder.path("missing"))
  }

  @Test func `makes folders with their parents, once`() throws {
    try FileCalls.makeFolder(folder.path("a/b/c"), mode: 0o700)
    try FileCalls.makeFolder(folder.path("a/b/c"))
    #expect(try folder.mode("a/b/c") == 0o700)
    try folder.write("", to: "file")
    #expect(failure { try FileCalls.makeFolder(folder.path("file/a")) }?.code == "file.unwritable")
  }

  @Test func `moves over what is there and links over links`() throws {
    try folder.write("new", to: "a")
    try folder.write("old", to: "b")
    try FileCalls.rename(folder.path("a"), to: folder.path("b"))
    #expect(try folder.read("b") == "new")
    try FileCalls.link(folder.path("link"), to: "x")
    try FileCalls.link(folder.path("link"), to: "b")
    #expect(FileCalls.target(of: folder.path("link")) == "b")
    #expect(FileCalls.target(of: folder.path("b")) == nil)
    #expect(FileCalls.resolved(folder.path("link")) == folder.path("b"))
    #expect(FileCalls.resolved(folder.path("missing")) == nil)
    #expect(failure { try FileCalls.rename(folder.path("missing"), to: folder.path("c")) }?.code == "file.unwritable")
  }

  @Test func `removes what is there, read-only files too, and never what a link points to`() throws {
    try folder.write("kept", to: "kept/file")
    try folder.write("x", to: "gone/deep/file")
    try folder.setMode("gone/deep/file", to: 0o444)
    try folder.link("gone/link", to: "../kept")
    try FileCalls.remove(folder.path("gone"))
    try FileCalls.remove(folder.path("gone"))
    #expect(try folder.names() == ["kept"])
    #expect(try folder.read("kept/file") == "kept")
  }

  @Test func `syncs files and folders`() throws {
    try folder.write("x", to: "a")
    try FileCalls.sync(folder.path("a"))
    try FileCalls.sync(folder.path)
    #expect(failure { try FileCalls.sync(folder.path("missing")) }?.code == "file.unwritable")
  }
}
