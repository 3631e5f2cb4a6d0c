import Formats
import Foundation
import JSONText
import TestSupport
import Testing

/// Archives and web archives among the local files.
@Suite struct ArchiveSourceTests {
  /// Made by Python's `zipfile`: `locks/gate.html`, `locks/../keeper.html`, a style sheet, what a Mac leaves, and
  /// `packed.html`, packed by LZMA.
  private static let zip = [UInt8](
    Data(
      base64Encoded: """
        UEsDBBQAAAAIAAAAIVzyBwHQ6AAAAHABAAAPAAAAbG9ja3MvZ2F0ZS5odG1sbZCxTsQwEER/ZbgaXURv3AAFFVechCg38V5sneM92XuE/D0b3N
        JYsvfN7Hjcw+vHy/nr9IaoS/ZuP5GpzM8HLge7MwXvNGlmf46MLNMVMymjpTI3N/SRGzo4Sti8WygVkz79r7B3d/PvitRANl5RRPkRVAKSYpKF
        G9akEWpyTYGP+IzC31zRVCSgMNVxQ6SAZrRGM4YKGm2gUe5mrd1vkaaQC9ZIutttxqSAlWxDTapcEGQtfd1E1WI0MbDTJpNsEXZiknsOqPbLPa
        TsYUa7XS/UOlv4R21fLRbm6IabddJ7GHopw1/Bv1BLAwQUAAAAAAAAACFccBt11nMBAABzAQAAFAAAAGxvY2tzLy4uL2tlZXBlci5odG1sPCFE
        T0NUWVBFIGh0bWw+PGh0bWwgbGFuZz0iZW4iPjxoZWFkPjx0aXRsZT5UaGUgbG9jayBrZWVwZXIgbGlzdGVuczwvdGl0bGU+PC9oZWFkPjxib2
        R5PjxtYWluPjxoMT5UaGUgbG9jayBrZWVwZXIgbGlzdGVuczwvaDE+PHA+U2hlIGhhcyBhIGNoYWlyIGZvciBpdCwgYW5kIGFuIHVtYnJlbGxh
        LiBXaG9ldmVyIHN0b29kIG5lYXJieSBoYWQgc29tZXRoaW5nIHRvIHNheSBhYm91dCBpdCwgYW5kIG1vc3Qgb2Ygd2hhdCB0aGV5IHNhaWQgd2
        FzIHdyaXR0ZW4gZG93biB3aXRoIGNhcmUsIHNvIHRoYXQgdGhlIHdob2xlIHRvd24gY291bGQgcmVhZCBpdCBvdmVyIGJyZWFrZmFzdCB0aGUg
        bmV4dCBtb3JuaW5nLjwvcD48L21haW4+PC9ib2R5PjwvaHRtbD5QSwMEFAAAAAgAAAAhXITkHucSAAAAEAAAAAkAAABzdHlsZS5jc3MrUKhWSM
        7PyS+yUihKTVGoBQBQSwMEFAAAAAgAAAAhXIMW3IwDAAAAAQAAABoAAABfX01BQ09TWC9sb2Nrcy8uX2dhdGUuaHRtbKsAAFBLAwQ/AAIADgAA
        ACFcxqJm5OsAAAAgAQAACwAAAHBhY2tlZC5odG1sCQQFAF0AAIAAAB4IRQbQ76goF1nZqfXqpyVAajZc65zlUTn7X18AV/6cvby3gVyt/sau7z
        wMdrOIBM+GqswKzCfKqBMjjsRhh05vV+sXX7C6vx3XFo99+qTwrnHg1dtBIWTH8YO6oesfFgyYPI9QR2ZkPIuGttKOdADto5u+7iKoVJwqTbkO
        nGslgqSh8etb83UegtsMgHbVabWtj/1XicgBoARSExYvUWi2sPXY4mE4I+kl2FahSmeJKaUfA/vxgQVJiPAUfqJfvjfvKFrBGOqJysD2c2vKNW
        kDr08xgzBYT0XGLsdf/fw+VVBLAQIUAxQAAAAIAAAAIVzyBwHQ6AAAAHABAAAPAAAAAAAAAAAAAACAAQAAAABsb2Nrcy9nYXRlLmh0bWxQSwEC
        FAMUAAAAAAAAACFccBt11nMBAABzAQAAFAAAAAAAAAAAAAAAgAEVAQAAbG9ja3MvLi4va2VlcGVyLmh0bWxQSwECFAMUAAAACAAAACFchOQe5x
        IAAAAQAAAACQAAAAAAAAAAAAAAgAG6AgAAc3R5bGUuY3NzUEsBAhQDFAAAAAgAAAAhXIMW3IwDAAAAAQAAABoAAAAAAAAAAAAAAIAB8wIAAF9f
        TUFDT1NYL2xvY2tzLy5fZ2F0ZS5odG1sUEsBAj8DPwACAA4AAAAhXMaiZuTrAAAAIAEAAAsAAAAAAAAAAAAAAIABLgMAAHBhY2tlZC5odG1sUE
        sFBgAAAAAFAAUANwEAAEIEAAAAAA==
        """, options: .ignoreUnknownCharacters) ?? Data())

