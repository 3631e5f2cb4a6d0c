/// What tree construction and text folding need to know of a tag, from the HTML standard's element categories.
struct TagTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// Has no content and no end tag.
  static let void = TagTraits(rawValue: 1)
  /// The standard's category "special".
  static let special = TagTraits(rawValue: 2)
  /// Bounds what an end tag can reach: "has an element in scope".
  static let scope = TagTraits(rawValue: 4)
  /// Its start tag closes an open paragraph.
  static let closesParagraph = TagTraits(rawValue: 8)
  static let heading = TagTraits(rawValue: 16)
  /// Belongs in the head while no body has begun.
  static let head = TagTraits(rawValue: 32)
  /// Its start tag leaves SVG and MathML.
  static let leavesForeign = TagTraits(rawValue: 64)
  /// Text before and after it doesn't run together.
  static let block = TagTraits(rawValue: 128)

  /// The traits of each tag by its number.
  static let table: [TagTraits] = Tag.allCases.map(traits)

  private static func traits(of tag: Tag) -> TagTraits {
    var traits: TagTraits = []
    if voids.contains(tag) { traits.insert(.void) }
    if specials.contains(tag) || headings.contains(tag) { traits.insert(.special) }
    if scopes.contains(tag) { traits.insert(.scope) }
    if paragraphClosers.contains(tag) || headings.contains(tag) { traits.insert([.closesParagraph, .block]) }
    if headings.contains(tag) { traits.insert(.heading) }
    if heads.contains(tag) { traits.insert(.head) }
    if foreignLeavers.contains(tag) || headings.contains(tag) { traits.insert(.leavesForeign) }
    if furtherBlocks.contains(tag) { traits.insert(.block) }
    return traits
  }

  private static let headings: Set<Tag> = [.h1, .h2, .h3, .h4, .h5, .h6]

  private static let voids: Set<Tag> = [
    .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link, .meta,
    .param,
    .source, .track, .wbr,
  ]

  private static let specials: Set<Tag> = [
    .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
    .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption,
    .figure, .footer, .form, .frame, .frameset, .head, .header, .hgroup, .hr, .html, .iframe, .img, .input,
    .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript,
    .object,
    .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select, .source, .style, .summary, .table,
    .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr, .track, .ul, .wbr, .xmp,
    .foreignobject,
  ]

  private static let scopes: Set<Tag> = [
    .applet, .caption, .html, .table, .td, .th, .marquee, .object, .template, .foreignobject,
  ]

  private static let paragraphClosers: Set<Tag> = [
    .address, .article, .aside, .blockquote, .center, .dd, .details, .dialog, .dir, .div, .dl, .dt, .fieldset,
    .figcaption, .figure, .footer, .form, .header, .hgroup, .hr, .li, .listing, .main, .menu, .nav, .ol, .p,
    .plaintext, .pre, .search, .section, .summary, .table, .ul, .xmp,
  ]

  private static let heads: Set<Tag> = [
    .base, .basefont, .bgsound, .link, .meta, .noframes, .noscript, .script, .style, .template, .title,
  ]

  private static let foreignLeavers: Set<Tag> = [
    .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .head, .hr, .i, .img,
    .li,
    .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup,
    .table,
    .tt, .u, .ul, .var,
  ]

  private static let furtherBlocks: Set<Tag> = [
    .body, .br, .button, .caption, .html, .iframe, .legend, .object, .optgroup, .option, .select, .tbody, .td,
    .textarea, .tfoot, .th, .thead, .title, .tr, .video, .audio, .canvas, .noscript, .template,
  ]
}
