import CLibXML2

/// The text of libxml2's bytes up to a NUL.
func text(ofXML bytes: UnsafePointer<xmlChar>?) -> String {
  unsafe bytes.map { unsafe String(cString: $0) } ?? ""
}

/// Owns a libxml2 document and frees it with all its nodes.
@safe final class OwnedDocument {
  let pointer: xmlDocPtr

  init?() {
    guard let pointer = unsafe sluice_xpath_document() else { return nil }
    unsafe self.pointer = pointer
  }

  deinit { unsafe xmlFreeDoc(pointer) }

  /// Adds the tree's elements and texts; nil where memory is short.
  func build(_ tree: HTMLTree) -> [xmlNodePtr?]? {
    var nodes = unsafe [xmlNodePtr?](repeating: nil, count: tree.count)
    var open: [(end: HTMLTree.Node, node: xmlNodePtr)] = unsafe []
    var names: [UInt16: [UInt8]] = [:]
    for node in 0..<tree.count where tree.rows[node].kind != .continuation {
      while let last = unsafe open.last, unsafe last.end <= node { unsafe open.removeLast() }
      let parent = unsafe open.last?.node
      guard !tree.isText(node) else {
        // A text outside all elements has no place in a document.
        guard let parent = unsafe parent else { continue }
        guard let text = unsafe addText(tree.bytes(of: node), parent, node) else { return nil }
        unsafe nodes[node] = text
        continue
      }
      let tag = tree.rows[node].tag
      let name = names[tag] ?? Array(tree.name(of: node).utf8)
      names[tag] = name
      guard let element = unsafe addElement(name, parent, node), unsafe addAttributes(of: node, tree, to: element)
      else {
        return nil
      }
      unsafe nodes[node] = element
      if tree.end(of: node) > node + 1 { unsafe open.append((tree.end(of: node), element)) }
    }
    // Gives elements their numbers in the document, without which ordering a result walks the tree.
    unsafe xmlXPathOrderDocElems(pointer)
    return unsafe nodes
  }

  private func addElement(_ name: [UInt8], _ parent: xmlNodePtr?, _ node: HTMLTree.Node) -> xmlNodePtr? {
    let name = name.isEmpty ? Array("unknown".utf8) : name
    return unsafe name.withUnsafeBytes {
      unsafe sluice_xpath_element(
        pointer, parent, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), node + 1)
    }
  }

  private func addText(_ bytes: ArraySlice<UInt8>, _ parent: xmlNodePtr, _ node: HTMLTree.Node) -> xmlNodePtr? {
    unsafe bytes.withUnsafeBytes {
      unsafe sluice_xpath_text(
        pointer, parent, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), node + 1)
    }
  }

  private func addAttributes(of node: HTMLTree.Node, _ tree: HTMLTree, to element: xmlNodePtr) -> Bool {
    let row = tree.rows[node]
    for attribute in tree.attributes[Int(row.first)..<Int(row.first + row.count)] {
      let name = Array(tree.attributeNames[Int(attribute.name)].utf8) + [0]
      let value = Array(tree.bytes[Int(attribute.first)..<Int(attribute.first + attribute.count)]) + [0]
      if unsafe xmlNewProp(element, name, value) == nil { return false }
    }
    return true
  }
}

/// Owns what evaluations share: the page, the steps taken and the last error.
@safe final class OwnedContext {
  let pointer: xmlXPathContextPtr

  init?(_ document: OwnedDocument) {
    guard let pointer = unsafe sluice_xpath_context(document.pointer) else { return nil }
    unsafe self.pointer = pointer
  }

  deinit { unsafe xmlXPathFreeContext(pointer) }

  /// What went wrong last.
  var failure: XPathFailure {
    let error = unsafe pointer.pointee.lastError
    let code = unsafe Int(error.code) - Int(XML_XPATH_EXPRESSION_OK.rawValue)
    let isLimit = code == Int(XPATH_OP_LIMIT_EXCEEDED.rawValue)
    // The expression was put in parentheses.
    let offset = unsafe Int(error.int1) - 1
    return XPathFailure(message: Self.message(code), isLimit: isLimit, offset: isLimit ? nil : max(0, offset))
  }

  private static func message(_ code: Int) -> String {
    switch UInt32(max(0, code)) {
    case XPATH_OP_LIMIT_EXCEEDED.rawValue: "the expression takes more steps than a page may cost"
    case XPATH_INVALID_TYPE.rawValue: "a value is of the wrong kind, such as a number where nodes are asked for"
    case XPATH_INVALID_PREDICATE_ERROR.rawValue: "this predicate is not understood"
    case XPATH_UNFINISHED_LITERAL_ERROR.rawValue: "a quote never ends"
    case XPATH_RECURSION_LIMIT_EXCEEDED.rawValue: "the expression is nested too deep"
    default: "this is no XPath 1.0"
    }
  }
}

/// Owns a compiled expression.
@safe final class OwnedExpression {
  let pointer: xmlXPathCompExprPtr

  /// In parentheses, since libxml2 else evaluates simple paths in a way whose cost grows with the page's depth.
  init?(_ expression: String, _ context: OwnedContext) {
    guard let pointer = unsafe xmlXPathCtxtCompile(context.pointer, "(\(expression))") else { return nil }
    unsafe self.pointer = pointer
  }

  deinit { unsafe xmlXPathFreeCompExpr(pointer) }
}

/// Owns what an evaluation gave.
@safe struct OwnedResult: ~Copyable {
  private let pointer: xmlXPathObjectPtr

  init?(_ expression: OwnedExpression, _ context: OwnedContext, steps: Int) {
    unsafe context.pointer.pointee.opCount = 0
    unsafe context.pointer.pointee.opLimit = UInt(steps)
    guard let pointer = unsafe xmlXPathCompiledEval(expression.pointer, context.pointer) else { return nil }
    unsafe self.pointer = pointer
  }

  deinit { unsafe xmlXPathFreeObject(pointer) }

  var kind: XPath.Kind {
    switch unsafe pointer.pointee.type {
    case XPATH_NODESET: .nodes
    case XPATH_NUMBER: .number
    case XPATH_BOOLEAN: .boolean
    default: .text
    }
  }

  /// The nodes in document order; nil for what is no set of nodes.
  var nodes: [xmlNodePtr]? {
    guard kind == .nodes else { return nil }
    guard let set = unsafe pointer.pointee.nodesetval else { return unsafe [] }
    unsafe xmlXPathNodeSetSort(set)
    return unsafe UnsafeBufferPointer(start: set.pointee.nodeTab, count: Int(set.pointee.nodeNr)).compactMap {
      unsafe $0
    }
  }

  /// As `string()` writes it.
  var text: String {
    let bytes = unsafe xmlXPathCastToString(pointer)
    defer { unsafe sluice_xml_free(bytes) }
    return unsafe Markup.text(ofXML: bytes)
  }
}
