import Foundation
import TestSupport
import Testing

/// A browser that this machine has; nil for none.
private let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// report.html in a real browser, where there is one.
@Suite(.enabled(if: sluiceBinary != nil && browser != nil, "no Chromium to show the report in"))
struct ReportBrowserTests {
  private static let project = Result {
    let project = shared(try SampleProject())
    try project.publish()
    try project.folder.write(
      // Asked of a copy, because the report itself has no script.
      try project.folder.read("out/current/report.html").replacing(
        "</body>",
        with: """
          <script>const width = document.documentElement.clientWidth;
          const beyond = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1
            && getComputedStyle(e).position !== 'absolute' && !e.closest('thead'));
          const drawn = [...document.querySelectorAll('svg')].filter(e => e.getBoundingClientRect().height > 10);
          document.title = ['measured', width, beyond.length, drawn.length, document.querySelectorAll('svg').length,
            getComputedStyle(document.body).backgroundColor].join('|');</script></body>
          """), to: "measured.html")
    return project
  }

  /// The width of the page, elements that stick out of it, charts that are drawn, all charts, and the colour behind.
  private func measured(_ arguments: String...) throws -> [Substring] {
    let project = try Self.project.get()
    // Two browsers can't share one.
    let profile = try TemporaryFolder()
    let run = try ProgramRun(
      try #require(browser),
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile.path("browser"))",
        "--dump-dom",
      ] + arguments + ["file://\(project.folder.path("measured.html"))"])
    let title = try #require(
      run.output.components(separatedBy: "<title>").dropFirst().first?.split(separator: "<").first)
    let parts = title.split(separator: "|")
    try #require(parts.first == "measured", "\(run.errors)")
    return Array(parts.dropFirst())
  }

  @Test(arguments: ["1280,900", "500,900"]) func `fits its width, and every chart is drawn`(_ size: String) throws {
    let found = try measured("--window-size=\(size)")
    #expect(found[1] == "0", "\(found)")
    #expect(found[2] == found[3])
  }

  @Test func `is light or dark as the reader's screen is`() throws {
    let light = try measured("--blink-settings=preferredColorScheme=1")[4]
    let dark = try measured("--blink-settings=preferredColorScheme=0")[4]
    #expect(light == "rgb(255, 255, 255)")
    #expect(dark == "rgb(17, 21, 26)")
  }
}
