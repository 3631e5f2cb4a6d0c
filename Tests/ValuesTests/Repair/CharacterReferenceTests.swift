import Testing

@testable import Values

struct CharacterReferenceTests {
  @Test(arguments: [
    ("fish &amp; chips", "fish & chips"), ("&#39;s &#x201C;so&#X201D; &quot;", "'s “so” \""), ("AT&amp;amp;T", "AT&T"),
    ("a &lt; b &gt; c", "a < b > c"), ("&auml;&Ouml;&szlig;&euro;&hellip;", "äÖß€…"), ("it&#146;s", "it’s"),
    ("x&nbsp;y&shy;&zwj;", "x\u{A0}y\u{AD}\u{200D}"), ("&amp;amp;eacute;", "é"), ("&thetasym;", "ϑ"),
  ])
  func `decodes what was left over`(written: String, read: String) {
    #expect(decodedReferences(written) == read)
  }

  @Test(arguments: [
    "", "no sign", "A & B", "R&D; Co", "&;", "&#;", "&#x;", "&#-5;", "&#xD800;", "&#0;", "&unknown;", "?a=1&lt=2",
    "&amp",
    "<b>&amp;</b>", "&", "ends &amp",
  ])
  func `leaves alone what is none`(text: String) {
    #expect(decodedReferences(text) == nil)
  }
}
