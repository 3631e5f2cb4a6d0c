import Testing

@testable import Markup

struct TreeBuilderTests {
  @Test(arguments: [
    ("", "html"),
    (" \n<p>x", "html(body(p(\"x\")))"),
    ("<title>t</title>x", "html(head(title(\"t\")) body(\"x\"))"),
    ("<html><head><meta></head> <body>x</body></html>y", "html(head(meta) body(\"xy\"))"),
    ("<head><title>t</title><p>x", "html(head(title(\"t\")) body(p(\"x\")))"),
    ("<meta><head><body><body>x", "html(head(meta) body(\"x\"))"),
    (
      "<head><noscript><link></noscript><title>t</title></head>x",
      "html(head(noscript(link) title(\"t\")) body(\"x\"))"
    ),
  ])
  func `makes head and body where they belong`(html: String, expected: String) {
    #expect(outline(html) == expected)
  }

  @Test(arguments: [
    ("<p>a<p>b", "p(\"a\") p(\"b\")"),
    ("<p>a<div>b</div>c", "p(\"a\") div(\"b\") \"c\""),
    ("<p>a<table><tr><td>b</table>c", "p(\"a\") table(tbody(tr(td(\"b\")))) \"c\""),
    ("a</p>b", "\"a\" p \"b\""),
    ("<h1>a<h2>b</h1>c", "h1(\"a\") h2(\"b\") \"c\""),
    ("<b><p>a</b>b</p>c", "b(p(\"ab\") \"c\")"),
    ("a</br>b", "\"a\" br \"b\""),
    ("<div><span>a</div>b", "div(span(\"a\")) \"b\""),
    ("<section><div>a</section>b", "section(div(\"a\")) \"b\""),
    ("<span><div>a</span>b</div>", "span(div(\"ab\"))"),
    ("<image src=x>", "img"),
    ("<x-card><p>a</x-card>b", "x-card(p(\"ab\"))"),
  ])
  func `closes paragraphs, headings and blocks`(html: String, expected: String) {
    #expect(body(html) == expected)
  }

  @Test(arguments: [
    ("<ul><li>a<li>b<ul><li>c</ul>d</ul>e", "ul(li(\"a\") li(\"b\" ul(li(\"c\")) \"d\")) \"e\""),
    ("<ul><li><div>a</ul>b", "ul(li(div(\"a\"))) \"b\""),
    ("<ol><li><p>a<li>b</ol>", "ol(li(p(\"a\")) li(\"b\"))"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(\"a\") dd(\"b\") dt(\"c\"))"),
    (
      "<select><option>a<option>b<optgroup><option>c</select>",
      "select(option(\"a\") option(\"b\") optgroup(option(\"c\")))"
    ),
  ])
  func `closes list items`(html: String, expected: String) {
    #expect(body(html) == expected)
  }

  @Test(arguments: [
    ("<table><td>a<td>b<tr><th>c</table>d", "table(tbody(tr(td(\"a\") td(\"b\")) tr(th(\"c\")))) \"d\""),
    ("<table><tr><td><div>a</table>b", "table(tbody(tr(td(div(\"a\"))))) \"b\""),
    ("<div><table><tr><td>a</div>b</table>c", "div(table(tbody(tr(td(\"ab\")))) \"c\")"),
    ("<table><caption>a<tr><td>b", "table(caption(\"a\") tbody(tr(td(\"b\"))))"),
    (
      "<table><tr><td>a<table><tr><td>b</table>c<td>d",
      "table(tbody(tr(td(\"a\" table(tbody(tr(td(\"b\")))) \"c\") td(\"d\"))))"
    ),
    ("<table><thead><tr><th>a<tbody><tr><td>b", "table(thead(tr(th(\"a\"))) tbody(tr(td(\"b\"))))"),
    ("a<tr><td>b", "\"ab\""),
    ("<table><table><tr><td>a", "table table(tbody(tr(td(\"a\"))))"),
  ])
  func `shapes tables`(html: String, expected: String) {
    #expect(body(html) == expected)
  }

  @Test(arguments: [
    ("<a href=x>a<a href=y>b</a>c", "a(\"a\") a(\"b\") \"c\""),
    ("<a><div>a</a>b</div>c", "a(div(\"a\")) div(\"b\") \"c\""),
    ("<form><p>a</form>b", "form(p(\"a\")) \"b\""),
    ("<form><div>a</form>b</div>c", "form(div(\"a\")) div(\"b\") \"c\""),
    ("<form>a<form>b</form>c", "form(\"ab\") \"c\""),
    ("<button>a<button>b", "button(\"a\") button(\"b\")"),
    ("<svg><g><p>a", "svg(g) p(\"a\")"),
    ("<svg><foreignobject><p>a</p></foreignobject></svg>b", "svg(foreignobject(p(\"a\"))) \"b\""),
    ("<object><p>a</object>b", "object(p(\"a\")) \"b\""),
  ])
  func `ends links, forms, buttons and drawings`(html: String, expected: String) {
    #expect(body(html) == expected)
  }

  @Test func `keeps the first attributes of html and body`() throws {
    let tree = HTMLTree(parsing: Array("<p>x<html lang=en><body class=a><body class=b><html lang=de>".utf8))
    #expect(tree.text(ofAttribute: .lang, of: 0) == "en")
    #expect(try tree.text(ofAttribute: .class, of: #require(first(.body, in: tree))) == "a")
  }
}
