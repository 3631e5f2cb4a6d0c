import Foundation
import TestSupport
import Testing

/// Values that must not be found anywhere after normalize.
private let planted = [
  "ada.quill@letters.example", "+44 20 7946 0018", "442079460018", "Ada Quill", "unreadable-phone-77",
]

@Suite struct RedactionTests {
  private static func letter(_ number: Int, phone: String) -> String {
    """
    <html lang="en"><head><title>Letter \(number)</title><meta name="author" content="Ada Quill"></head><body><article>
    <h1>Letter \(number)</h1><p>The rain came early to the valley this year, and with it the swallows, wrote Ada Quill.</p>
    <p>Answers reach her at ada.quill@letters.example or by telephone on +44 20 7946 0018 until the end of the month.</p>
    <div class="sender"><span class="mail">Ada.Quill@letters.example</span> <span class="tel">\(phone)</span></div>
    </article></body></html>
    """
  }

  private static func project(forgets: Bool, words: String = "words") throws -> SampleProject {
    let files = [
      "site/1.html": letter(1, phone: "+44 20 7946 0018"), "site/2.html": letter(2, phone: "unreadable-phone-77"),
    ]
    let project = try SampleProject(files: files)
    try project.folder.write(
      """
      { "name": "letters", "max_rejects": "60%", "stages": [
        { "stage": "fetch", "sources": [ { "name": "letters", "files": "site/*.html" } ] },
        { "stage": "clean", "items": [
          { "table": "senders", "each": ".sender", "fields": { "mail": ".mail", "tel": ".tel" } } ] },
        { "stage": "normalize", "redact_key": "${KEY:-a key of the test}", "forget_originals": \(forgets), "tables": [
          { "table": "letters", "from": "page", "redact": { "way": "mask", "inside": ["email", "phone", "names"] },
            "columns": { "title": "text", "authors": "text", "\(words)": { "type": "integer", "from": "words" },
              "text": { "type": "text", "with": ["rule"] } } },
          { "table": "people", "from": "senders", "contract": "quarantine", "columns": {
            "mail": { "type": "email", "redact": "hash" },
            "tel": { "type": "phone", "redact": "drop" } } } ] },
        { "stage": "dedupe", "tables": [ { "table": "people", "exact": ["mail"] } ] },
        { "stage": "load" } ] }
      """, to: "pipeline.json")
    return project
  }

