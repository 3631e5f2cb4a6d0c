import Foundation
import TestSupport
import Testing

@Suite struct DeterminismTests {
  private static let files = SampleSite.articles(40).merging(SampleSite.files) { $1 }

  private static let project = Result {
    let project = try SampleProject(files: files)
    try project.publish()
    return project
  }

  private static let outputs = Result { try PublishedOutputs(project.get()) }

  @Test(arguments: ["1", "2", "8"])
  func `any number of workers gives the same bytes`(_ jobs: String) throws {
    let project = try SampleProject(files: Self.files)
    try project.publish("--jobs", jobs)
    #expect(try PublishedOutputs(project) == Self.outputs.get())
  }

  @Test func `files made in another order give the same bytes`() throws {
    let project = try SampleProject(files: [:])
    for (path, text) in Self.files.sorted(by: { $0.key > $1.key }) { try project.write(text, to: path) }
    try project.publish()
    #expect(try PublishedOutputs(project) == Self.outputs.get())
  }

  @Test func `files that come night by night give the same bytes as all at once`() throws {
    let names = Self.files.keys.sorted()
    let project = try SampleProject(
      files: ["site/harbour.html": "replaced below", "notes/monday.txt": "and so is this"])
    for part in [names.prefix(20), names.prefix(35), names[...]] {
      for name in part { try project.write(Self.files[name] ?? "", to: name) }
      try project.publish()
    }
    // A cluster keeps the name it had when it was smaller.
    let ending = "_duplicates"
    let once = try Self.project.get()
    #expect(try PublishedOutputs(project, leavingOut: ending) == PublishedOutputs(once, leavingOut: ending))
    for table in ["posts", "articles"] { #expect(try project.members(table) == once.members(table)) }
  }

  @Test func `the folder can be copied elsewhere`() throws {
    let project = try SampleProject(copying: try SampleProject(files: Self.files))
    try project.publish()
    #expect(try PublishedOutputs(project) == Self.outputs.get())
    let copy = try SampleProject(copying: project)
    #expect(try copy.sluice("run").errorLines.last?.hasPrefix("unchanged") == true)
  }

  @Test func `touching a file redoes nothing`() throws {
    let project = try SampleProject()
    try project.publish()
    try project.folder.setModificationTime("site/harbour.html", to: 1_767_400_000)
    let run = try project.sluice("run")
    #expect(run.errors.contains("fetch     4 in, 4 out; worked on 1 input changed"))
    #expect(run.errors.contains("clean     4 in, 4 out; nothing to do"))
    #expect(run.errorLines.last?.hasPrefix("unchanged") == true)
    #expect(try project.sluice("plan").outputLines.first == "fetch     up to date: 4")
  }

  @Test func `an edited page redoes that page alone`() throws {
    let project = try SampleProject()
    try project.publish()
    let text = try project.folder.read("site/harbour.html").replacing("four minutes", with: "five minutes")
    try project.write(text, to: "site/harbour.html", modified: 1_767_400_000)
    #expect(try project.sluice("plan").outputLines.first == "fetch     1 (1 input changed), 3 up to date")
    try project.sluice("run", "fetch")
    #expect(try project.sluice("plan").outputLines.dropFirst().first == "clean     1 (1 input changed), 3 up to date")
    let run = try project.sluice("run")
    #expect(run.errors.contains("clean     4 in, 4 out; worked on 1 input changed"))
    #expect(
      run.errors.contains("normalize 9 in, 9 out; worked on 1 input changed")
        || run.errors.contains("worked on 1 input changed"))
    #expect(try project.column("text", of: "articles").contains { $0.contains("five minutes") })
  }

  @Test func `runs at other times differ in nothing but what says so`() throws {
    let project = try SampleProject(files: Self.files)
    try project.sluice("run", "--now", "2027-05-05T05:05:05Z", "--jobs", "2")
    #expect(try PublishedOutputs(project) == Self.outputs.get())
  }
}
