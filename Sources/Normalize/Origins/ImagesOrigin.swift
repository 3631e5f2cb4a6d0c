import Records

/// A row for each picture of a page.
package enum ImagesOrigin: OriginKind {
  package static let name = "images"
  package static let meaning = "A row for each picture that has an address; repeats of an address count once."
  package static let fields = [
    (
      name: "address",
      meaning: "where it is, absolute where the page's own address is known; of several sizes the largest"
    ),
    (name: "alt", meaning: "what the page says in its place"),
    (name: "caption", meaning: "the caption of its figure"),
    (name: "width", meaning: "its width as written"),
    (name: "height", meaning: "its height as written"),
    (name: "in_main_text", meaning: "`true` or `false`"),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] {
    page.page.images.map { image in
      PagePart(
        [
          "address": image.address, "alt": image.alt, "caption": image.caption, "width": image.width,
          "height": image.height, "in_main_text": image.inMainText ? "true" : "false",
        ], identity: [image.address])
    }
  }
}
