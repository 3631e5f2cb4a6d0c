import Testing
import WebAddress

@testable import Formats

struct SafeMarkupTests {
  @Test(arguments: [
    ("<p>a<br>b</p>", "<p>a<br />b</p>"),
    ("a<script>b</script>c<style>d</style>e<!-- f -->g", "aceg"),
    ("<a href=\"javascript:x()\">a</a>", "<a href=\"\">a</a>"),
    ("<a href=\"/b\" title='\"'>a</a>", "<a href=\"https://birds.example/b\" title=\"&quot;\">a</a>"),
    ("<img src=x onerror=y()>", "<img src=\"https://birds.example/x\" />"),
    ("<iframe src=x>a</iframe><object>b</object>", "ab"),
    ("<b style=\"color: red; position: fixed\">a</b>", "<b style=\"color: red;\">a</b>"),
    ("<b style=\"background: url(x) red; width: expression(y)\">a</b>", "<b>a</b>"),
    ("AT&T &eacute; &#151; &nothing;", "AT&amp;T &eacute; &#x2014; &amp;nothing;"),
    ("1 < 2 <", "1 &lt; 2 &lt;"),
    (
      "<svg><circle r=\"1\" onload=\"x()\"/><set to=\"x\"/></svg>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"1\"></svg>"
    ),
    ("<scr<script>ipt>x()</script>", "ipt>x()"),
  ])
  func `keeps what only shows, and nothing that acts`(markup: String, safe: String) {
    #expect(SafeMarkup.written(markup, base: Address(parsing: "https://birds.example/"), isXML: false) == safe)
  }
}
