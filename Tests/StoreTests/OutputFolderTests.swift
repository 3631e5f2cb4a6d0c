import Records
import Store
import TestSupport
import Testing

struct OutputFolderTests {
  let folder: TemporaryFolder
  private let out: OutputFolder

  init() throws {
    folder = try TemporaryFolder()
    out = OutputFolder(folder.path("out"))
    try out.make()
  }

  private func build(_ run: String) throws {
    try folder.write("rows of \(run)", to: "out/runs/\(run).building/csv/jobs.csv")
    try folder.write("database of \(run)", to: "out/runs/\(run).building/analytics.sqlite")
  }

  @Test func `makes what a run needs, the stages' stores for this user alone`() throws {
    try out.make()
    #expect(try folder.names("out") == ["runs", "stages"])
    #expect(try folder.mode("out/stages") == 0o700)
  }

  @Test func `shows nothing before the first publish`() {
    #expect(out.currentRun == nil)
    #expect(out.currentFile("analytics.sqlite") == nil)
  }

  @Test func `publishes a run's folder by switching the link`() throws {
    try build("r1")
    try out.publish("r1")
    #expect(out.currentRun == "r1")
    #expect(FileCalls.target(of: out.current) == "runs/r1")
    #expect(try folder.read("out/current/csv/jobs.csv") == "rows of r1")
    try build("r2")
    #expect(out.currentRun == "r1")
    try out.publish("r2")
    #expect(out.currentRun == "r2")
    #expect(out.currentFile("csv/jobs.csv") == Array("rows of r2".utf8))
    #expect(try folder.names("out") == ["current", "runs", "stages"])
    #expect(try folder.names("out/runs") == ["r1", "r2"])
  }

  @Test func `leaves published files read-only`() throws {
    try build("r1")
    try out.publish("r1")
    #expect(try folder.mode("out/runs/r1/csv/jobs.csv") == 0o444)
    #expect(try folder.mode("out/runs/r1/analytics.sqlite") == 0o444)
  }

  @Test func `leaves the current run where publishing fails`() throws {
    try build("r1")
    try out.publish("r1")
    #expect(failure { try out.publish("never built") }?.code == "file.unreadable")
    #expect(out.currentRun == "r1")
  }

  @Test func `goes on after a link that was never switched`() throws {
    try folder.link("out/current.new", to: "runs/r0")
    try build("r1")
    try out.publish("r1")
    #expect(out.currentRun == "r1")
  }

  @Test func `keeps a refused run for a look`() throws {
    try build("r1")
    try out.keepRefused("r1")
    #expect(out.currentRun == nil)
    #expect(try folder.read("out/runs/r1.refused/csv/jobs.csv") == "rows of r1")
  }

  private static let nights = ["20260105", "20260131", "20260228", "20260301", "20260302", "20260303"]

  @Test(
    arguments: [
      (3, 0, nil, ["20260105", "20260131", "20260228"]), (1, 12, nil, ["20260105", "20260301", "20260302"]),
      (1, 2, nil, ["20260105", "20260131", "20260301", "20260302"]), (0, 0, nil, nights), (6, 0, nil, []),
      (99, 99, nil, []),
      (1, 1, "20260105", ["20260131", "20260228", "20260301", "20260302"]),
      (0, 0, "20260303", Array(nights.dropLast())),
      (0, 3, nil, ["20260105", "20260301", "20260302"]),
      (2, 1, "20260302", ["20260105", "20260131", "20260228", "20260301"]),
    ] as [(Int, Int, String?, [String])])
  func `keeps the last runs, the last of each month and the current one`(
    runs: Int, months: Int, current: String?, superfluous: [String]
  ) {
    let runIDs = Self.nights.map { "\($0)T020000Z" }
    let found = OutputFolder.superfluous(
      runIDs.reversed(), runs: runs, months: months, current: current.map { "\($0)T020000Z" })
    #expect(found.sorted() == superfluous.map { "\($0)T020000Z" })
  }

  @Test func `makes room for the next run and keeps the last refused one`() throws {
    for name in ["20260101T020000Z-3f2a", "20260102T020000Z-3f2a", "20260103T020000Z-3f2a", "20260104T020000Z-3f2a"] {
      try build(name)
      try out.publish(name)
    }
    for name in ["20260102T030000Z-3f2a.refused", "20260105T020000Z-3f2a.refused"] {
      try folder.write("x", to: "out/runs/\(name)/csv/jobs.csv")
    }
    try folder.write("not ours", to: "out/runs/NOTES.txt")
    try FileCalls.link(out.current, to: "runs/20260101T020000Z-3f2a")
    for _ in 0..<2 {
      // With the next run there are two of the last: it and that of the 4th.
      try out.prune(for: "20260106T020000Z-3f2a", runs: 2, months: 1)
      #expect(
        try folder.names("out/runs") == [
          "20260101T020000Z-3f2a", "20260104T020000Z-3f2a", "20260105T020000Z-3f2a.refused", "NOTES.txt",
        ])
    }
  }

  @Test func `throws away what died while being built and nothing else`() throws {
    try build("20260101T02")
    try out.publish("20260101T02")
    for name in ["20260102T02.building", "20260103T02.refused"] {
      try folder.write("x", to: "out/runs/\(name)/csv/a.csv")
    }
    try out.removeUnfinished()
    #expect(try folder.names("out/runs") == ["20260101T02", "20260103T02.refused"])
  }

  @Test func `has nothing to prune before the first run`() throws {
    try out.prune(for: "20260106T02", runs: 1, months: 1)
    #expect(try folder.names("out/runs") == [])
  }

}
