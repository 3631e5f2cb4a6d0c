import Markup
import Records
import Text

/// The page's pictures in document order, each address once; those that stand in the page's own bytes (`data:`) are left
/// out, and what goes beyond `mostImages`, with a warning.
func readImages(_ tree: HTMLTree, _ base: PageBase, _ main: MainText, _ report: inout Report) -> [Page.Image] {
  var places: [String: Int] = [:]
  var images: [Page.Image] = []
  var cut = 0
  for node in tree.nodes(tagged: [.img]) {
    guard let address = address(of: node, tree).flatMap(base.resolve) else { continue }
    if places[address] == nil, images.count >= mostImages {
      cut += 1
      continue
    }
    let surroundings = ImageSurroundings(node, tree, root: main.root)
    let image = Page.Image(
      address: address, alt: text(.alt, of: node, tree), caption: surroundings.caption(tree),
      width: text(.width, of: node, tree), height: text(.height, of: node, tree),
      inMainText: surroundings.isInMainText)
    if let place = places[address] {
      images[place].complete(by: image)
    } else {
      places[address] = images.count
      images.append(image)
    }
  }
  report.warn("clean.images-cut", count: cut, "images beyond the first \(mostImages) are left out")
  return images
}

/// More are a gallery of thumbnails.
private let mostImages = 500

/// How far above a picture its figure may stand.
private let mostSteps = 64

/// What stands around a picture.
private struct ImageSurroundings {
  var figure: HTMLTree.Node?
  /// Whether it is in the container of the main text, and in nothing there that stands beside the text.
  var isInMainText = false

  init(_ node: HTMLTree.Node, _ tree: HTMLTree, root: HTMLTree.Node) {
    var isBeside = false
    var next: HTMLTree.Node? = node
    for _ in 0..<mostSteps {
      guard let place = next else { return }
      let tag = tree.tag(of: place)
      if tag == .figure, figure == nil { figure = place }
      isBeside = isBeside || [.nav, .aside, .footer].contains(tag)
      if place == root {
        isInMainText = !isBeside
        return
      }
      next = tree.parent(of: place)
    }
  }

  func caption(_ tree: HTMLTree) -> String? {
    guard let figure else { return nil }
    let nodes = figure..<min(tree.end(of: figure), figure + mostNodesOfLabel)
    guard let caption = nodes.first(where: { tree.tag(of: $0) == .figcaption }) else { return nil }
    let text = nfc(tree.foldedText(of: caption, mostNodes: mostNodesOfLabel))
    return text.isEmpty ? nil : text
  }
}

extension Page.Image {
  /// Takes over what another mention of the same picture says and this one doesn't.
  fileprivate mutating func complete(by other: Page.Image) {
    alt = alt ?? other.alt
    caption = caption ?? other.caption
    width = width ?? other.width
    height = height ?? other.height
    inMainText = inMainText || other.inMainText
  }
}

private func text(_ name: AttributeName, of node: HTMLTree.Node, _ tree: HTMLTree) -> String? {
  guard let written = tree.text(ofAttribute: name, of: node) else { return nil }
  let text = nfc(foldingWhiteSpace(written))
  return text.isEmpty ? nil : text
}

/// The address a picture is at, as written: the largest that `srcset` offers, else `src`, or what scripts put there once
/// the picture comes into sight.
private func address(of node: HTMLTree.Node, _ tree: HTMLTree) -> String? {
  for name in [AttributeName.srcset, .dataSrcset] {
    if let set = tree.attribute(name, of: node), let largest = largest(of: set) { return largest }
  }
  // Where a script exchanges the address, `src` has a stand-in.
  for name in [AttributeName.dataSrc, .src] {
    if let written = tree.attribute(name, of: node), !written.isEmpty, !isEmbedded(written) {
      return String(decoding: written, as: UTF8.self)
    }
  }
  return nil
}

/// Whether an address holds the picture itself.
private func isEmbedded(_ address: ArraySlice<UInt8>) -> Bool {
  let written = address.drop { $0 <= 0x20 }.prefix(5).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
  return written.elementsEqual("data:".utf8)
}

/// The address of the greatest width or density in a `srcset`: addresses with `640w` or `2x` behind them, commas between
/// (WHATWG HTML, "parse a srcset attribute", but for brackets in descriptors).
private func largest(of set: ArraySlice<UInt8>) -> String? {
  var best: (address: ArraySlice<UInt8>, size: Double)?
  var rest = set
  while true {
    rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    guard !rest.isEmpty else { break }
    var address = rest.prefix { $0 > 0x20 }
    rest = rest[address.endIndex...]
    var size = 1.0
    if address.last == UInt8(ascii: ",") {
      while address.last == UInt8(ascii: ",") { address = address.dropLast() }
    } else {
      let descriptor = rest.prefix { $0 != UInt8(ascii: ",") }
      rest = rest[descriptor.endIndex...]
      size = number(descriptor)
    }
    if !isEmbedded(address), size > best?.size ?? 0 { best = (address, size) }
  }
  return best.map { String(decoding: $0.address, as: UTF8.self) }
}

/// The number of a descriptor such as `640w`; 1 where there is none.
private func number(_ descriptor: ArraySlice<UInt8>) -> Double {
  let digits = descriptor.drop { $0 <= 0x20 }.prefix { $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }
  return Double(String(decoding: digits, as: UTF8.self)) ?? 1
}
