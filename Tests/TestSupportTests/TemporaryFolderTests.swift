import Foundation
import TestSupport
import Testing

struct TemporaryFolderTests {
  @Test func `writes, reads and dates files`() throws {
    let folder = try TemporaryFolder()
    #expect(try folder.write("tide", to: "a/b/c.txt") == folder.path("a/b/c.txt"))
    #expect(try folder.read("a/b/c.txt") == "tide")
    #expect(try folder.readBytes("a/b/c.txt") == Array("tide".utf8))
    try folder.setModificationTime("a/b/c.txt", to: -5)
    #expect(try folder.modificationTime("a/b/c.txt") == -5)
    #expect(try folder.names("a") == ["b"])
  }

  @Test func `is another one each time`() throws {
    #expect(try TemporaryFolder().path != TemporaryFolder().path)
  }

  @Test func `goes with its owner, read-only files and folders too`() throws {
    let path: String
    do {
      let folder = try TemporaryFolder()
      path = folder.path
      try folder.write("kept out", to: "locked/deep/file")
      try folder.link("locked/link", to: "/")
      try folder.setMode("locked/deep/file", to: 0o400)
      try folder.setMode("locked/deep", to: 0o500)
      try folder.setMode("locked", to: 0o500)
      #expect(FileManager.default.fileExists(atPath: path))
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(FileManager.default.fileExists(atPath: "/"))
  }
}
