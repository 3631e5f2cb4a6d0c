import Normalize
import Testing

struct JobPostingsPresetTests {
  @Test func `reads what schema.org says of a post`() throws {
    let page = describingPage(
      "JobPosting",
      """
      {"@type": "JobPosting", "title": "Taster", "hiringOrganization": {"@type": "Organization", "name": "Leaf & Co",
       "department": {"name": "Noses"}}, "datePosted": "2026-01-05", "validThrough": "2026-02-01T12:00:00Z",
       "employmentType": ["FULL_TIME", "INTERN"], "identifier": {"@type": "PropertyValue", "name": "Leaf", "value": "L-7"},
       "description": "Taste.", "responsibilities": "Tasting.", "qualifications": "A nose.", "url": "/taster",
       "jobLocation": {"@type": "Place", "address": "Cork, Ireland"}, "baseSalary": "30000 EUR"}
      """, title: "Posts")
    let rows = try presetRows(
      "job_postings", "page_title", "title", "organisation", "location", "employment_type", "salary", "posted",
      "valid_through",
      "team", "description", "responsibilities", "qualifications", "reference", "url", on: page)
    #expect(
      rows == [
        "Posts | Taster | Leaf & Co | IE, CO, Cork | FULL_TIME; INTERN | 30000.0, 30000.0, EUR | 2026-01-05, day | 2026-02-01, day | Noses | Taste. | "
          + "Tasting. | A nose. | L-7 | https://review.example/taster"
      ])
  }

  @Test func `reads the postings of a page saved as text`() throws {
    let page = writtenPage("Posts.\nGB, London\nWe need a clerk who counts jars.")
    let rows = try presetRows(
      "job_postings", "title", "title_source", "location", "description", "text_start", "text_end", on: page)
    #expect(rows == ["clerk | inferred | GB, ENG, London | We need a clerk who counts jars. | 7 | 50"])
  }
}
