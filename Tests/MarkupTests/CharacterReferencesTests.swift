import Testing

@testable import Markup

struct CharacterReferencesTests {
  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"),
    ("&nbsp;|", "\u{A0}|"),
    ("caf&eacute; &hellip; &euro;", "café … €"),
    ("&comma;&lsqb;&lang;", ",[⟨"),
    ("&copy 2026", "© 2026"),
    ("&notit;", "¬it;"),
    ("&notin;", "∉"),
    ("&AMP;&AMP", "&&"),
    ("&nothing; & &; &1;", "¬hing; & &; &1;"),
    ("&zzz; AT&T", "&zzz; AT&T"),
    ("&#8211;&#x2013;&#X2013;&#8211x", "––––x"),
    ("&#146;&#x80;", "’€"),
    ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "����"),
    ("&#;&#x;", "&#;&#x;"),
    ("&#60;b&#62;", "<b>"),
    ("&#1;x", "x"),
  ])
  func `decodes as the standard does`(html: String, expected: String) {
    let tree = HTMLTree(parsing: Array("<p>\(html)".utf8))
    #expect(tree.count == 4)
    #expect(String(decoding: tree.bytes(of: 3), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("?a=1&copy=2&amp;b=3", "?a=1&copy=2&b=3"),
    ("&copy", "©"),
    ("&copyx", "&copyx"),
    ("&#34;", "\""),
  ])
  func `leaves unfinished names in attributes`(written: String, expected: String) throws {
    let tree = HTMLTree(parsing: Array("<a href='\(written)'>".utf8))
    #expect(try tree.text(ofAttribute: .href, of: #require(first(.a, in: tree))) == expected)
  }
}
