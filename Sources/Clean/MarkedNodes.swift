import Markup

/// The elements whose attributes say what they mean, in document order, found in one pass for all who read them.
struct MarkedNodes {
  /// Those with attributes of microdata.
  let microdata: [HTMLTree.Node]
  /// Those with attributes of RDFa.
  let rdfa: [HTMLTree.Node]
  /// Those with `rel`.
  let related: [HTMLTree.Node]

  init(_ tree: HTMLTree) {
    let nodes = tree.nodes(withAnyOf: [
      [.itemscope, .itemprop, .itemref], [.vocab, .typeof, .property, .resource, .about, .prefix], [.rel],
    ])
    microdata = nodes[0]
    rdfa = nodes[1]
    related = nodes[2]
  }
}