  private func project(_ files: [String: String] = [:], source: String) throws -> SampleProject {
    let project = try SampleProject(files: files)
    try project.folder.write(
      """
      { "name": "archives", "max_rejects": "60%", "stages": [
        { "stage": "fetch", "sources": [ { "name": "site", \(source) } ] }, { "stage": "clean" },
        { "stage": "normalize", "tables": [ { "table": "articles", "preset": "articles" } ] }, { "stage": "load" } ] }
      """, to: "pipeline.json")
    return project
  }

  private func write(_ bytes: [UInt8], to path: String, in project: SampleProject) throws {
    try project.folder.write(bytes, to: path)
    try project.folder.setModificationTime(path, to: SampleProject.modified)
  }

  private func titles(_ project: SampleProject) throws -> [String] {
    try project.column("title", of: "articles").sorted()
  }

  @Test func `the pages inside of a zip are documents, and its other files are told of`() throws {
    let project = try project(source: #""files": "in/*.zip", "base_url": "https://locks.example/""#)
    try write(Self.zip, to: "in/site.zip", in: project)
    try project.publish()
    #expect(try titles(project) == ["The lock gate sings", "The lock keeper listens"])
    #expect(
      try project.column("source_address", of: "articles").sorted() == [
        "https://locks.example/locks/gate.html", "https://locks.example/locks/keeper.html",
      ])
    let warnings = try project.json("rejects", "--warnings").elements
    #expect(warnings.contains { $0["code"]?.text == "fetch.passed-over" })
    let rejects = try project.json("rejects").elements
    #expect(rejects.map { $0["code"]?.text } == ["fetch.unknown-packing"])
  }

