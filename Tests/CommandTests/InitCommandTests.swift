import TestSupport
import Testing

@Suite(.enabled(if: sluiceBinary != nil))
struct InitCommandTests {
  /// A folder without a config, but with these files.
  private func project(_ files: [String: String]) throws -> SampleProject {
    let project = try SampleProject(files: files)
    try project.folder.remove("pipeline.json")
    return project
  }

  @Test func `writes a config that runs and publishes`() throws {
    let project = try project(SampleSite.files)
    let made = try project.sluice("init")
    #expect(made.status == 0, "\(made.errors)")
    let config = try project.folder.read("pipeline.json")
    #expect(config.contains(#"{ "name": "site", "files": "site/**/*.html" },  // 3 files"#))
    #expect(config.contains(#"{ "name": "notes", "files": "notes/**/*.txt" },  // 1 file"#))
    #expect(config.contains("// 1. "))
    #expect(try project.sluice("validate").status == 0)
    try project.publish()
    #expect(try project.rows("articles").count == 3)
    #expect(try project.rows("notes").count == 1)
    #expect(try project.sluice("run").errorLines.last?.hasPrefix("unchanged") == true)
  }

  @Test func `knows packed files, endings of any case, files beside each other and posts for machines`() throws {
    let posting = #"<script type="application/ld+json">{"@type": "JobPosting", "title": "Diver"}</script>"#
    let project = try project([
      "Old Site/a.HTM": "<p>a</p>", "Old Site/deep/b.html.gz": "x", "Old Site/read me.md": "c", "d.html": posting,
      "e.txt": "e", "f.csv": "1,2", ".hidden/g.html": "g", "out/h.html": "h", "odd[1]/i.html": "i",
    ])
    let made = try project.sluice("init", ".")
    #expect(made.status == 0, "\(made.errors)")
    let config = try project.folder.read("pipeline.json")
    for line in [
      #"{ "name": "pages", "files": "*.html" },  // 1 file"#,
      #"{ "name": "old_site", "files": "Old Site/**/*.{HTM,html.gz}" },  // 2 files"#,
      #"{ "name": "texts", "files": "*.txt" },  // 1 file"#,
      #"{ "name": "old_site_texts", "files": "Old Site/**/*.md" },  // 1 file"#,
      "// Left out: 1 file whose names", #""preset": "job_postings""#,
    ] { #expect(config.contains(line), "\(line)") }
    #expect(!config.contains("hidden") && !config.contains("odd"))
  }

  @Test func `leaves a config that is there alone`() throws {
    let project = try SampleProject()
    let before = try project.folder.read("pipeline.json")
    let made = try project.sluice("init", ".")
    #expect(made.status == 2)
    #expect(made.errors.contains("init.exists"))
    #expect(try project.folder.read("pipeline.json") == before)
  }

  @Test func `says so where there is nothing to begin with`() throws {
    let project = try project(["data/a.csv": "1"])
    let made = try project.sluice("init", "data")
    #expect(made.status == 2)
    #expect(made.errors.contains("init.nothing"))
    #expect(!project.exists("data/pipeline.json"))
    #expect(try project.sluice("init", "nowhere").status == 3)
  }
}
