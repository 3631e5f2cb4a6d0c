import Records
import Store
import TestSupport
import Testing

struct PageTableTests {
  let folder: TemporaryFolder
  private let fetch: StageStore
  private let clean: StageStore

  init() throws {
    folder = try TemporaryFolder()
    fetch = try StageStore(writing: .fetch, in: folder.path)
    clean = try StageStore(writing: .clean, in: folder.path, prior: .fetch)
  }

  private func write(_ pages: [Page], _ diagnostics: [Diagnostic] = []) throws {
    try clean.write(
      pages: pages.map { CleanedDocument(id: $0.id, inputHash: "h", page: $0, diagnostics: diagnostics) },
      Sample.fingerprint)
  }

  private static let full = Page(
    id: Sample.id(1),
    provenance: Provenance(
      source: "site", address: "https://science.example/é", fetchedAt: Timestamp(seconds: -5),
      contentHash: ContentHash(of: "tide")),
    title: "Tides \"and\" 🌊", titleRule: "h1", description: "Why the sea\nmoves",
    canonicalAddress: "https://science.example/",
    language: "en-GB",
    authors: [.init("Tamara \"T\" Tide", rule: "jsonLD author"), .init("Åke Eis", rule: "rel author")],
    siteName: .init("The Lake Post", rule: "meta og:site_name"),
    image: .init("https://science.example/ice.png", rule: "meta og:image"),
    kind: .init("article", rule: "jsonLD Article"), licence: .init("CC BY", rule: ""),
    tags: [.init("ice; snow", rule: "meta article:tag")],
    dates: [
      .init(.published, "2 Jan 2026", rule: "meta article:published_time"), .init(.modified, "", rule: "time"),
    ],
    blocks: [
      .init(.heading, level: 2, "Ebb & flow"), .init(.paragraph, "Zwei Wörter 👩‍🚀"),
      .init(.code, "for x in y:\n  pass\n\n"),
      .init(.paragraph, ""), .init(.listItem, "e\u{301}"), .init(.tableRow, "a\tb"), .init(.quote, "\r\nquoted"),
      .init(.heading, level: 6, "\u{301}begins with a mark"),
    ],
    links: [
      .init(address: "https://a.example/?a=1&b=2", text: "A/B", inMainText: true),
      .init(address: "x", text: "", inMainText: false),
    ],
    images: [
      .init(
        address: "https://a.example/b.png", alt: "é", caption: "\"c\"", width: "1", height: "50%", inMainText: true),
      .init(address: "b.png", inMainText: false),
    ],
    items: [
      .init(name: "cards", ordinal: 0, text: "Baker", fields: ["title": "Baker", "ä": "\"\n"]),
      .init(name: "cards", ordinal: 1, text: "Cook", fields: [:]),
      .init(name: "notes", ordinal: 0, text: "", fields: [:]),
    ],
    posts: [
      .init(author: "ada \"a\"", date: "2 Jan", text: "Ebb?\nOr flow?", rule: "class post"),
      .init(author: nil, date: nil, text: "", rule: ""),
    ], comments: [.init(author: "Åke", date: nil, text: "🌊", rule: "itemtype")],
    structured: [
      .init(syntax: .jsonLD, types: ["Article", "Thing"], id: "#a", properties: #"{"@type":"Article","b":"\"\n"}"#),
      .init(syntax: .openGraph, types: [], properties: "{}"),
    ])

  @Test func `gives a page back as it was written, every field`() throws {
    try write([Self.full])
    let page = try #require(try clean.page(id: Self.full.id))
    #expect(page == Self.full)
    #expect(page.text.utf8.elementsEqual(Self.full.text.utf8))
    for (read, written) in zip(page.blocks, Self.full.blocks) {
      #expect(read.text.utf8.elementsEqual(written.text.utf8))
    }
    #expect(try clean.itemCounts() == ["cards": 2, "notes": 1])
  }

  @Test func `gives back a page that has nothing`() throws {
    let empty = Page(id: Sample.id(2), provenance: Self.full.provenance)
    try write([empty])
    #expect(try clean.page(id: empty.id) == empty)
    #expect(try clean.page(id: Sample.id(3)) == nil)
    #expect(try clean.itemCounts() == [:])
  }

  @Test func `replaces a page, and forgets it when it is rejected`() throws {
    try write([Self.full], [Diagnostic(.warn, "clean.charset", "two encodings")])
    var page = Self.full
    page.title = "Other"
    try write([page])
    #expect(try clean.page(id: page.id)?.title == "Other")
    #expect(try clean.diagnostics(of: page.id) == [])
    let reject = Diagnostic(.reject, "clean.no-main-text", "no text", at: .init(address: "a", line: 3, column: 1))
    try clean.write(
      pages: [CleanedDocument(id: page.id, inputHash: "h", page: nil, diagnostics: [reject])], Sample.fingerprint)
    #expect(try clean.page(id: page.id) == nil)
    #expect(try clean.pageCount() == 0)
    #expect(try clean.outcomes() == [.rejected: 1])
    #expect(try clean.diagnostics(of: page.id) == [reject])
  }

  @Test func `hands pages on with a hash that changes with anything in them`() throws {
    let normalize = try StageStore(writing: .normalize, in: folder.path, prior: .clean)
    func hash(_ change: (inout Page) -> Void) throws -> String {
      var page = Self.full
      change(&page)
      try write([page])
      let stale = try normalize.stalePages(Sample.fingerprint, after: "", limit: 9, bytes: 1, forced: false, only: nil)
      #expect(stale.map(\.page) == [page])
      return try #require(stale.first?.hash)
    }
    let hashes = try [
      hash { _ in }, hash { $0.title = nil }, hash { $0.titleRule = "title" }, hash { $0.description = "" },
      hash { $0.language = nil }, hash { $0.blocks[0].level = 3 }, hash { $0.blocks[0].kind = .quote },
      hash { $0.blocks[1].text += "." }, hash { $0.links[1].inMainText = true }, hash { $0.items[1].fields["a"] = "b" },
      hash { $0.authors[0].value += "." }, hash { $0.siteName = nil }, hash { $0.image?.rule = "x" },
      hash { $0.kind?.value = "forum" }, hash { $0.licence = nil }, hash { $0.tags = [] },
      hash { $0.structured[0].id = nil }, hash { $0.structured[1].syntax = .twitter },
      hash { $0.dates[0].rule = "time" }, hash { $0.provenance.fetchedAt = Timestamp(seconds: 0) },
      // The same text, cut into other blocks.
      hash {
        $0.blocks[0].text = "Ebb & flow\nZwei"; $0.blocks[1].text = "Wörter 👩‍🚀"
      },
    ]
    #expect(Set(hashes).count == hashes.count)
    #expect(try hash { _ in } == hashes[0])
  }

  @Test func `hands on only stale pages, batch by batch`() throws {
    let pages = (0..<5).map { number in
      Page(
        id: Sample.id(number), provenance: Self.full.provenance,
        blocks: [.init(.paragraph, String(repeating: "x", count: 100))])
    }.sorted { $0.id < $1.id }
    try write(pages)
    let normalize = try StageStore(writing: .normalize, in: folder.path, prior: .clean)
    func stale(after last: String = "", bytes: Int = 1 << 20, only: String? = nil) throws -> [Page] {
      try normalize.stalePages(Sample.fingerprint, after: last, limit: 4, bytes: bytes, forced: false, only: only).map(
        \.page)
    }
    #expect(try stale() == Array(pages[..<4]))
    #expect(try stale(after: pages[3].id) == [pages[4]])
    #expect(try stale(bytes: 230).count == 2)
    #expect(try stale(bytes: 0).count == 1)
    #expect(try stale(only: pages[2].id) == [pages[2]])
    #expect(try stale(after: pages[2].id, only: pages[2].id) == [])
  }
}