  @Test func `a second night with the same archive changes nothing, and clean runs again without it`() throws {
    let project = try project(source: #""files": "in/*.zip""#)
    try write(Self.zip, to: "in/site.zip", in: project)
    try project.publish()
    let first = project.current
    let night = try project.sluice("run", "--now", "2026-03-02T02:00:00Z")
    #expect(night.status == 0)
    #expect(night.errors.contains("unchanged") || project.current == first)
    try project.folder.remove("in/site.zip")
    #expect(try project.sluice("run", "clean", "--force").status == 0)
    let pages = try project.sluice("inspect", "clean", "--format", "json").output.split(separator: "\n")
    #expect(pages.count == 2)
  }

  @Test func `an archive that changed gives what it holds now`() throws {
    let project = try project(source: #""files": "in/*.tar.gz", "max_vanished": "100%""#)
    let pages = SampleSite.files.filter { $0.key.hasPrefix("site/news") }
    for (path, text) in pages { try project.folder.write(text, to: "source/\(path)") }
    func pack(_ names: String...) throws {
      try project.folder.makeFolder("in")
      let packing = try ProgramRun(
        "/bin/tar", ["-czf", "in/site.tar.gz", "-C", "source"] + names, folder: project.folder.path)
      #expect(packing.status == 0, "\(packing.errors)")
    }
    try pack("site/news/bees.html")
    try project.publish()
    #expect(try titles(project) == ["Bees move into the old signal box"])
    #expect(try project.column("source_address", of: "articles") == ["site:in/site.tar.gz!/site/news/bees.html"])
    try pack("site/news/bees.html", "site/news/ferry.html")
    try project.publish()
    #expect(try titles(project) == ["Bees move into the old signal box", "The ferry carries a piano"])
    try pack("site/news/bees.html")
    try project.publish()
    #expect(try titles(project) == ["Bees move into the old signal box"])
  }

  private static func answer(_ number: Int, _ path: String, _ status: String, _ type: String, _ body: String)
    -> WarcEntry
  {
    .response(
      id: WarcEntry.id(of: [UInt8(number)]), date: "2026-01-0\(number)T08:00:00Z",
      target: "https://gazette.example/\(path)",
      head: HTTPHead("HTTP/1.1 \(status)", [.init("Content-Type", type)]), body: Array(body.utf8))
  }

  @Test func `the pages of a web archive come under their addresses and dates, revisits with the body they repeat`()
    throws
  {
    let project = try project(source: #""files": "in/*.warc.gz""#)
    let page = SampleSite.page("The ferry carries a piano", "Twelve passengers stayed on shore.")
    let first = Self.answer(1, "ferry", "200 OK", "text/html; charset=utf-8", page)
    let records = [
      first, Self.answer(2, "gone", "404 Not Found", "text/html", page),
      Self.answer(3, "logo.png", "200 OK", "image/png", "\u{1}\u{2}\u{3}\u{4}"),
      Self.answer(4, "bees", "200 OK", "text/html", SampleSite.page("Bees move in", "Nobody told them.")),
      WarcEntry.revisit(
        id: WarcEntry.id(of: [9]), date: "2026-01-09T08:00:00Z", target: "https://gazette.example/print/ferry",
        head: HTTPHead("HTTP/1.1 200 OK", []), isNotModified: false, earlier: (first.id, first.date),
        payloadDigest: first.payloadDigest ?? "", earlierTarget: "https://gazette.example/ferry"),
    ]
    let whole = records.flatMap(\.packed)
    try write(
      Array(whole + Self.answer(5, "half", "200 OK", "text/html", page).packed.dropLast(40)), to: "in/night.warc.gz",
      in: project)
    try project.publish()
    let rows = try project.rows("articles").sorted { $0["source_address"] ?? "" < $1["source_address"] ?? "" }
    #expect(
      rows.map { $0["source_address"] } == [
        "https://gazette.example/bees", "https://gazette.example/ferry", "https://gazette.example/print/ferry",
      ])
    #expect(rows.map { $0["fetched_at"] } == ["2026-01-04T08:00:00Z", "2026-01-01T08:00:00Z", "2026-01-09T08:00:00Z"])
    let codes = Set(try project.json("rejects", "--warnings").elements.compactMap { $0["code"]?.text })
    #expect(codes.contains("fetch.damaged"))
    #expect(codes.contains("fetch.passed-over"))
  }

  @Test func `a file that only calls itself an archive is a reject`() throws {
    let project = try project(["in/a.zip": "no archive"], source: #""files": "in/*""#)
    for (path, text) in SampleSite.files { try project.write(text, to: "in/\(path.replacing("/", with: "-"))") }
    try project.publish()
    #expect(try project.json("rejects").elements.map { $0["code"]?.text } == ["fetch.damaged"])
  }
}
