import Records
import Testing

@testable import Clean

struct WrittenDatesTests {
  @Test func `reads dates as written, the strongest rule first`() {
    let page = cleaned(
      """
      <meta name=date content="3. Mai 2026"><meta property="article:modified_time" content="2026-05-04">
      <meta property="article:published_time" content="2026-05-01T10:00:00Z">
      <body><aside><time datetime="2020-01-01">old</time></aside><article><time>May 2, 2026</time><p>\(prose)</p>
      <time itemprop="datePublished" datetime="2026-05-01">May 1</time>
      <time class="updated" datetime="2026-05-05">5 May</time><time>May 2, 2026</time></article>
      """
    ).page
    #expect(
      page?.dates.map { "\($0.role) \($0.text) by \($0.rule)" } == [
        "published 2026-05-01T10:00:00Z by meta article:published_time", "published 3. Mai 2026 by meta date",
        "modified 2026-05-04 by meta article:modified_time", "published 2026-05-01 by itemprop datepublished",
        "published May 2, 2026 by time", "modified 2026-05-05 by time datetime",
        "published 2020-01-01 by time datetime",
      ])
  }

  @Test func `takes no long text for a date`() {
    #expect(cleaned("<p>\(prose)<time>\(prose)</time>").page?.dates.isEmpty == true)
  }
}
