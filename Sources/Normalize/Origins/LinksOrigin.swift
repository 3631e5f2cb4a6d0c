import Records

/// A row for each link of a page.
package enum LinksOrigin: OriginKind {
  package static let name = "links"
  package static let meaning = "A row for each link; exact repeats of address and text count once."
  package static let fields = [
    (name: "address", meaning: "where it leads, absolute where the page's own address is known"),
    (name: "text", meaning: "what it says"),
    (name: "in_main_text", meaning: "`true` or `false`"),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] {
    page.page.links.map { link in
      PagePart(
        ["address": link.address, "text": link.text, "in_main_text": link.inMainText ? "true" : "false"],
        identity: [link.address, link.text])
    }
  }
}
