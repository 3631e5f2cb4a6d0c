import Records
import Store
import TestSupport
import Testing

struct DiagnosticTableTests {
  let folder: TemporaryFolder
  private let clean: StageStore

  init() throws {
    folder = try TemporaryFolder()
    try StageStore(writing: .fetch, in: folder.path).close()
    clean = try StageStore(writing: .clean, in: folder.path, prior: .fetch)
  }

  private func write(_ id: String, _ diagnostics: [Diagnostic]) throws {
    try clean.write(
      pages: [CleanedDocument(id: id, inputHash: "h", page: nil, diagnostics: diagnostics)], Sample.fingerprint)
  }

  @Test func `gives diagnostics back as they were written, in their order`() throws {
    let full = Diagnostic(
      .reject, "clean.no-main-text", "no \"text\"\n🌊",
      at: .init(source: "site", address: "a", line: 3, column: 7, record: "r"),
      remedy: "Look at it.")
    let bare = Diagnostic(.warn, "clean.charset", "")
    try write("b", [full, bare, full])
    try write("a", [bare])
    #expect(try clean.diagnostics(of: "b") == [full, bare, full])
    var all: [Diagnostic] = []
    try clean.eachDiagnostic { all.append($0) }
    #expect(all == [bare, full, bare, full])
    #expect(try clean.diagnostics(of: "c") == [])
  }

  @Test func `replaces an input's diagnostics and no other's`() throws {
    let first = Diagnostic(.warn, "a", "1")
    try write("a", [first, first])
    try write("b", [first])
    try write("a", [])
    #expect(try clean.diagnostics(of: "a") == [])
    #expect(try clean.diagnostics(of: "b") == [first])
  }

  @Test func `goes with its input`() throws {
    try write("a", [Diagnostic(.warn, "a", "1")])
    #expect(try clean.forgetGonePages() == 1)
    #expect(try clean.diagnostics(of: "a") == [])
  }
}
