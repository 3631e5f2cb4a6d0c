import Markup
import Text
import WebAddress

/// What a page's relative addresses are relative to.
struct PageBase {
  /// nil where the document's own address is no web address.
  let address: Address?
  /// The path of the document's own address; empty where that is no web address.
  let documentPath: String

  init(_ tree: HTMLTree, documentAddress: String) {
    let own = Address(parsing: documentAddress).flatMap { $0.isFetchable ? $0 : nil }
    documentPath = own?.path ?? ""
    let written = tree.nodes(tagged: [.base]).lazy.compactMap { tree.text(ofAttribute: .href, of: $0) }.first
    address = written.flatMap { Address(parsing: $0, base: own) } ?? own
  }

  /// The absolute form of a link, or as written where the page's own address is unknown; nil for links to a place in
  /// the page itself and for anything but http and https.
  func resolve(_ written: String) -> String? {
    let text = foldingWhiteSpace(written)
    guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
    if let address = Address(parsing: text, base: address) { return address.isFetchable ? address.href : nil }
    return address == nil && !hasScheme(text) ? text : nil
  }

  /// The absolute web address, or nil.
  func absolute(_ written: String) -> String? {
    guard let address = Address(parsing: foldingWhiteSpace(written), base: address), address.isFetchable
    else { return nil }
    return address.href
  }

  /// The absolute form of a relative address; as written where it is absolute, or no address, or the base isn't known.
  func completing(_ written: String) -> String {
    guard let address, !hasScheme(written) else { return written }
    return Address(parsing: written, base: address)?.href ?? written
  }

  private func hasScheme(_ text: String) -> Bool {
    text.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }.contains(UInt8(ascii: ":"))
  }
}
