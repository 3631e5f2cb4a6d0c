import Records
import Testing

@testable import Clean

struct BlockReaderTests {
  @Test func `types the blocks of an article`() {
    let result = cleaned(
      """
      <article><h1>Ice on  the lake</h1><p>\(prose)</p><h2>What was <em>counted</em></h2>
      <ul><li>days of ice<li><p>days of snow</p></ul><blockquote><p>It was cold.</p></blockquote>
      <pre>
      a  b
        c
      </pre><table><tr><th>year<th>days<tr><td>1804<td>97</table></article>
      """)
    #expect(
      lines(result) == [
        "heading1: Ice on the lake", "paragraph: \(prose)", "heading2: What was counted",
        "listItem: days of ice",
        "listItem: days of snow", "quote: It was cold.", "code: a  b\n  c", "tableRow: year | days",
        "tableRow: 1804 | 97",
      ])
  }

  @Test func `keeps the questions of an interview`() {
    let result = cleaned(
      """
      <div class=text><p><strong>Since when do you measure?</strong></p><p>\(prose)</p><p><b>And why?</b></p>
      <p>Because nobody else did it, and because the book lay there.</p>
      <dl><dt>What comes next?</dt><dd>Rain, I am afraid, and then more of it.</dd></dl></div>
      """)
    #expect(result.page?.text.contains("Since when do you measure?") == true)
    #expect(result.page?.text.contains("And why?\nBecause") == true)
    #expect(result.page?.text.contains("What comes next?\nRain") == true)
  }

  @Test func `tells captions of figures and tables from other text`() {
    let result = cleaned(
      """
      <article><p>\(prose)</p><figure><img src=a.png><figcaption><p>The mill in 1910.</p></figcaption></figure>
      <table><caption>Days of ice</caption><tr><td>1804<td>97</table><blockquote><p>\(prose) It was cold.</p>
      <figure><figcaption>A page of the book.</figcaption></figure></blockquote></article>
      """)
    #expect(
      lines(result) == [
        "paragraph: \(prose)", "caption: The mill in 1910.", "caption: Days of ice", "tableRow: 1804 | 97",
        "quote: \(prose) It was cold.", "caption: A page of the book.",
      ])
  }

  @Test func `reads text between blocks and double line breaks as paragraphs`() {
    let result = cleaned("<div>\(prose)<br>still the same<br><br>another<p>third</p>fourth</div>")
    #expect(
      lines(result) == [
        "paragraph: \(prose) still the same", "paragraph: another", "paragraph: third", "paragraph: fourth",
      ])
  }

  @Test func `reads a table that only lays out as what is in it`() {
    let result = cleaned(
      "<table><tr><td><h1>Title</h1><p>\(prose)</p></td><td><ul><li>a<li>\(prose) b</ul></td></tr></table>")
    #expect(
      lines(result) == ["heading1: Title", "paragraph: \(prose)", "listItem: a", "listItem: \(prose) b"])
  }

  @Test func `says nothing twice`() {
    let result = cleaned(
      "<div><p>\(prose)</p><div class=narrow><p>\(prose)</p></div><p>short</p><p>short</p></div>")
    #expect(lines(result) == ["paragraph: \(prose)", "paragraph: short", "paragraph: short"])
  }
}