  /// The files below `out/` that hold any of the planted values, as bytes and in UTF-16.
  private static func holders(_ project: SampleProject) throws -> [String] {
    let root = project.folder.path("out")
    let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String }.sorted() ?? []
    return files.filter { file in
      guard let data = FileManager.default.contents(atPath: "\(root)/\(file)") else { return false }
      return planted.contains { value in
        let forms = [value, value.lowercased()].flatMap { [$0.data(using: .utf8), $0.data(using: .utf16LittleEndian)] }
        return forms.contains { $0.map { data.range(of: $0) != nil } ?? false }
      }
    }
  }

  @Test func `what is redacted stands in nothing but clean's store, and in no message`() throws {
    let project = try Self.project(forgets: false)
    let run = try project.publish()
    #expect(try Self.holders(project) == ["stages/clean.sqlite"])
    #expect(!planted.contains { run.errors.contains($0) || run.output.contains($0) })
    let letters = try project.rows("letters")
    #expect(letters.map { $0["authors"] } == ["[names]", "[names]"])
    #expect(letters.allSatisfy { ($0["text"] ?? "").contains("reach her at [email] or by telephone on [phone]") })
    #expect(letters.allSatisfy { $0["text_rule"] == "text.plain, redacted by mask" })
    let people = try project.rows("people")
    #expect(people.count == 1)
    #expect(people.allSatisfy { ($0["mail"] ?? "").hasPrefix("[redacted:") && $0["tel"] == "" })
    let quarantined = try project.rows("_quarantine")
    #expect(quarantined.map { $0["table_name"] } == ["people"])
    #expect(quarantined.map { $0["written"] } == ["{}"])
  }

  @Test func `a column redacted later takes back what changes and histories would show`() throws {
    let project = try Self.project(forgets: false)
    let redacting = try project.folder.read("pipeline.json").replacing(
      "{ \"stage\": \"load\" }",
      with: "{ \"stage\": \"load\", \"tables\": [ { \"table\": \"letters\", \"mode\": \"history\" }, "
        + "{ \"table\": \"people\", \"mode\": \"upsert\" } ] }")
    let open = redacting.replacing(", \"redact\": \"hash\"", with: "").replacing(", \"redact\": \"drop\"", with: "")
      .replacing("\"redact\": { \"way\": \"mask\", \"inside\": [\"email\", \"phone\", \"names\"] },", with: "")
    try project.folder.write(open, to: "pipeline.json")
    try project.publish()
    let first = try #require(project.current)
    #expect(try Self.holders(project).contains("history.sqlite"))
    try project.folder.write(redacting, to: "pipeline.json")
    try project.publish()
    let holders = try Self.holders(project).filter { !$0.hasPrefix(first) }
    // The ledger still has the reject of the first night, with what was written.
    #expect(holders == ["ledger.sqlite", "stages/clean.sqlite"])
    #expect(try project.rows("letters_history").count == 4)
  }

  @Test func `forgotten originals stand nowhere, nothing is redone for it, and changed settings bring them back`()
    throws
  {
    let project = try Self.project(forgets: true)
    try project.publish()
    #expect(try Self.holders(project).isEmpty)
    let again = try project.publish()
    #expect(again.errors.contains("unchanged"))
    try project.folder.write(
      try project.folder.read("pipeline.json").replacing("\"words\": {", with: "\"length\": {"), to: "pipeline.json")
    let plan = try project.sluice("plan")
    #expect(plan.output.contains("2 needed again"))
    try project.publish()
    #expect(try project.rows("letters").allSatisfy { Int($0["length"] ?? "") ?? 0 > 20 })
    #expect(try Self.holders(project).isEmpty)
  }

  @Test func `normalize alone says that it can't redo what is forgotten`() throws {
    let project = try Self.project(forgets: true)
    try project.publish()
    let forced = try project.sluice("run", "normalize", "--force")
    #expect(forced.status == 3 || forced.status == 1)
    #expect(forced.errors.contains("normalize.forgotten"))
    #expect(try project.sluice("run", "--from", "clean", "--force").status == 0)
  }

  @Test(arguments: [
    (#""redact": "hash""#, "hashes need a key"), (#""redact": "blur""#, "one of mask, hash, drop"),
    (#""redact": { "way": "mask", "inside": ["shoe_size"] }"#, "one of email, phone, ip"),
    (#""redact": "mask", "with": ["raw"]"#, "what was written in a redacted column is not kept"),
  ])
  func `a redaction that can't be done is a config error`(setting: String, message: String) throws {
    let project = try SampleProject()
    try project.folder.write(
      """
      { "name": "x", "stages": [ { "stage": "fetch", "sources": [ { "name": "s", "files": "site/**" } ] },
        { "stage": "clean" }, { "stage": "normalize", "tables": [
          { "table": "t", "from": "page", "columns": { "title": { "type": "text", \(setting) } } } ] },
        { "stage": "load" } ] }
      """, to: "pipeline.json")
    let run = try project.sluice("validate")
    #expect(run.status == 2)
    #expect(run.errors.contains(message))
  }

  @Test func `a column of numbers can only be dropped`() throws {
    let project = try SampleProject()
    try project.folder.write(
      """
      { "name": "x", "stages": [ { "stage": "fetch", "sources": [ { "name": "s", "files": "site/**" } ] },
        { "stage": "clean" }, { "stage": "normalize", "tables": [
          { "table": "t", "from": "page", "columns": { "words": { "type": "integer", "redact": "mask" } } } ] },
        { "stage": "load" } ] }
      """, to: "pipeline.json")
    let run = try project.sluice("validate")
    #expect(run.status == 2)
    #expect(run.errors.contains("a integer column can't hold") || run.errors.contains("integer column can't hold"))
  }
}
