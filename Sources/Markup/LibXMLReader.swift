import CLibXML2

/// Hands what the pre-pass wrote to libxml2 and its events to a tree builder.
///
/// libxml2's pull interface is used, since its push interface loses content; there is no DOM.
enum LibXMLReader {
  /// libxml2's tables, made once before the first parse, as its documentation asks of programs with threads.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Reads `output`; false if libxml2 had no memory for it.
  static func read(_ output: [UInt8], into builder: inout TreeBuilder) -> Bool {
    guard isReady else { return false }
    // The pointer to the builder goes no further than the parse inside these two closures.
    return unsafe withUnsafeMutablePointer(to: &builder) { builder in
      unsafe output.withUnsafeBytes { bytes in
        let text = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard let context = unsafe ParserContext(text, bytes.count, builder) else { return false }
        unsafe builder.pointee.context = context.pointer
        context.parse()
        unsafe builder.pointee.context = nil
        return true
      }
    }
  }
}

/// Owns a libxml2 parser and frees it when it goes out of scope.
@safe private struct ParserContext: ~Copyable {
  let pointer: htmlParserCtxtPtr

  init?(_ bytes: UnsafePointer<CChar>?, _ count: Int, _ builder: UnsafeMutableRawPointer) {
    guard
      let context = unsafe sluice_html_context(
        bytes, Int32(count), builder, startElement, characters, instruction)
    else { return nil }
    unsafe pointer = context
  }

  borrowing func parse() { _ = unsafe htmlParseDocument(pointer) }

  deinit { unsafe htmlFreeParserCtxt(pointer) }
}

// The three functions libxml2 calls back. `data` is the TreeBuilder that `read` passed, alive for the whole parse.

private func builder(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
  unsafe data?.assumingMemoryBound(to: TreeBuilder.self)
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let builder = unsafe builder(data), let mark = unsafe builder.pointee.nextMark(), !mark.isEnd else {
    return
  }
  var pair = unsafe attributes
  let first = unsafe builder.pointee.attributes.count
  while let name = unsafe pair?[0] {
    let value = unsafe pair?[1]
    unsafe builder.pointee.addAttribute(name, value)
    unsafe pair = pair?.advanced(by: 2)
  }
  let range = unsafe first..<builder.pointee.attributes.count
  unsafe builder.pointee.startTag(mark, attributes: range)
}

private func characters(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32) {
  guard let builder = unsafe builder(data), let text = unsafe text else { return }
  unsafe builder.pointee.text(UnsafeBufferPointer(start: text, count: Int(count)))
}

private func instruction(
  _ data: UnsafeMutableRawPointer?, _ target: UnsafePointer<xmlChar>?, _ content: UnsafePointer<xmlChar>?
) {
  guard let builder = unsafe builder(data), let mark = unsafe builder.pointee.nextMark(), mark.isEnd else {
    return
  }
  unsafe builder.pointee.endTag(mark)
}
