import Normalize
import Testing

struct PapersPresetTests {
  @Test func `reads what schema.org says of a paper, and else what its page does`() throws {
    let page = describingPage(
      "ScholarlyArticle",
      """
      {"@type": "ScholarlyArticle", "headline": "Counting trees twice", "author": [{"@type": "Person", "name": "Ada Moss"},
       {"@type": "Person", "name": "Ben Alder"}], "isPartOf": {"@type": "Periodical", "name": "Tree Letters"},
       "datePublished": "2025-12", "sameAs": "https://doi.org/10.5555/1", "abstract": "We counted."}
      """)
    let rows = try presetRows(
      "papers", "title", "authors", "journal", "published", "doi", "abstract", "language", on: page)
    #expect(
      rows == [
        "Counting trees twice | Ada Moss; Ben Alder | Tree Letters | 2025-12, month | 10.5555/1, doi | We counted. | en"
      ])
  }
}
