import Records
import Store
import TestSupport
import Testing

struct DocumentBrowsingTests {
  @Test func `gives fetch's documents batch by batch in the order of ids`() throws {
    let folder = try TemporaryFolder()
    let files = (0..<6).map { Sample.file("\($0).html", text: String(repeating: "x", count: 100)) }
    let documents = files.map(\.document).sorted { $0.id < $1.id }
    let writing = try StageStore(writing: .fetch, in: folder.path)
    try writing.write(files: files, unchanged: [], settings: [:], run: 1)
    try writing.close()
    let store = try #require(try StageStore(reading: .fetch, in: folder.path))
    #expect(try store.documents(after: "", limit: 100, bytes: 1 << 20) == documents)
    #expect(try store.documents(after: documents[1].id, limit: 2, bytes: 1 << 20) == Array(documents[2...3]))
    #expect(try store.documents(after: "", limit: 100, bytes: 250).count == 2)
    #expect(try store.documents(after: "", limit: 100, bytes: 1).count == 1)
    #expect(try store.documents(after: documents[5].id, limit: 100, bytes: 1).isEmpty)
  }
}
