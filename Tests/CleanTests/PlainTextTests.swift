import Records
import Testing

@testable import Clean

struct PlainTextTests {
  @Test func `splits paragraphs at blank lines and takes the first line as title`() {
    let result = cleaned("\n  A title \n\nfirst  line\r\nsecond line\r\n \t\r\n<b>third</b>.\n", kind: .text)
    #expect(
      lines(result) == ["heading1: A title", "paragraph: first line second line", "paragraph: <b>third</b>."])
    #expect(result.page?.title == "A title")
    #expect(result.page?.titleRule == "first line")
    #expect(result.page?.links.isEmpty == true)
  }

  @Test func `takes no long line for a title, nor the begin of a paragraph, nor a turn or a place`() {
    #expect(cleaned(prose, kind: .text).page?.title == nil)
    #expect(cleaned("The lake behind the mill freezes\nlater every year.", kind: .text).page?.title == nil)
    #expect(cleaned("Q. Why?\nA. So.", kind: .text).page?.title == nil)
    #expect(cleaned("GB, London\nCount jars.", kind: .text).page?.title == nil)
  }

  @Test(arguments: [
    "https://river.example/minutes.txt\nThe minutes\n\nNobody came.", "11 February 2026\n\nThe minutes\nNobody came.",
    "Source: https://river.example/\nMittwoch, 11. Februar 2026, 9.30 Uhr\n\nThe minutes\n\nNobody came.",
  ])
  func `passes over addresses and dates before the title`(_ text: String) {
    #expect(cleaned(text, kind: .text).page?.title == "The minutes")
  }

  @Test func `a year in the text is no date, and nobody is its author`() {
    let page = cleaned("The flood of 1997\n\nBy the river it rained in 1997.", kind: .text).page
    #expect(page?.dates.isEmpty == true)
    #expect(page?.authors.isEmpty == true)
  }

  @Test func `turns of an interview stand in blocks of their own`() {
    let text = "Talk\n\nQ. Why\nnot?\nA. It rains.\nIt always\nrains.\nQ: So?\nA: So.\nREVIEW: Well?\nMoss: Well."
    #expect(
      lines(cleaned(text, kind: .text)) == [
        "heading1: Talk", "paragraph: Q. Why not?", "paragraph: A. It rains. It always rains.", "paragraph: Q: So?",
        "paragraph: A: So.", "paragraph: REVIEW: Well? Moss: Well.",
      ])
  }

  @Test func `a line alone that ends no sentence is a heading, and list items are items`() {
    let text =
      "Talk\n\nThe facts\n\n- one boat\n- two\n  oars\n\nWrite to sea@boats.example\n\nIt rained:\n\n12 May 2025"
    #expect(
      lines(cleaned(text, kind: .text)) == [
        "heading1: Talk", "heading2: The facts", "listItem: one boat", "listItem: two oars",
        "paragraph: Write to sea@boats.example", "paragraph: It rained:", "paragraph: 12 May 2025",
      ])
  }

  @Test func `a line between two turns is a caption, no heading, and neither is a word with a colon`() {
    let text = "Talk\n\nQ. Why?\nA. So.\n\nThe pier in May\n\nPhoto: Ada Moss\n\nQ. Who?\nA. Me.\n\nNotes\n\nNone."
    #expect(
      lines(cleaned(text, kind: .text)) == [
        "heading1: Talk", "paragraph: Q. Why?", "paragraph: A. So.", "paragraph: The pier in May",
        "paragraph: Photo: Ada Moss",
        "paragraph: Q. Who?", "paragraph: A. Me.", "heading2: Notes", "paragraph: None.",
      ])
    #expect(lines(cleaned("Q. Why?\nA. So.\n\nThe pier\n\nQ. Who?", kind: .text))[2] == "paragraph: The pier")
  }

  @Test func `leaves the address out that a page was saved from`() {
    let text = "https://river.example/minutes.txt\n\nThe minutes\n\nSee https://river.example/ for more."
    #expect(
      lines(cleaned(text, kind: .text)) == ["heading1: The minutes", "paragraph: See https://river.example/ for more."])
  }

  @Test func `a line of a country and a city stands alone, with the short line above it`() {
    let text = "Posts\n\nBoat hand\nUS, MA, Boston\nTie\nropes.\n\nGB, London\nCount jars."
    #expect(
      lines(cleaned(text, kind: .text)) == [
        "heading1: Posts", "heading2: Boat hand", "paragraph: US, MA, Boston", "paragraph: Tie ropes.",
        "paragraph: GB, London", "paragraph: Count jars.",
      ])
  }

  @Test func `rejects a text without letters`() {
    #expect(cleaned("--\n\n", kind: .text).diagnostics.map(\.code) == ["clean.no-main-text"])
  }
}
