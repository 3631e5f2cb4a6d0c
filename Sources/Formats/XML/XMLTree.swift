/// A small XML document in flat arrays, in document order, with namespaces resolved; built of whatever bytes there are.
struct XMLTree {
  /// An element or a text.
  struct Node {
    /// The usual prefix of the element's namespace, "" for the vocabularies of feeds; in a text always "".
    var prefix = ""
    /// The element's name without prefix, in lower case; empty for a text.
    var name = ""
    /// The element's name without prefix, as written.
    var writtenName = ""
    var attributes: [XMLAttribute] = []
    /// A text's bytes.
    var text: [UInt8] = []
    /// The first node after the node's own.
    var end = 0

    var isText: Bool { name.isEmpty }
  }

  private(set) var nodes: [Node] = []
  /// How many places weren't well formed.
  private(set) var faults = 0
  /// The addresses of namespaces declared anywhere, in lower case.
  private(set) var namespaces: Set<String> = []
  private var open: [Open] = []
  /// How many elements stand open that were left out for their depth.
  private var tooDeep = 0

  /// Elements nested deeper are left out, and what they hold belongs to the element around them.
  private static let depthLimit = 250

  private struct Open {
    var node: Int
    var name: String
    /// What prefixes, "" for none, stand for where it isn't as in the element around; the usual prefix.
    var scopes: [(prefix: String, usual: String)]
  }

  /// Builds the tree; an end tag closes what stands open inside of its element, or nothing where none is open.
  init(parsing utf8: [UInt8]) {
    var scanner = XMLScanner(utf8)
    while let event = scanner.next() {
      switch event {
      case .start(let name, let attributes): start(name, attributes)
      case .end(let name): end(name)
      case .text(let bytes): addText(bytes)
      }
    }
    if !open.isEmpty { faults += 1 }
    while !open.isEmpty { closeLast() }
    faults += scanner.faults
  }

  /// The first element; nil where there is none.
  var root: Int? { nodes.firstIndex { !$0.isText } }

  /// The nodes directly inside of one, in order.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var next = node + 1
    while next < nodes[node].end {
      children.append(next)
      next = nodes[next].end
    }
    return children
  }

  /// All text inside of the node, in order.
  func text(of node: Int) -> String {
    String(decoding: nodes[node..<nodes[node].end].flatMap(\.text), as: UTF8.self)
  }

  /// The value of the attribute of that name, which may have a prefix; in any case of letters.
  func attribute(_ name: String, of node: Int) -> String? {
    nodes[node].attributes.first { $0.name.lowercased() == name }?.value
  }

  private mutating func start(_ name: String, _ attributes: [XMLAttribute]) {
    guard open.count < Self.depthLimit else {
      tooDeep += 1
      return
    }
    open.append(Open(node: nodes.count, name: name, scopes: scopes(of: attributes)))
    let parts = name.split(separator: ":", maxSplits: 1)
    let local = String(parts.last ?? "")
    nodes.append(
      Node(
        prefix: usualPrefix(parts.count > 1 ? String(parts[0]) : ""), name: local.lowercased(), writtenName: local,
        attributes: attributes))
  }

  private mutating func scopes(of attributes: [XMLAttribute]) -> [(prefix: String, usual: String)] {
    var scopes: [(prefix: String, usual: String)] = []
    for attribute in attributes where attribute.name.hasPrefix("xmlns") {
      let prefix = String(attribute.name.dropFirst(6))
      let address = attribute.value.lowercased()
      namespaces.insert(address)
      scopes.append((prefix, FeedNamespaces.usualPrefix(of: address) ?? prefix))
    }
    return scopes
  }

  private func usualPrefix(_ prefix: String) -> String {
    for element in open.reversed() {
      if let scope = element.scopes.last(where: { $0.prefix == prefix }) { return scope.usual }
    }
    return prefix
  }

  private mutating func end(_ name: String) {
    guard tooDeep == 0 else {
      tooDeep -= 1
      return
    }
    guard let place = open.lastIndex(where: { $0.name == name }) else {
      faults += 1
      return
    }
    if place < open.count - 1 { faults += 1 }
    while open.count > place { closeLast() }
  }

  private mutating func closeLast() {
    let last = open.removeLast()
    nodes[last.node].end = nodes.count
  }

  private mutating func addText(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, !open.isEmpty else { return }
    nodes.append(Node(text: bytes, end: nodes.count + 1))
  }
}
