import Markup
import Records
import Text

/// The page's links to web addresses, in document order; exact repeats of address and text are kept once.
func readLinks(_ tree: HTMLTree, _ base: PageBase, _ main: MainText) -> [Page.Link] {
  var isMain = [Bool](repeating: false, count: tree.count)
  for node in main.blocks.flatMap(\.links) { isMain[node] = true }
  var places: [LinkKey: Int] = [:]
  var links: [Page.Link] = []
  for node in tree.nodes(tagged: [.a]) {
    guard let written = tree.text(ofAttribute: .href, of: node), let address = base.resolve(written) else {
      continue
    }
    let key = LinkKey(address: address, text: nfc(tree.foldedText(of: node, mostNodes: mostNodesOfLabel)))
    if let place = places[key] {
      links[place].inMainText = links[place].inMainText || isMain[node]
    } else {
      places[key] = links.count
      links.append(Page.Link(address: address, text: key.text, inMainText: isMain[node]))
    }
  }
  return links
}

/// How many nodes of a link, heading or date are read. More are no label, and may hold others of their kind.
let mostNodesOfLabel = 500

private struct LinkKey: Hashable {
  var address: String
  var text: String
}
