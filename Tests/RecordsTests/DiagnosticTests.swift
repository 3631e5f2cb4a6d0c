import Records
import Testing

struct DiagnosticTests {
  @Test(arguments: [
    (Diagnostic.Location(), ""), (.init(source: "site"), "source site"), (.init(address: "a.html"), "a.html"),
    (.init(address: "a.html", line: 3), "a.html:3"), (.init(address: "a.html", line: 3, column: 7), "a.html:3:7"),
    (.init(source: "site", address: "a.html", record: "cards.place"), "source site, a.html, cards.place"),
    (.init(line: 3, column: 7), ""),
  ])
  func `says of a place what is known`(place: Diagnostic.Location, text: String) {
    #expect(place.description == text)
  }

  @Test func `fits on one line`() {
    let diagnostic = Diagnostic(
      .warn, "clean.charset", "two encodings", at: .init(source: "site", address: "a.html", line: 1),
      remedy: "Declare one.")
    let line = diagnostic.description
    #expect(line.hasPrefix("warn: clean.charset: two encodings (source site, a.html:1)"))
    #expect(line.hasSuffix(" Declare one."))
    let bare = Diagnostic(.reject, "fetch.empty", "nothing").description
    #expect(bare.hasPrefix("reject: fetch.empty: nothing"))
    #expect(!bare.contains("("))
  }

  @Test func `is fatal where it is thrown`() {
    let failure = Failure("store.corrupt", "damaged", at: .init(address: "a.sqlite"), remedy: "Delete it.")
    #expect(
      failure.diagnostic
        == Diagnostic(.fatal, "store.corrupt", "damaged", at: .init(address: "a.sqlite"), remedy: "Delete it."))
  }
}
