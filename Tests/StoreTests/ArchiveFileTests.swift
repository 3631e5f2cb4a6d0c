import Store
import TestSupport
import Testing

struct ArchiveFileTests {
  @Test func `adds at the end, across openings, and says where`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.warc.gz")
    var first = try ArchiveFile(path)
    #expect(try first.append([1, 2, 3]) == 0)
    #expect(try first.append([4]) == 3)
    var second = try ArchiveFile(path)
    #expect(second.size == 4)
    #expect(try second.append([5, 6]) == 4)
    try second.sync()
    #expect(try FileCalls.read(path, at: 3, count: 2) == [4, 5])
    #expect(try FileCalls.read(path, at: 5, count: 9) == [6])
    try second.cut(to: 4)
    #expect(try folder.readBytes("a.warc.gz") == [1, 2, 3, 4])
  }
}
