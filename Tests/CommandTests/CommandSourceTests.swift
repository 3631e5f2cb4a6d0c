import Foundation
import TestSupport
import Testing

/// What a program writes, as rows or as a web archive.
@Suite struct CommandSourceTests {
  private static let rows = "{\"ref\": \"007\", \"title\": \"Pump\"}\n{\"ref\": \"008\", \"title\": \"Valve\"}\n"

  private func project(_ command: String, _ source: String = "", files: [String: String] = [:]) throws -> SampleProject
  {
    let project = try SampleProject(files: files)
    try write(to: project, command, source)
    return project
  }

  private func write(to project: SampleProject, _ command: String, _ source: String = "") throws {
    try project.folder.write(
      """
      { "name": "shop", "stages": [
        { "stage": "fetch", "sources": [ { "name": "shop", "command": \(command) \(source) } ] },
        { "stage": "clean" },
        { "stage": "normalize", "tables": [
          { "table": "offers", "from": "shop", "allow_empty": true, "key": "ref",
            "columns": { "ref": "text", "title": "text" } },
          { "table": "pages", "from": "page", "allow_empty": true, "columns": { "title": "text", "url": "url" } } ] },
        { "stage": "load" } ] }
      """, to: "pipeline.json")
  }

  private func titles(_ project: SampleProject, _ table: String = "offers") throws -> [String] {
    try project.column("title", of: table).compactMap { $0 }.sorted()
  }

  @Test func `rows feed a table`() throws {
    let project = try project("[\"/bin/cat\", \"rows.jsonl\"]", files: ["rows.jsonl": Self.rows])
    try project.publish()
    #expect(try titles(project) == ["Pump", "Valve"])
    #expect(
      try project.rows("offers").compactMap { $0["source_address"] }.sorted() == ["shop:stdout#L1", "shop:stdout#L2"])
    #expect(try project.publish().errors.contains("unchanged"))
    #expect(try project.sluice("plan").output.contains("to ask"))
    let archives = try project.folder.names("out/stages/archives")
    #expect(archives.allSatisfy { $0.hasSuffix(".warc.gz") }, "\(archives)")
  }

  @Test func `pages of a web archive are documents, and one that is left out later is not gone`() throws {
    let project = try project("[\"/bin/cat\", \"crawl.warc\"]", files: ["crawl.warc": Self.archive(["one", "two"])])
    try project.publish()
    #expect(try titles(project, "pages") == ["Page one", "Page two"])
    try project.write(Self.archive(["two", "three"]), to: "crawl.warc")
    try project.publish()
    #expect(try titles(project, "pages") == ["Page one", "Page three", "Page two"])
  }

  @Test func `a failing program keeps what it gave, and its last words are told`() throws {
    let project = try project("[\"/bin/cat\", \"rows.jsonl\"]", files: ["rows.jsonl": Self.rows])
    try project.publish()
    let failing = "[\"/bin/sh\", \"-c\", \"echo '{}'; echo lost the line >&2; exit 3\"]"
    try write(to: project, failing)
    let refused = try project.sluice("run", "--now", SampleProject.now)
    #expect(refused.status == 4)
    #expect(refused.errors.contains("it ended with status 3; it said: lost the line"), "\(refused.errors)")
    try write(to: project, failing, ", \"required\": false")
    #expect(try project.sluice("run", "--now", SampleProject.now).status == 0)
    #expect(try titles(project) == ["Pump", "Valve"])
  }

  @Test func `the time limit ends all that was started`() throws {
    let project = try project(
      "[\"/bin/sh\", \"-c\", \"sleep 600 & echo $! > child; wait\"]", ", \"timeout\": \"1s\"")
    let run = try project.sluice("run", "--now", SampleProject.now)
    #expect(run.status == 4)
    #expect(run.errors.contains("longer than its \"timeout\" (1s)"), "\(run.errors)")
    let child = try project.folder.read("child").split(separator: "\n").first.map(String.init) ?? ""
    while let status = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8), !status.contains(") Z ") {
      usleep(5000)
    }
  }

  @Test func `so does the size limit`() throws {
    let project = try project("[\"/usr/bin/yes\", \"{}\"]", ", \"max_size\": 100000")
    let run = try project.sluice("run", "--now", SampleProject.now)
    #expect(run.status == 4)
    #expect(run.errors.contains("more than \"max_size\" (100000 bytes)"), "\(run.errors)")
  }

  @Test func `secrets reach the program and nothing that is kept`() throws {
    let project = try project(
      "[\"/bin/sh\", \"-c\", \"test $(printenv TOKEN | wc -c) = 11 && echo '{\\\"title\\\": \\\"Pump\\\"}'; echo $TOKEN >&2; exit $CODE\"]",
      ", \"environment\": { \"TOKEN\": \"${SECRET}\", \"CODE\": \"${CODE}\" }")
    let run = try project.sluice("run", environment: ["SECRET": "tulip-bulb", "CODE": "0"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try titles(project) == ["Pump"])
    let failed = try project.sluice("run", environment: ["SECRET": "tulip-bulb", "CODE": "7"])
    #expect(failed.status == 4)
    #expect(failed.errors.contains("it said: …"), "\(failed.errors)")
    let search = try ProgramRun("/bin/grep", ["-rla", "tulip-bulb", project.folder.path("out")])
    #expect(search.output == "")
  }

  @Test func `what is neither rows nor an archive is refused`() throws {
    let project = try project("[\"/bin/echo\", \"<html>\"]")
    let run = try project.sluice("run", "--now", SampleProject.now)
    #expect(run.status == 4)
    #expect(run.errors.contains("neither JSON Lines nor a web archive"), "\(run.errors)")
  }

  private static func archive(_ names: [String]) -> String {
    names.map { name in
      let body = "<html><head><title>Page \(name)</title></head><body><p>Some words of page \(name).</p></body></html>"
      let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
      return [
        "WARC/1.0", "WARC-Type: response", "WARC-Target-URI: https://gazette.example/\(name)",
        "WARC-Date: 2026-03-01T02:00:00Z", "WARC-Record-ID: <urn:uuid:11111111-1111-4111-8111-111111111111>",
        "Content-Type: application/http; msgtype=response", "Content-Length: \(answer.utf8.count)", "", answer, "", "",
      ].joined(separator: "\r\n")
    }.joined()
  }
}
