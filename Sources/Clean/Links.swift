import Markup
import Records
import Text

/// The page's links to web addresses, in document order; exact repeats of address and text are kept once.
func readLinks(_ tree: HTMLTree, _ base: PageBase, _ main: MainText) -> [Page.Link] {
  var isMain = [Bool](repeating: false, count: tree.count)
  for block in main.blocks { for node in block.links { isMain[node] = true } }
  let nodes = tree.nodes(tagged: [.a])
  var links: [Page.Link] = []
  var places = LinkPlaces(capacity: nodes.count)
  for node in nodes {
    guard let written = tree.text(ofAttribute: .href, of: node), let address = base.resolve(written) else {
      continue
    }
    let text = nfc(tree.foldedText(of: node, mostNodes: mostNodesOfLabel))
    let link = Page.Link(address: address, text: text, inMainText: isMain[node])
    let place = places.place(of: link, in: links)
    if place < links.count {
      links[place].inMainText = links[place].inMainText || isMain[node]
    } else {
      links.append(link)
    }
  }
  return links
}

/// How many nodes of a link, heading or date are read. More are no label, and may hold others of their kind.
let mostNodesOfLabel = 500

/// Where links stand in a list, in open addressing by the hash of address and text.
private struct LinkPlaces {
  /// -1 where a slot is free.
  private var slots: [Int32]

  /// - Parameter capacity: how many links there are at most.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// The place of the equal link in the list; the list's end, noted as the new link's place, where there is none.
  mutating func place(of link: Page.Link, in links: [Page.Link]) -> Int {
    var slot = Int(ByteHash.of(link.address.utf8) &* 31 ^ ByteHash.of(link.text.utf8)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let other = links[Int(slots[slot])]
      if other.address == link.address, other.text == link.text { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(links.count)
    return links.count
  }
}
