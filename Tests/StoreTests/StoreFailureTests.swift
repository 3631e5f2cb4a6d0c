import Records
import Store
import TestSupport
import Testing

struct StoreFailureTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [Stage.fetch, .clean, .normalize, .dedupe])
  func `says that a file is damaged and what to do about it`(stage: Stage) throws {
    let name = "\(stage.rawValue).sqlite"
    try folder.write(String(repeating: "no database at all ", count: 400), to: name)
    for open in [
      { _ = try StageStore(writing: stage, in: folder.path) }, { _ = try StageStore(reading: stage, in: folder.path) },
    ] {
      let found = failure(open)
      #expect(found?.code == "store.corrupt")
      #expect(found?.location.address == folder.path(name))
      #expect(found?.remedy.isEmpty == false)
    }
  }

  @Test func `names the store of the stage before where that is the damaged one`() throws {
    try folder.write(String(repeating: "no database at all ", count: 400), to: "fetch.sqlite")
    let found = failure { _ = try StageStore(writing: .clean, in: folder.path, prior: .fetch) }
    #expect(found?.code == "store.corrupt")
    #expect(found?.location.address == folder.path("fetch.sqlite"))
  }

  @Test func `finds damage inside a store while reading it`() throws {
    let store = try StageStore(writing: .fetch, in: folder.path)
    let files = (0..<400).map { Sample.file("page-\($0).html", text: "\($0)") }
    try store.write(files: files, unchanged: [], settings: [:], run: 1)
    try store.close()
    var bytes = try folder.readBytes("fetch.sqlite")
    for index in 8192..<bytes.count { bytes[index] = 0x5A }
    try folder.write(bytes, to: "fetch.sqlite")
    let found = failure {
      let damaged = try StageStore(reading: .fetch, in: folder.path)
      _ = try damaged?.fileOutcomes()
      _ = try damaged?.presence(lastPublished: 0)
      try damaged?.eachDiagnostic { _ in }
    }
    #expect(found?.code == "store.corrupt")
  }

  @Test func `gives different advice for what can be made anew and what can't`() throws {
    try folder.write("nothing of the kind, but long enough to be looked at", to: "ledger.sqlite")
    try folder.write("nothing of the kind, but long enough to be looked at", to: "clean.sqlite")
    let ledger = failure { _ = try Ledger(writing: folder.path("ledger.sqlite")) }
    let clean = failure { _ = try StageStore(writing: .clean, in: folder.path) }
    #expect(ledger?.code == "store.corrupt")
    #expect(clean?.code == "store.corrupt")
    #expect(ledger?.remedy != clean?.remedy)
  }

  @Test func `says so when a file can't be made`() {
    let found = failure { _ = try StageStore(writing: .fetch, in: folder.path("missing")) }
    #expect(found?.code == "store.unwritable")
    #expect(found?.remedy.isEmpty == false)
  }
}
